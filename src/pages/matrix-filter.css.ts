/** The rules by which an unchecked box hides its column, its rows or its answers, without a script. One line for each box. */
import type { APIRoute } from 'astro';
import { currentCorpus } from '../corpus.ts';
import { forces } from '../model/force.ts';

export const GET: APIRoute = () => {
  const { corpus } = currentCorpus();
  const off = (box: string) => `body:has([id="${box}"]:not(:checked))`;
  const rules = [
    ...corpus.policies.map(({ board }) => `${off(`b-${board}`)} .matrix [data-board="${board}"]{display:none}`),
    ...corpus.topics.map(({ id }) => `${off(`t-${id}`)} .matrix [data-topic="${id}"]{display:none}`),
    ...[...forces, 'elsewhere', 'silent'].map(
      (force) => `${off(`f-${force}`)} .matrix [data-answer="${force}"]>*{display:none}`,
    ),
  ];
  return new Response(`${rules.join('\n')}\n`, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
