import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The core takes arguments: it reads no disk, no clock and no global, and knows nothing of Astro or of the rest of src. */

const core = 'src/model';
const libraries = new Set(['diff', 'fastest-levenshtein', 'node:crypto', 'satteri', 'xmlbuilder2', 'yaml', 'zod']);

const files = readdirSync(core, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(core, name));

function impurities(file: string, text: string): string[] {
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const isOurs = (from: string): boolean =>
    from.startsWith('.') ? join(dirname(file), from).startsWith(`${core}/`) : libraries.has(from);
  return [
    ...imports.filter((from) => !isOurs(from)),
    ...(text.match(
      /\bconsole\b|\bprocess\b|\bglobalThis\b|\bimport\.meta\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/g,
    ) ?? []),
  ];
}

test('the core is there', () => {
  expect(files).toContain('src/model/read-policy.ts');
});

test.each(files)('%s is pure', (file) => {
  expect(impurities(file, readFileSync(file, 'utf8'))).toEqual([]);
});

test.each([
  ["import { z } from 'astro/zod';", ['astro/zod']],
  ["import { readFileSync } from 'node:fs';", ['node:fs']],
  ["import {\n  readFileSync,\n  writeFileSync,\n} from 'node:fs';", ['node:fs']],
  ["import 'node:fs';", ['node:fs']],
  ["const { z } = await import('astro/zod');", ['astro/zod']],
  ["export { link } from '../link.ts';", ['../link.ts']],
  ["import { readContentFiles } from '../content-files.ts';", ['../content-files.ts']],
  ['console.log(1);', ['console']],
  ['const today = new Date();', ['new Date()']],
  ["import { z } from 'zod';\nimport { near } from './near.ts';\nimport { json } from './export/json.ts';", []],
])('of %j in a file of the core %j is refused', (text, expected) => {
  expect(impurities('src/model/new.ts', text)).toEqual(expected);
});

test('a folder of the core may import from the core, and not from beside it', () => {
  const text = "import { near } from '../near.ts';\nimport { link } from '../../link.ts';";
  expect(impurities('src/model/export/new.ts', text)).toEqual(['../../link.ts']);
});
