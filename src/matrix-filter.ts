import { contentHash } from './content-hash.ts';
import { placeAndDate } from './i18n/place-and-date.ts';
import type { Corpus } from './model/corpus.ts';
import { forces } from './model/force.ts';
import { inEach, langs, type Bilingual } from './model/lang.ts';
import { isLarge } from './model/parts.ts';
import { typeset } from './model/typography.ts';
import type { Topic } from './model/vocabulary.ts';

/**
 * What the style of a matrix says of this corpus: which column, rows or answers an unchecked box hides, without a script; and the name
 * that heads each cell on a phone, said here once for each column and not in every cell.
 */

export interface MatrixFilter {
  /** Named by what it holds: a page never gets that of another edition. */
  file: string;
  css: string;
}

/** The boxes stand before the table. Asked of the form alone, as here, a browser need not ask again for each row that comes. */
const off = (box: string): string => `.filter:has([id="${box}"]:not(:checked)) ~ *`;

/** A column has a box of its own, whose name begins with a letter for its kind. */
function columnRules(letter: string, attribute: string, columns: { id: string; label: Bilingual }[]): string[] {
  return [
    '@media screen and (max-width:63.99rem){',
    ...columns.flatMap(({ id, label }) =>
      langs.map(
        (lang) =>
          `.matrix td[${attribute}="${id}"]:lang(${lang})::before{content:${JSON.stringify(typeset(label[lang], lang))}}`,
      ),
    ),
    '}',
    ...columns.map(({ id }) => `${off(`${letter}-${id}`)} [${attribute}="${id}"]{display:none}`),
  ];
}

const ofAll = ({ policies, topics }: Corpus): string[] => [
  ...columnRules(
    'b',
    'data-board',
    policies.map((policy) => ({
      id: policy.board,
      label: inEach((lang) => `${policy.short} · ${placeAndDate(policy, lang)}`),
    })),
  ),
  ...topics.map(({ id }) => `${off(`t-${id}`)} tr[id^="${id}."]{display:none}`),
];

const ofTopic = ({ criteria }: Topic): string[] =>
  columnRules(
    'q',
    'data-criterion',
    criteria.map(({ id, question }) => ({ id, label: question })),
  );

/** Of the matrix of all topics, or of that of one where there are more boards than columns. */
export function matrixFilter(corpus: Corpus, topic?: Topic): MatrixFilter {
  const rules = [
    ...(topic ? ofTopic(topic) : ofAll(corpus)),
    ...[...forces, 'elsewhere'].map((force) => `${off(`f-${force}`)} [data-answer="${force}"]>*{display:none}`),
    `${off('f-silent')} td:not([data-answer])>*{display:none}`,
  ];
  const css = `${rules.join('\n')}\n`;
  return { file: `/styles/matrix-${topic?.id ?? 'all'}.${contentHash(css)}.css`, css };
}

export const matrixFilters = (corpus: Corpus): MatrixFilter[] =>
  isLarge(corpus) ? corpus.topics.map((topic) => matrixFilter(corpus, topic)) : [matrixFilter(corpus)];
