import { trustedTypesPolicy } from '../trusted-types.ts';

/** Starts the worker that keeps visited pages readable, once the page is there: nobody waits for it. */

/** Not yet in TypeScript's library. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (url: string) => string };
}

/** Where the worker is; said by no page of a site that does without. */
const address = document.body.dataset.worker;

async function register(worker: string): Promise<ServiceWorkerRegistration | undefined> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  // Whatever it is given, it names our worker and no other script.
  const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(trustedTypesPolicy, {
    createScriptURL: () => worker,
  });
  return navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker);
}

/** None in an old browser, in some private windows, or where the connection is not secure: the site is the same without. */
export const registered: Promise<ServiceWorkerRegistration | undefined> =
  address && 'serviceWorker' in navigator ? register(address).catch(() => undefined) : Promise.resolve(undefined);
