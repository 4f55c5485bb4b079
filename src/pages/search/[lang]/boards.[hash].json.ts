/** What the search page knows of every clause before it has fetched its words; of a few boards it stands in the page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { currentCorpus } from '../../../corpus.ts';
import { langs } from '../../../model/lang.ts';
import { isLarge } from '../../../model/parts.ts';
import { searchBoardsFile } from '../../../search-page-data.ts';

export const getStaticPaths = (() => {
  const { corpus } = currentCorpus();
  if (!isLarge(corpus)) return [];
  return langs.map((lang) => {
    const { hash, content } = searchBoardsFile(corpus, lang);
    return { params: { lang, hash }, props: { content } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ content: string }> = ({ props: { content } }) =>
  new Response(content, { headers: { 'Content-Type': 'application/json' } });
