import type { Corpus } from './corpus.ts';
import { langs } from './lang.ts';
import { mostColumns, type Cell } from './matrix.ts';
import type { Topic } from './vocabulary.ts';

/**
 * A page that compares many boards comes in parts: as many boards to each as it can bear, in the order in which they stand on the
 * site, so that a board that is added at the end moves no other.
 */

/** More boards than can be read side by side: the matrix goes by topic, a board a row. */
export const isLarge = ({ policies }: Pick<Corpus, 'policies'>): boolean => policies.length > mostColumns;

/** What shows a topic board by board: a row of cells, or each cell with the proof of its silence and its wordings to copy. */
type PartedPage = 'matrix' | 'topic';

/** Of the 300,000 bytes that no page may pass, what its cells may weigh; the rest is the frame, and long addresses. */
const most = 200_000;

/** What the marks around the words weigh, generously: [a cell, a rule, a passage that does not answer]; and how often the words stand there. */
const weights = {
  matrix: { cell: 330, rule: 330, hit: 0, words: 1 },
  topic: { cell: 1_100, rule: 1_500, hit: 160, words: 3 },
} as const;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

function weightOf(corpus: Corpus, { board, rules, silence, note }: Cell, page: PartedPage): number {
  const weight = weights[page];
  const words = rules.map(({ clause, index }) =>
    Math.max(...langs.map((lang) => bytes(corpus.texts.get(board)![lang].clauses.get(clause)!.rules[index]!.quote))),
  );
  const reasons = new Set((silence?.hits ?? []).flatMap(({ why }) => (weight.hit > 0 ? [why] : [])));
  const ours = [...reasons, ...(weight.hit > 0 && note ? [note] : [])];
  return (
    weight.cell +
    words.reduce((sum, one) => sum + weight.rule + weight.words * one, 0) +
    (silence?.hits.length ?? 0) * weight.hit +
    ours.reduce((sum, text) => sum + Math.max(...langs.map((lang) => bytes(text[lang]))), 0)
  );
}

const known = new WeakMap<Corpus, Map<string, string[][]>>();

/** The boards of each part of the page of a topic; all in one where they fit in columns. */
export function partsOf(corpus: Corpus, topic: Topic, page: PartedPage): string[][] {
  const all = known.get(corpus) ?? new Map<string, string[][]>();
  known.set(corpus, all);
  const key = `${page} ${topic.id}`;
  const parts = all.get(key) ?? cut(corpus, topic, page);
  all.set(key, parts);
  return parts;
}

function cut(corpus: Corpus, topic: Topic, page: PartedPage): string[][] {
  const rows = topic.criteria.map(({ id }) => corpus.matrix.get(id)!);
  const parts: string[][] = [[]];
  let weight = 0;
  corpus.policies.forEach(({ board }, at) => {
    const own = rows.reduce((sum, cells) => sum + weightOf(corpus, cells[at]!, page), 0);
    if (isLarge(corpus) && weight + own > most && parts.at(-1)!.length > 0) {
      parts.push([]);
      weight = 0;
    }
    parts.at(-1)!.push(board);
    weight += own;
  });
  return parts;
}
