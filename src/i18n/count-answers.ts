import type { Lang } from '../model/lang.ts';
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

/** « 3 sur 5 interdisent; 1 déconseille; 1 se tait » */
export function countAnswers(cells: readonly Cell[], lang: Lang): string {
  const t = dictionary(lang).counts;
  const kinds = cells.map(answerKind);
  return order
    .map((kind) => ({ kind, n: kinds.filter((one) => one === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }, index) => (index === 0 ? t.first(n, cells.length, t.verbs[kind]) : t.further(n, t.verbs[kind])))
    .join('; ');
}
