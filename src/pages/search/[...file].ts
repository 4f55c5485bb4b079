/** What the search page fetches: the engine's index, the words of the clauses, and the words that errors are corrected by. */
import type { APIRoute } from 'astro';
import { currentCorpus } from '../../corpus.ts';
import { mediaType } from '../../media-types.ts';
import type { Corpus } from '../../model/corpus.ts';
import { langs, type Lang } from '../../model/lang.ts';
import { clauseRecords } from '../../model/search/clause-records.ts';
import { searchVocabulary } from '../../model/search/records.ts';
import { recordsFile } from '../../model/search/shards.ts';
import { searchFile, searchIndex } from '../../search-index.ts';

async function filesOf(corpus: Corpus, lang: Lang): Promise<[string, string | Uint8Array<ArrayBuffer>][]> {
  const index = await searchIndex(corpus, lang);
  const shards = clauseRecords(corpus, lang);
  return [
    ...index.files,
    ...shards.map((shard, at): [string, string] => [recordsFile(at), JSON.stringify(shard)]),
    ['words.json', JSON.stringify(searchVocabulary(corpus, lang))],
  ];
}

type Files = Map<string, string | Uint8Array<ArrayBuffer>>;

async function makeFiles(corpus: Corpus): Promise<Files> {
  const own = langs.map(async (lang) =>
    (await filesOf(corpus, lang)).map(([file, content]) => [searchFile(lang, file), content] as const),
  );
  return new Map((await Promise.all(own)).flat());
}

const made = new WeakMap<Corpus, Promise<Files>>();

/** Once for each state of the content: they are as many as the clauses need, and each is made from all of them. */
function files(): Promise<Files> {
  const { corpus } = currentCorpus();
  const all = made.get(corpus) ?? makeFiles(corpus);
  made.set(corpus, all);
  return all;
}

export const getStaticPaths = async () => [...(await files()).keys()].map((file) => ({ params: { file } }));

export const GET: APIRoute<never, { file: string }> = async ({ params: { file } }) =>
  new Response((await files()).get(file)!, { headers: { 'Content-Type': mediaType(file) } });
