/** What the search page fetches: the engine's index, the words of the clauses, and the words that errors are corrected by. */
import type { APIRoute } from 'astro';
import { currentCorpus } from '../../corpus.ts';
import { mediaType } from '../../media-types.ts';
import type { Corpus } from '../../model/corpus.ts';
import { langs } from '../../model/lang.ts';
import { searchIndex } from '../../search-index.ts';

type Files = Map<string, string | Uint8Array<ArrayBuffer>>;

async function makeFiles(corpus: Corpus): Promise<Files> {
  const indexes = await Promise.all(langs.map((lang) => searchIndex(corpus, lang)));
  return new Map(
    indexes.flatMap(({ folder, files: own }) =>
      [...own].map(([file, content]) => [`${folder}${file}`, content] as const),
    ),
  );
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
