/** What the build writes and the page fetches, said once for both. */

/** A few policies are one fetch; of hundreds, the ten hits of a page are at most ten small ones. */
export const shardSizeOf = (clauses: number): number => (clauses <= 256 ? 256 : 64);

export const recordsFile = (shard: number): string => `clauses-${shard}.json`;
