import { expect, test } from 'vitest';
import { readCorpus } from '../../src/model/corpus.ts';
import { deriveMatrix } from '../../src/model/matrix.ts';
import type { Silence } from '../../src/model/silence.ts';
import { manyBoards } from './many-boards.ts';

/** What the reader costs must grow with the clauses alone. */

test('five, fifty and five hundred boards are read and compared, as many cells and rules as boards, in time that is told', () => {
  const seconds = [5, 50, 500].map((count) => {
    const files = manyBoards(count);
    const start = performance.now();
    const { corpus, issues, warnings } = readCorpus(files);
    const time = (performance.now() - start) / 1000;
    expect([issues, warnings]).toEqual([[], []]);
    const sums = new TextDecoder().decode(files.get('content/policies/SHA256SUMS')).split('\n').filter(Boolean);
    expect(new Set(sums.map((line) => line.split(' ')[0])).size).toBe(count);
    expect(corpus!.policies).toHaveLength(count);
    const cells = [...corpus!.matrix.values()].flat();
    const silences = new Map(corpus!.policies.map(({ board }) => [board, new Map<string, Silence>()]));
    for (const { board, criterion, silence } of cells) if (silence) silences.get(board)!.set(criterion, silence);
    const restart = performance.now();
    expect(deriveMatrix(corpus!.policies, corpus!.topics, silences, corpus!.notes)).toHaveLength(cells.length);
    const derivation = performance.now() - restart;
    return { count, time, derivation, cells: cells.length, rules: cells.flatMap(({ rules }) => rules).length };
  });
  const [five, ...more] = seconds;
  for (const { count, cells, rules } of more) {
    expect([cells, rules]).toEqual([(five!.cells * count) / 5, (five!.rules * count) / 5]);
  }
  console.log(
    seconds
      .map(({ count, time, derivation }, index) => {
        const before = seconds[index - 1];
        return `${count} boards read in ${time.toFixed(2)} s${before ? ` (× ${(time / before.time).toFixed(1)})` : ''}, matrix derived in ${derivation.toFixed(0)} ms`;
      })
      .join(', '),
  );
}, 600_000);
