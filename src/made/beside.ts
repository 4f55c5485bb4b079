import { Worker } from 'node:worker_threads';
import { langs, type Lang } from '../model/lang.ts';
import { officeFiles, type OfficeFile } from '../office/files.ts';
import type { SearchIndex } from '../search-index.ts';
import type { Made, Order } from './made.ts';
import type { Message } from './worker.ts';

/** In a build all is made on a thread of its own, beside the pages; who needs a part waits for it. */
export function madeBeside(order: Order): Made & { stop: () => Promise<unknown> } {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: order });
  const indexes = new Map(langs.map((lang: Lang) => [lang, Promise.withResolvers<SearchIndex>()]));
  const files = new Map(
    (Object.keys(officeFiles) as OfficeFile[]).map((file) => [file, Promise.withResolvers<Uint8Array<ArrayBuffer>>()]),
  );
  const all = [...indexes.values(), ...files.values()];
  // One that fails is told to who asks for it, be it later.
  for (const { promise } of all) promise.catch(() => {});
  worker.on('message', (message: Message) => {
    if ('lang' in message) indexes.get(message.lang)!.resolve(message.index);
    else files.get(message.file)!.resolve(message.content);
  });
  const fail = (why: string): void => {
    const error = new Error(
      `The thread that makes the search index and the files for Word and Excel has ended: ${why}`,
    );
    // Where the build reads, not where the thread was: it would help nobody.
    delete error.stack;
    for (const { reject } of all) reject(error);
  };
  worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
  // When it has made everything, or when what it waited for is gone: a program without memory is killed and says nothing.
  worker.on('exit', (code) => fail(`it says nothing but ${code}.`));
  return {
    searchIndex: (lang) => indexes.get(lang)!.promise,
    officeFile: (name) => files.get(name)!.promise,
    stop: () => worker.terminate(),
  };
}
