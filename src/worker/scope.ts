/** A worker's surroundings, as far as ours needs them: the types of a window and those of a worker cannot be had at once. */

interface Extendable {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface Asking extends Extendable {
  request: Request;
  respondWith: (response: Promise<Response>) => void;
}

interface WorkerScope {
  addEventListener: ((type: 'install' | 'activate', listener: (event: Extendable) => void) => void) &
    ((type: 'fetch', listener: (event: Asking) => void) => void);
  clients: {
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<readonly { url: string }[]>;
  };
  registration: { unregister: () => Promise<boolean> };
  skipWaiting: () => Promise<void>;
}

export const scope = globalThis as unknown as WorkerScope;
