import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Corpus } from './model/corpus.ts';
import type { Lang } from './model/lang.ts';
import { hashOf } from './model/search/shards.ts';
import { searchDocuments } from './model/search/records.ts';

/** Pagefind's index of the clauses and questions, made while the site is built and published as files of the site. */

export interface SearchIndex {
  /** "wasm.unknown.pagefind" …: what the page fetches. */
  files: Map<string, Uint8Array<ArrayBuffer>>;
  /** How the engine's name for each document begins, in their order: it answers with these names. */
  names: string[];
  /** Which index there is, as the engine reads it: the page brings it along. */
  entry: string;
  /** Changes when the index does. */
  tag: string;
}

/** The engine itself, which the page's script brings along; the texts of the hits come from our own records. */
const unpublished = /^(?:fragment\/|pagefind.*\.(?:js|css|json)$)/;

export const entryFile = 'pagefind-entry.json';

/** The engine packs its files with gzip and reads them unpacked as well: a host packs them smaller on the way, with brotli. */
const unpack = (content: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gunzipSync(content));

/** What our stems, which are letters and digits, need of it. */
function entryOf(content: Uint8Array): string {
  const { version, languages } = JSON.parse(Buffer.from(content).toString()) as Record<string, unknown>;
  return JSON.stringify({ version, languages });
}

/** As many letters of each name as tell them apart: the page carries them all. */
function shortest(names: readonly string[]): string[] {
  for (let length = 1; ; length += 1) {
    const short = names.map((name) => hashOf(name).slice(0, length));
    if (new Set(short).size === names.length) return short;
  }
}

async function makeIndex(corpus: Corpus, lang: Lang): Promise<SearchIndex> {
  // Our own words.ts brings forms together, for both languages: the engine must not do it again.
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(errors.join('\n'));
  const documents = searchDocuments(corpus, lang);
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
    files: new Map(published.map(({ path, content }) => [path, unpack(content)])),
    entry: entryOf(files.find(({ path }) => path === entryFile)!.content),
    names: shortest(names),
    tag: /\.([^.]+)\.pf_meta$/.exec(published.find(({ path }) => path.endsWith('.pf_meta'))!.path)![1]!,
  };
}

const made = new WeakMap<Corpus, Map<Lang, Promise<SearchIndex>>>();

/** Once for each state of the content and each language. */
export function searchIndex(corpus: Corpus, lang: Lang): Promise<SearchIndex> {
  const indexes = made.get(corpus) ?? new Map<Lang, Promise<SearchIndex>>();
  made.set(corpus, indexes);
  const index = indexes.get(lang) ?? makeIndex(corpus, lang);
  indexes.set(lang, index);
  return index;
}

/** Below /search/: what the page of a language fetches of its own. */
export const searchFile = (lang: Lang, file: string): string => `${lang}/${file}`;
