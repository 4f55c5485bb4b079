import { createHash } from 'node:crypto';
import { readContentFiles } from '../../src/content-files.ts';
import type { ContentFiles } from '../../src/model/corpus.ts';

/** The real corpus again and again under other board names. */

const real = readContentFiles(process.cwd());
const text = (path: string): string => new TextDecoder().decode(real.get(path));
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const boards = ['dsfno', 'csspo', 'csscv', 'csno', 'cstl'];

const glossaryPath = 'content/glossary/terms.yaml';

export function manyBoards(count: number): ContentFiles {
  const files = new Map([...real].filter(([path]) => !/^content\/(?:policies|scenarios|packs)\//.test(path)));
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
  // What the glossary excepts of a board it excepts of each copy.
  const copies = Array.from({ length: count }, (_, index) => [boards[index % boards.length]!, index] as const);
  const glossary = text(glossaryPath).replaceAll(/"([a-z]+):([^"\s]+)"/g, (_, board: string, id: string) =>
    copies.flatMap(([own, index]) => (own === board ? [`"${board}-${index}:${id}"`] : [])).join(', '),
  );
  files.set(glossaryPath, bytes(glossary));
  files.set('content/policies/SHA256SUMS', bytes(sums.join('')));
  files.set('content/permalinks.txt', bytes(ledger.join('')));
  return files;
}
