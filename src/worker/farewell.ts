import { dropAll } from '../browser/kept.ts';
import { scope } from './scope.ts';

/** Published in the worker's place where an operator turns it off: it takes over, empties what was kept, and leaves. */

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(dropAll().then(() => scope.registration.unregister())));
