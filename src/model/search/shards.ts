/** What the build writes and the page fetches, said once for both. */

/** A few policies are one fetch; of hundreds, the ten hits of a page are at most ten small ones. */
export const shardSizeOf = (clauses: number): number => (clauses <= 256 ? 256 : 64);

export const recordsFile = (shard: number): string => `clauses-${shard}.json`;

export interface ClauseRecord {
  label: string;
  text: string;
  /** It is a translation of words that have changed since. */
  stale: boolean;
  /** Where in the document: "art. 4 c)". */
  where: string;
  /** The titles above it, outermost first. */
  titles: string[];
}

/** What is alike stands together: so it packs smaller. */
export interface Shard {
  texts: string[];
  labels: string[];
  wheres: string[];
  /** Place in the shard. */
  stale: number[];
  trails: string[][];
  /** Place in `trails`. */
  trailOf: number[];
}

export function pack(records: readonly ClauseRecord[]): Shard {
  const trails = [...new Map(records.map(({ titles }) => [titles.join('\n'), titles]))];
  const places = new Map(trails.map(([key], place) => [key, place]));
  return {
    texts: records.map(({ text }) => text),
    labels: records.map(({ label }) => label),
    wheres: records.map(({ where }) => where),
    stale: records.flatMap(({ stale }, place) => (stale ? [place] : [])),
    trails: trails.map(([, titles]) => titles),
    trailOf: records.map(({ titles }) => places.get(titles.join('\n'))!),
  };
}

export const unpack = ({ texts, labels, wheres, stale, trails, trailOf }: Shard, place: number): ClauseRecord => ({
  label: labels[place]!,
  text: texts[place]!,
  stale: stale.includes(place),
  where: wheres[place]!,
  titles: trails[trailOf[place]!]!,
});
