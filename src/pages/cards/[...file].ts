/** What the selection page fetches: the clauses of one board in one language. */
import type { APIRoute } from 'astro';
import { cardFiles } from '../../card-files.ts';
import { currentCorpus } from '../../corpus.ts';
import { mediaType } from '../../media-types.ts';
import { langs } from '../../model/lang.ts';

/** In a build each file is handed on with its address; while an author works it is made anew. */
export const getStaticPaths = () => {
  const { corpus } = currentCorpus();
  return langs.flatMap((lang) => {
    const { folder, files } = cardFiles(corpus, lang);
    return [...files].map(([file, content]) => ({ params: { file: `${folder}${file}` }, props: { content } }));
  });
};

export const GET: APIRoute<{ content: string }, { file: string }> = ({ params: { file }, props: { content } }) =>
  new Response(content, { headers: { 'Content-Type': mediaType(file) } });
