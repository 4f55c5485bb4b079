import { inEach, type Lang } from '../model/lang.ts';
import { strictness, type Cell } from '../model/matrix.ts';
import { dictionary } from './dictionary.ts';
import type { AnswerKind } from './fr.ts';

/** What a cell counts as in a sentence: its force, or the kind of its silence. */
const answerKind = (cell: Cell): AnswerKind =>
  cell.force === undefined
    ? cell.state === 'elsewhere'
      ? 'elsewhere'
      : 'silent'
    : cell.against
      ? 'against'
      : cell.force;

const order: AnswerKind[] = [
  ...strictness.flatMap((force): AnswerKind[] => (force === 'recommendation' ? [force, 'against'] : [force])),
  'elsewhere',
  'silent',
];

/** Each kind of answer that is given, in words: « 3 sur 5 interdisent », « 1 déconseille », « 1 se tait ». */
export function answersInWords(cells: readonly Cell[], lang: Lang): { kind: AnswerKind; words: string }[] {
  const t = dictionary(lang).counts;
  const counts = new Map<AnswerKind, number>();
  for (const cell of cells) counts.set(answerKind(cell), (counts.get(answerKind(cell)) ?? 0) + 1);
  return order
    .filter((kind) => counts.has(kind))
    .map((kind, index) => {
      const n = counts.get(kind)!;
      return { kind, words: index === 0 ? t.first(n, cells.length, t.verbs[kind]) : t.further(n, t.verbs[kind]) };
    });
}

/** What is said of a question stands on the page of each clause that answers it: with hundreds of boards it is counted once. */
const said = inEach(() => new WeakMap<readonly Cell[], string>());

/** « 3 sur 5 interdisent; 1 déconseille; 1 se tait » */
export function countAnswers(cells: readonly Cell[], lang: Lang): string {
  const known =
    said[lang].get(cells) ??
    answersInWords(cells, lang)
      .map(({ words }) => words)
      .join('; ');
  said[lang].set(cells, known);
  return known;
}
