import { parentPort, workerData } from 'node:worker_threads';
import { langs, type Lang } from '../model/lang.ts';
import { officeFiles, type OfficeFile } from '../office/files.ts';
import { closeIndexer } from '../open-index.ts';
import type { SearchIndex } from '../search-index.ts';
import { madeHere, type Order } from './made.ts';

/** The thread that beside.ts starts. */

export type Message = { lang: Lang; index: SearchIndex } | { file: OfficeFile; content: Uint8Array<ArrayBuffer> };

const made = madeHere(workerData as Order);

/** Bytes are handed over, not copied. */
function tell(message: Message, content: Iterable<string | Uint8Array<ArrayBuffer>>): void {
  parentPort!.postMessage(
    message,
    [...content].flatMap((one) => (typeof one === 'string' ? [] : [one.buffer])),
  );
}

// One after the other, so that they need not all fit in memory; the index first, because pages wait for it.
for (const lang of langs) {
  const index = await made.searchIndex(lang);
  tell({ lang, index }, index.files.values());
}
await closeIndexer();
for (const file of Object.keys(officeFiles) as OfficeFile[]) {
  const content = await made.officeFile(file);
  tell({ file, content }, [content]);
}
