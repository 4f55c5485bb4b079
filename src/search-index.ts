import { gunzipSync } from 'node:zlib';
import { contentHash } from './content-hash.ts';
import type { Corpus } from './model/corpus.ts';
import type { Lang } from './model/lang.ts';
import { clauseRecords } from './model/search/clause-records.ts';
import { searchDocuments } from './model/search/records.ts';
import { recordsFile } from './model/search/shards.ts';
import { answerOf, openIndex } from './open-index.ts';
import { slimIndex } from './slim-index.ts';

/**
 * What the search page fetches of one language: Pagefind's index of the clauses and questions, made while the site is built, the words
 * of the clauses, and the words that errors are corrected by.
 */

export interface SearchIndex {
  /** Below /search/. It is named by what its files hold: a page never gets those of another edition. */
  folder: string;
  /** "wasm.unknown.pagefind" …, by their names in that folder. */
  files: Map<string, string | Uint8Array<ArrayBuffer>>;
  /** By which the engine asks for its index. */
  tag: string;
}

/** The engine itself, which the page's script brings along; the texts of the hits come from our own records. */
const unpublished = /^(?:fragment\/|pagefind.*\.(?:js|css|json)$)/;

/** What the indexer writes before the content of each file. */
const signature = 'pagefind_dcd';

/** The indexer packs its files with gzip; a host packs them smaller on the way, with brotli. */
const unpack = (content: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(gunzipSync(content).subarray(signature.length));

/** The engine answers with the name of a page, "unknown_776a2a9": here its place among the clauses and, after them, the questions. */
function placesByName(files: readonly { path: string; content: Uint8Array }[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { path, content } of files) {
    const name = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
    if (!name) continue;
    const { url } = JSON.parse(new TextDecoder().decode(unpack(content))) as { url: string };
    places.set(name, url);
  }
  return places;
}

const chunkName = (path: string): string | undefined => /^index\/(.*)\.pf_index$/.exec(path)?.[1];

export async function makeSearchIndex(corpus: Corpus, lang: Lang): Promise<SearchIndex> {
  // Our own words.ts brings forms together: the engine must not do it again.
  const index = await openIndex({ forceLanguage: 'unknown' });
  const { clauses, questions, vocabulary } = searchDocuments(corpus, lang);
  const documents = [...clauses.map(({ words }) => words.keys()), ...questions.map(({ stems }) => stems)];
  for (const [place, stems] of documents.entries()) {
    const record = { url: String(place), content: [...stems].join(' '), language: 'unknown' };
    answerOf(await index.addCustomRecord(record));
  }
  const { files } = answerOf(await index.getFiles());
  await index.deleteIndex();
  const published = new Map(
    files
      .filter(({ path }) => !unpublished.test(path))
      // The indexer hands them over in any order.
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, content }) => [path, unpack(content)]),
  );
  const places = placesByName(files);
  const meta = [...published.keys()].find((path) => path.endsWith('.pf_meta'))!;
  const chunks = [...published].filter(([path]) => chunkName(path));
  const slim = slimIndex(
    { meta: published.get(meta)!, chunks: new Map(chunks.map(([path, chunk]) => [chunkName(path)!, chunk])) },
    (name) => places.get(name)!,
    (word, place) => clauses[Number(place)]?.words.get(word) ?? 1,
  );
  for (const [path] of chunks) published.delete(path);
  for (const [name, chunk] of slim.chunks) published.set(`index/${name}.pf_index`, chunk);
  published.set(meta, slim.meta);
  const own: [string, string | Uint8Array<ArrayBuffer>][] = [
    ...published,
    ...clauseRecords(corpus, lang).map((shard, at): [string, string] => [recordsFile(at), JSON.stringify(shard)]),
    ['words.json', JSON.stringify(vocabulary)],
  ];
  return {
    folder: `${lang}/${contentHash(...own.flat())}/`,
    files: new Map(own),
    tag: /\.([^.]+)\.pf_meta$/.exec(meta)![1]!,
  };
}
