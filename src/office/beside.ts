import { Worker } from 'node:worker_threads';
import { officeFiles, type OfficeFile } from './files.ts';
import type { Made, Order } from './worker.ts';

/** With hundreds of boards the files for Word and Excel take a minute: they are made on a thread of their own, beside the pages. */

export interface OfficeBeside {
  file: (name: OfficeFile) => Promise<Uint8Array<ArrayBuffer>>;
  stop: () => Promise<unknown>;
}

export function makeOfficeBeside(order: Order): OfficeBeside {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: order });
  const made = new Map(
    Object.keys(officeFiles).map((name) => [name, Promise.withResolvers<Uint8Array<ArrayBuffer>>()]),
  );
  // One that fails is told to who asks for it, be it later.
  for (const { promise } of made.values()) promise.catch(() => {});
  worker.on('message', ({ name, content }: Made) => made.get(name)!.resolve(content));
  worker.on('error', ({ message }) => {
    const error = new Error(`The files for Word and Excel cannot be made: ${message}`);
    // Where the build reads, not where the thread was: it would help nobody.
    delete error.stack;
    for (const { reject } of made.values()) reject(error);
  });
  return { file: (name) => made.get(name)!.promise, stop: () => worker.terminate() };
}
