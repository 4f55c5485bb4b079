import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readContentFiles } from '../../src/content-files.ts';
import { readCorpus, type ContentFiles } from '../../src/model/corpus.ts';
import { deriveMatrix } from '../../src/model/matrix.ts';
import type { Silence } from '../../src/model/silence.ts';

/** The real corpus again and again under other board names: what the reader costs must grow with the clauses alone. */

const real = readContentFiles(process.cwd());
const text = (path: string): string => new TextDecoder().decode(real.get(path));
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const boards = ['dsfno', 'csspo', 'csscv', 'csno', 'cstl'];

function corpusOf(count: number): ContentFiles {
  const files = new Map([...real].filter(([path]) => !path.startsWith('content/policies/')));
  const sums: string[] = [];
  const ledger: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const board = boards[index % boards.length]!;
    const name = `${board}-${index}`;
    for (const [path, value] of real) {
      if (path.startsWith(`content/policies/${board}/`)) files.set(path.replace(`/${board}/`, `/${name}/`), value);
    }
    const mdx = text(`content/policies/${board}/fr.mdx`).replace(`board: ${board}`, `board: ${name}`);
    files.set(`content/policies/${name}/fr.mdx`, bytes(mdx));
    const source = real.get(`content/policies/${board}/source.txt`)!;
    sums.push(`${createHash('sha256').update(source).digest('hex')}  ${name}/source.txt\n`);
    ledger.push(...Array.from(mdx.matchAll(/<Clause id="([^"]+)"/g), ([, id]) => `${name}:${id}\n`));
  }
  files.set('content/policies/SHA256SUMS', bytes(sums.join('')));
  files.set('content/permalinks.txt', bytes(ledger.join('')));
  return files;
}

test('five, fifty and five hundred boards are read and compared, as many cells and rules as boards, in time that is told', () => {
  const seconds = [5, 50, 500].map((count) => {
    const files = corpusOf(count);
    const start = performance.now();
    const { corpus, issues } = readCorpus(files);
    const time = (performance.now() - start) / 1000;
    expect(issues).toEqual([]);
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
}, 120_000);
