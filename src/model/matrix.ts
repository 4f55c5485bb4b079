import type { Force } from './force.ts';
import { inEach, type Bilingual } from './lang.ts';
import type { Note } from './note.ts';
import { placedClauses, type Policy, type Rule } from './policy.ts';
import type { Silence, SilenceState } from './silence.ts';
import type { Topic } from './vocabulary.ts';

/** The matrix: what each board says on each question, derived from the marked words. Nobody types a cell. */

export interface CellRule {
  board: string;
  clause: string;
  /** The place of the rule in its clause, in every language. */
  index: number;
  rule: Rule;
}

type CellState = 'answered' | 'principle' | SilenceState;

export interface Cell {
  board: string;
  topic: string;
  criterion: string;
  state: CellState;
  /** Of the strongest words that answer; none where the text is silent. */
  force?: Force;
  /** The strongest words are a recommendation, and it advises against. */
  against: boolean;
  /** The policy answers with two forces, or with an exception in one place only. */
  tension: boolean;
  rules: CellRule[];
  note?: Bilingual;
  silence?: Silence;
}

/** From strictest to loosest: which words a cell is headed by, and how wordings are ordered for a writer. */
export const strictness: readonly Force[] = [
  'prohibition',
  'obligation',
  'consequence',
  'power',
  'recommendation',
  'permission',
  'principle',
];

/** An aim beside a rule is no contradiction; two forces are, and so is an exception that one place has and another lacks. */
export function inTension(rules: readonly Rule[]): boolean {
  const binding = rules.filter(({ force }) => force !== 'principle');
  const forces = new Set(binding.map(({ force }) => force));
  const excepted = binding.filter(({ except }) => except !== undefined).length;
  return forces.size > 1 || (excepted > 0 && excepted < binding.length);
}

const strongest = (rules: readonly CellRule[]): Force | undefined =>
  strictness.find((force) => rules.some(({ rule }) => rule.force === force));

/**
 * As many boards as stand side by side and are still read: on a laptop and on the long side of the paper a column then holds some
 * 25 characters a line, and the words of all are within what one page may weigh.
 */
export const mostColumns = 5;

/** One cell for every board × criterion: topics in order, their criteria in order, the boards in order. Linear in rules and cells. */
export function deriveMatrix(
  policies: readonly Policy[],
  topics: readonly Topic[],
  silences: ReadonlyMap<string, ReadonlyMap<string, Silence>>,
  notes: ReadonlyMap<string, readonly Note[]>,
): Cell[] {
  const byCriterion = new Map(
    policies.map((policy) => {
      const rules = new Map<string, CellRule[]>();
      for (const { clause } of placedClauses(policy)) {
        for (const [index, rule] of clause.rules.entries()) {
          for (const criterion of rule.criteria) {
            const answers = rules.get(criterion);
            if (answers) answers.push({ board: policy.board, clause: clause.id, index, rule });
            else rules.set(criterion, [{ board: policy.board, clause: clause.id, index, rule }]);
          }
        }
      }
      return [policy.board, rules] as const;
    }),
  );
  const tensionNotes = new Map(
    policies.map(({ board }) => [
      board,
      new Map((notes.get(board) ?? []).filter(({ kind }) => kind === 'tension').map((note) => [note.on, note])),
    ]),
  );
  return topics.flatMap((topic) =>
    topic.criteria.flatMap((criterion) =>
      policies.map(({ board }): Cell => {
        const rules = byCriterion.get(board)!.get(criterion.id) ?? [];
        const place = { board, topic: topic.id, criterion: criterion.id, rules };
        const silence = silences.get(board)?.get(criterion.id);
        const force = strongest(rules);
        if (!force) {
          return {
            ...place,
            state: silence?.state ?? 'silent',
            against: false,
            tension: false,
            note: silence?.note,
            silence,
          };
        }
        const tension = inTension(rules.map(({ rule }) => rule));
        const note = tension
          ? rules.map(({ clause }) => tensionNotes.get(board)!.get(clause)).find(Boolean)
          : undefined;
        return {
          ...place,
          state: force === 'principle' ? 'principle' : 'answered',
          force,
          against: rules.every(({ rule }) => rule.force !== force || rule.against),
          tension,
          note: note && inEach((lang) => note[lang]),
        };
      }),
    ),
  );
}

/** The order in which a comparison shows its questions: what differs first. */
export const compareGroups = ['differ', 'only', 'same', 'none'] as const;
export type CompareGroup = (typeof compareGroups)[number];

export function compareGroup(cells: readonly Cell[]): CompareGroup {
  const answers = cells.filter(({ force }) => force !== undefined).length;
  if (answers === 0) return 'none';
  if (answers === 1 && cells.length > 1) return 'only';
  return new Set(cells.map(({ force, state }) => force ?? state)).size > 1 ? 'differ' : 'same';
}

/** From loosest to strictest, the silent first: the order in which a writer weighs wordings. */
export const byStrictness = (rules: readonly CellRule[]): CellRule[] =>
  rules.toSorted((a, b) => strictness.indexOf(b.rule.force) - strictness.indexOf(a.rule.force));
