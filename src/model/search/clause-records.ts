import { locate } from '../cite.ts';
import { isStale, type Corpus } from '../corpus.ts';
import type { Lang } from '../lang.ts';
import { pack, shardSizeOf, type ClauseRecord, type Shard } from './shards.ts';

/** What the search page shows of each clause. */

/** In the order of the catalogue. */
export function clauseRecords(corpus: Corpus, lang: Lang): Shard[] {
  const records = corpus.policies.flatMap(({ board }) =>
    corpus.clauses.get(board)!.placed.map((placed): ClauseRecord => {
      const { clause, sections } = placed;
      const text = corpus.texts.get(board)![lang];
      return {
        label: clause.label ?? '',
        text: text.clauses.get(clause.id)!.text,
        stale: isStale(corpus, board, clause.id, lang),
        where: locate(placed, lang),
        titles: sections.map(({ id }) => text.titles.get(id)!),
      };
    }),
  );
  const size = shardSizeOf(records.length);
  return Array.from({ length: Math.ceil(records.length / size) }, (_, at) =>
    pack(records.slice(at * size, (at + 1) * size)),
  );
}
