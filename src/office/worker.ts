import { parentPort, workerData } from 'node:worker_threads';
import type { Corpus } from '../model/corpus.ts';
import { fullAddresses, officeFiles, type OfficeFile } from './files.ts';

/** The thread that beside.ts starts. */

export interface Order {
  corpus: Corpus;
  site: string | undefined;
  base: string;
}

export interface Made {
  name: OfficeFile;
  content: Uint8Array<ArrayBuffer>;
}

const { corpus, site, base } = workerData as Order;
for (const [name, make] of Object.entries(officeFiles)) {
  const content = await make(corpus, fullAddresses(site, base));
  parentPort!.postMessage({ name, content } as Made, [content.buffer]);
}
