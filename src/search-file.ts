/** What the search page fetches, while authors work; a build writes it as files: see publish-index.ts. */
import type { APIRoute } from 'astro';
import { currentCorpus } from './corpus.ts';
import { mediaType } from './media-types.ts';
import { searchFiles } from './publish-index.ts';

export const getStaticPaths = async () =>
  [...(await searchFiles(currentCorpus().made)).keys()].map((file) => ({ params: { file } }));

export const GET: APIRoute<never, { file: string }> = async ({ params: { file } }) =>
  new Response((await searchFiles(currentCorpus().made)).get(file)!, { headers: { 'Content-Type': mediaType(file) } });
