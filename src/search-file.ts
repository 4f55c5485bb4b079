/** What the search page fetches, while authors work; a build writes it as files: see publish-index.ts. */
import type { APIRoute } from 'astro';
import { currentCorpus } from './corpus.ts';
import { mediaType } from './media-types.ts';
import { searchFiles } from './publish-index.ts';

export const getStaticPaths = async () =>
  Array.from(await searchFiles(currentCorpus().made), ([file, content]) => ({ params: { file }, props: { content } }));

export const GET: APIRoute<{ content: string | Uint8Array<ArrayBuffer> }, { file: string }> = ({
  params: { file },
  props: { content },
}) => new Response(content, { headers: { 'Content-Type': mediaType(file) } });
