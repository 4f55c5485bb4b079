import { locate } from '../cite.ts';
import { isStale, type Corpus } from '../corpus.ts';
import type { Lang } from '../lang.ts';
import { shardSizeOf } from './shards.ts';

/** The words of the clauses, as the search page shows them: fetched only for the hits that are shown, some hundred at a time. */

export interface ClauseRecord {
  label?: string;
  text: string;
  /** It is a translation of words that have changed since. */
  stale?: true;
  /** Where in the document: "art. 4 c)". */
  where: string;
  /** Place in `trails`. */
  trail: number;
}

export interface Shard {
  /** The titles above clauses, outermost first. */
  trails: string[][];
  clauses: ClauseRecord[];
}

/** In the order of the catalogue. */
export function clauseRecords(corpus: Corpus, lang: Lang): Shard[] {
  const records = corpus.policies.flatMap(({ board }) =>
    corpus.clauses.get(board)!.placed.map((placed) => {
      const { clause, sections } = placed;
      const text = corpus.texts.get(board)![lang];
      return {
        ...(clause.label ? { label: clause.label } : {}),
        text: text.clauses.get(clause.id)!.text,
        ...(isStale(corpus, board, clause.id, lang) ? { stale: true as const } : {}),
        where: locate(placed, lang),
        titles: sections.map(({ id }) => text.titles.get(id)!),
      };
    }),
  );
  const size = shardSizeOf(records.length);
  return Array.from({ length: Math.ceil(records.length / size) }, (_, at) => {
    const own = records.slice(at * size, (at + 1) * size);
    const trails = [...new Map(own.map(({ titles }) => [titles.join('\n'), titles]))];
    const places = new Map(trails.map(([key], place) => [key, place]));
    return {
      trails: trails.map(([, titles]) => titles),
      clauses: own.map(({ titles, ...record }) => ({ ...record, trail: places.get(titles.join('\n'))! })),
    };
  });
}
