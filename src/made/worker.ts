import { parentPort, workerData } from 'node:worker_threads';
import { langs, type Lang } from '../model/lang.ts';
import { fullAddresses, officeFiles, type OfficeFile } from '../office/files.ts';
import { closeIndexer } from '../open-index.ts';
import { makeSearchIndex, type SearchIndex } from '../search-index.ts';
import type { Order } from './made.ts';

/** The thread that beside.ts starts. */

export type Message = { lang: Lang; index: SearchIndex } | { file: OfficeFile; content: Uint8Array<ArrayBuffer> };

const { corpus, site, base } = workerData as Order;

/** Bytes are handed over, not copied. */
function tell(message: Message, content: Iterable<string | Uint8Array<ArrayBuffer>>): void {
  parentPort!.postMessage(
    message,
    [...content].flatMap((one) => (typeof one === 'string' ? [] : [one.buffer])),
  );
}

// One after the other, and none is kept, so that they need not all fit in memory; the index first, because pages wait for it.
for (const lang of langs) {
  const index = await makeSearchIndex(corpus, lang);
  tell({ lang, index }, index.files.values());
}
await closeIndexer();
for (const [file, make] of Object.entries(officeFiles) as [OfficeFile, (typeof officeFiles)[OfficeFile]][]) {
  const content = await make(corpus, fullAddresses(site, base));
  tell({ file, content }, [content]);
}
