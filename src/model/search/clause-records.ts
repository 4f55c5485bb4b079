import { locate } from '../cite.ts';
import type { Corpus } from '../corpus.ts';
import type { Lang } from '../lang.ts';

/** The words of the clauses, as the search page shows them: fetched only for the hits that are shown, some hundred at a time. */

export interface ClauseRecord {
  label?: string;
  text: string;
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

/** A few policies are one fetch; of hundreds, the ten hits of a page are at most ten small ones. */
export const shardSizeOf = (clauses: number): number => (clauses <= 256 ? 256 : 64);

export const recordsFile = (lang: Lang, shard: number): string => `${lang}/clauses-${shard}.json`;

/** In the order of the catalogue. */
export function clauseRecords(corpus: Corpus, lang: Lang): Shard[] {
  const records = corpus.policies.flatMap((policy) =>
    corpus.clauses.get(policy.board)!.placed.map((placed) => {
      const { clause, sections } = placed;
      return {
        ...(clause.label ? { label: clause.label } : {}),
        text: clause.text,
        where: locate(placed, lang),
        titles: sections.map(({ title }) => title),
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
