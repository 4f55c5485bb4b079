import { base, pathsIn, visitedName, wholeEdition } from '../browser/kept.ts';
import { isNamedByContent, nameOf, offlinePath } from '../model/edition.ts';
import { scope, type Asking } from './scope.ts';

/**
 * Keeps visited pages readable without a network, and reads from an edition that was taken along. The network's page comes first, so that
 * nobody reads an old text who could read the new one; what is kept comes when the network fails or is slow. A page is kept only after all
 * that it loads, and what it loads is named by its content, so no page ever gets the script of another edition.
 */

/** How long a kept page waits for the network, and how long a network that failed is not waited for again. */
const patience = 3000;
const rest = 20_000;
let restsUntil = 0;

const belowFolder = (address: string): string => new URL(address).pathname.slice(base.length);

const taken = async (path: string): Promise<Response | undefined> =>
  (await wholeEdition())?.cache.match(base + path, { ignoreVary: true });

async function kept(path: string): Promise<Response | undefined> {
  try {
    const response = await caches.match(base + path, { ignoreVary: true, cacheName: visitedName });
    return response ?? (await taken(path));
  } catch {
    // A browser that does not let one read what it keeps still has the network.
    return undefined;
  }
}

async function keep(path: string, response: Response): Promise<void> {
  const cache = await caches.open(visitedName);
  await cache.put(base + path, response);
}

/** Files that are on their way: fetched once, however many ask for them. */
const underway = new Map<string, Promise<Response>>();

/** It may just have been fetched for the page, and by its name it is the same for ever; a failure that the browser kept is not. */
async function fetchNamed(path: string): Promise<Response> {
  const response = await fetch(base + path, { cache: 'force-cache' });
  return response.ok ? response : fetch(base + path, { cache: 'reload' });
}

function fetchFile(path: string): Promise<Response> {
  const coming = underway.get(path) ?? fetchNamed(path);
  underway.set(path, coming);
  return coming.then(
    (response) => response.clone(),
    (error: unknown) => {
      underway.delete(path);
      throw error;
    },
  );
}

/** What a script cannot run without: what it imports at once, not what it may ask for later. */
const importsOf = (script: string): string[] =>
  Array.from(script.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g), ([, name]) => `_astro/${name}`);

async function keepFile(path: string): Promise<void> {
  if (await kept(path)) return;
  try {
    const response = await fetchFile(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    if (path.endsWith('.js')) await keepFiles(importsOf(await response.clone().text()));
    await keep(path, response);
  } finally {
    underway.delete(path);
  }
}

const keepFiles = async (paths: readonly string[]): Promise<void> => void (await Promise.all(paths.map(keepFile)));

/** The styles and scripts that a page names. */
const filesOf = (html: string): string[] =>
  Array.from(html.matchAll(/<(?:script|link)\s[^>]*\b(?:src|href)="([^"]+)"/g), ([, address]) => address!)
    .filter((address) => address.startsWith(base))
    .map((address) => address.slice(base.length))
    .filter(isNamedByContent);

async function keepPage(path: string, response: Response): Promise<void> {
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (!response.ok || response.redirected || !isPage) return;
  const html = await response.clone().text();
  await keepFiles(filesOf(html));
  if ((await (await taken(path))?.text()) === html) await (await caches.open(visitedName)).delete(base + path);
  else await keep(path, response);
}

async function keepFrom(path: string, cache: RequestCache): Promise<void> {
  const response = await fetch(base + path, { cache });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await keepPage(path, response);
}

const after = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));

const harmless = (): undefined => undefined;

/** Where nothing is kept for an address: its page with the slash that it lacks, or the page that says what is kept. */
async function insteadOf(path: string, { search }: URL): Promise<Response> {
  if (await kept(`${path}/`)) return Response.redirect(`${base}${path}/${search}`);
  return (await kept(offlinePath)) ?? Response.error();
}

async function showPage(path: string, request: Request, network: Promise<Response>): Promise<Response> {
  const page = await kept(path);
  if (!page) return network.catch(() => insteadOf(path, new URL(request.url)));
  // Who reloads, asks for the network.
  if (Date.now() < restsUntil && request.cache === 'default') return page;
  const fresh = await Promise.race([network.catch(harmless), after(patience)]);
  const came = fresh !== undefined && fresh.status < 500;
  restsUntil = came ? 0 : Date.now() + rest;
  return came ? fresh : page;
}

function answerPage(event: Asking, path: string): void {
  const network = fetch(event.request);
  // A full device keeps no more, and shows what comes.
  event.waitUntil(network.then((response) => keepPage(path, response.clone())).catch(harmless));
  event.respondWith(showPage(path, event.request, network));
}

function answerFile(event: Asking, path: string): void {
  const response = kept(path).then((file) => file ?? fetchFile(path));
  event.waitUntil(response.then(() => keepFile(path)).catch(harmless));
  event.respondWith(response);
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = belowFolder(request.url);
  const isOurs = request.method === 'GET' && request.url.startsWith(new URL(base, location.origin).href);
  if (!isOurs) return;
  if (request.mode === 'navigate') answerPage(event, path);
  // What is fetched with a query is an edition that is being taken along: it is not looked for here.
  else if (isNamedByContent(path) && !new URL(request.url).search) answerFile(event, path);
});

/** Of what was kept for pages of older editions, only what a kept page still names. */
async function dropUnused(): Promise<void> {
  const cache = await caches.open(visitedName);
  const paths = await pathsIn(cache);
  const textOf = async (path: string): Promise<string> => (await cache.match(base + path))!.text();
  let texts = await Promise.all(paths.filter((path) => !isNamedByContent(path)).map(textOf));
  let unused = paths.filter(isNamedByContent);
  while (texts.length > 0) {
    const named = unused.filter((path) => texts.some((text) => text.includes(nameOf(path))));
    unused = unused.filter((path) => !named.includes(path));
    texts = await Promise.all(named.filter((path) => path.endsWith('.js')).map(textOf));
  }
  await Promise.all(unused.map((path) => cache.delete(base + path)));
}

/** The pages that stand open have been visited too: before there was a worker to keep them. */
async function keepOpenPages(): Promise<void> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const paths = new Set(pages.map(({ url }) => belowFolder(url)));
  await Promise.allSettled([...paths].map(async (path) => (await kept(path)) ?? keepFrom(path, 'force-cache')));
}

scope.addEventListener('install', (event) =>
  event.waitUntil(keepFrom(offlinePath, 'no-cache').then(() => scope.skipWaiting())),
);
scope.addEventListener('activate', (event) => event.waitUntil(dropUnused().then(keepOpenPages)));
