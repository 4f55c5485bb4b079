import { contentHash } from './content-hash.ts';
import type { Corpus } from './model/corpus.ts';
import { forces } from './model/force.ts';

/** The rules by which an unchecked box hides its column, its rows or its answers, without a script. One line for each box. */
export function matrixFilter(corpus: Corpus): { file: string; css: string } {
  const off = (box: string) => `body:has([id="${box}"]:not(:checked))`;
  const rules = [
    ...corpus.policies.map(({ board }) => `${off(`b-${board}`)} .matrix [data-board="${board}"]{display:none}`),
    ...corpus.topics.map(({ id }) => `${off(`t-${id}`)} .matrix [data-topic="${id}"]{display:none}`),
    ...[...forces, 'elsewhere', 'silent'].map(
      (force) => `${off(`f-${force}`)} .matrix [data-answer="${force}"]>*{display:none}`,
    ),
  ];
  const css = `${rules.join('\n')}\n`;
  return { file: `/styles/matrix-filter.${contentHash(css)}.css`, css };
}
