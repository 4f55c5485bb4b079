/** The styles that are derived from the content. */
import type { APIRoute } from 'astro';
import { currentCorpus } from '../../corpus.ts';
import { matrixFilters } from '../../matrix-filter.ts';

export const getStaticPaths = () =>
  matrixFilters(currentCorpus().corpus).map(({ file, css }) => ({
    params: { file: file.replace('/styles/', '') },
    props: { css },
  }));

export const GET: APIRoute<{ css: string }> = ({ props: { css } }) =>
  new Response(css, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
