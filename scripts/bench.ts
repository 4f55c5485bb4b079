import { brotliCompressSync } from 'node:zlib';
import { readCorpus } from '../src/model/corpus.ts';
import { catalogueOf } from '../src/model/search/catalogue.ts';
import { clauseRecords } from '../src/model/search/clause-records.ts';
import { searchIndex } from '../src/search-index.ts';
import { manyBoards } from '../tests/model/many-boards.ts';
import { orSay } from './or-say.ts';

/** npm run bench — what reading, deriving and a first search cost as boards are added. Told, not judged. */

const packed = (content: string | Uint8Array): number => brotliCompressSync(content).length;
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** A question of three words whose stems stand in different parts of the index, and ten hits in different files. */
const wordsAsked = 3;
const hitsShown = 10;

async function measure(boards: number): Promise<string> {
  const start = performance.now();
  const { corpus } = readCorpus(manyBoards(boards));
  if (!corpus) throw new Error('content/ has errors: run npm run check:content.');
  const read = performance.now();
  const index = await searchIndex(corpus, 'fr');
  const indexed = performance.now();
  const sizes = new Map([...index.files].map(([path, content]) => [path, packed(content)]));
  const chunks = [...sizes]
    .flatMap(([path, size]) => (path.endsWith('.pf_index') ? [size] : []))
    .toSorted((a, b) => b - a);
  const fixed = [...sizes].flatMap(([path, size]) => (path.endsWith('.pf_index') ? [] : [size]));
  const shards = clauseRecords(corpus, 'fr').map((shard) => packed(JSON.stringify(shard)));
  const catalogue = catalogueOf(corpus, 'fr');
  const parts = {
    engine: fixed.reduce((sum, size) => sum + size, 0),
    page: packed(JSON.stringify(catalogue)),
    index: chunks.slice(0, wordsAsked).reduce((sum, size) => sum + size, 0),
    clauses: shards
      .toSorted((a, b) => b - a)
      .slice(0, hitsShown)
      .reduce((sum, size) => sum + size, 0),
  };
  const total = Object.values(parts).reduce((sum, size) => sum + size, 0);
  return [
    `${String(boards).padStart(4)} boards, ${catalogue.clauses.length} clauses:`,
    `read in ${((read - start) / 1000).toFixed(1)} s, indexed in ${((indexed - read) / 1000).toFixed(1)} s;`,
    `a first search at most ${kb(total)} beside the page, its style and its script`,
    `(engine ${kb(parts.engine)}, catalogue ${kb(parts.page)}, index ${kb(parts.index)} of ${kb(chunks.reduce((a, b) => a + b, 0))}, clauses ${kb(parts.clauses)})`,
  ].join(' ');
}

await orSay(async () => {
  for (const boards of [5, 50, 235]) console.log(await measure(boards));
  return true;
});
