import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Corpus } from './model/corpus.ts';
import { searchDocuments } from './model/search/records.ts';

/** Pagefind's index of the clauses and questions, made while the site is built and published as files of the site. */

export interface SearchIndex {
  /** "pagefind-entry.json", "wasm.unknown.pagefind" …: what the page fetches. */
  files: Map<string, Uint8Array<ArrayBuffer>>;
  /** The engine's name for each document, in their order: it answers with these. */
  names: string[];
  /** Changes when the index does. */
  tag: string;
}

/** The engine itself, which the page's script brings along; the texts of the hits come from our own records. */
const unpublished = /^(?:fragment\/|pagefind.*\.(?:js|css)$)/;

const plain = (content: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(content);

/** The engine packs its files with gzip and reads them unpacked as well: a host packs them smaller on the way, with brotli. */
const unpack = (content: Uint8Array): Uint8Array<ArrayBuffer> => plain(gunzipSync(content));

async function makeIndex(corpus: Corpus): Promise<SearchIndex> {
  // Our own words.ts brings forms together, for both languages: the engine must not do it again.
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(errors.join('\n'));
  const documents = searchDocuments(corpus);
  for (const [place, { stems }] of documents.entries()) {
    await index.addCustomRecord({ url: String(place), content: stems.join(' '), language: 'unknown' });
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const names: string[] = [];
  for (const { path, content } of files) {
    const name = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
    if (!name) continue;
    const { url } = JSON.parse(gunzipSync(content).toString().slice('pagefind_dcd'.length)) as { url: string };
    names[Number(url)] = name;
  }
  const published = files.filter(({ path }) => !unpublished.test(path));
  return {
    files: new Map(
      published.map(({ path, content }) => [path, path.endsWith('.json') ? plain(content) : unpack(content)]),
    ),
    names,
    tag: /\.([^.]+)\.pf_meta$/.exec(published.find(({ path }) => path.endsWith('.pf_meta'))!.path)![1]!,
  };
}

let made: { of: Corpus; index: Promise<SearchIndex> } | undefined;

/** Once for each state of the content. */
export function searchIndex(corpus: Corpus): Promise<SearchIndex> {
  if (made?.of !== corpus) made = { of: corpus, index: makeIndex(corpus) };
  return made.index;
}
