/** What the search page fetches: the engine's index, the words of the clauses, and the words that errors are corrected by. */
import type { APIRoute } from 'astro';
import { currentCorpus } from '../../corpus.ts';
import { mediaType } from '../../media-types.ts';
import { langs } from '../../model/lang.ts';
import { clauseRecords, recordsFile } from '../../model/search/clause-records.ts';
import { searchVocabulary } from '../../model/search/records.ts';
import { searchIndex } from '../../search-index.ts';

async function files(): Promise<Map<string, string | Uint8Array<ArrayBuffer>>> {
  const { corpus } = currentCorpus();
  const index = await searchIndex(corpus);
  const records = langs.flatMap((lang) =>
    clauseRecords(corpus, lang).map((shard, at): [string, string] => [recordsFile(lang, at), JSON.stringify(shard)]),
  );
  return new Map<string, string | Uint8Array<ArrayBuffer>>([
    ...index.files,
    ...records,
    ['words.json', JSON.stringify(searchVocabulary(corpus))],
  ]);
}

export const getStaticPaths = async () => [...(await files()).keys()].map((file) => ({ params: { file } }));

export const GET: APIRoute<never, { file: string }> = async ({ params: { file } }) =>
  new Response((await files()).get(file)!, { headers: { 'Content-Type': mediaType(file) } });
