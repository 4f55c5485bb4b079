import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The core is what a lawyer would have us prove: it reads no disk, no clock, no global, and knows nothing of Astro. */

const libraries = new Set(['diff', 'fastest-levenshtein', 'node:crypto', 'satteri', 'yaml', 'zod']);

const files = readdirSync('src/model', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/model/${name}`);

function impurities(text: string): string[] {
  const imports = Array.from(text.matchAll(/^(?:import|export) [^;]*?from '([^']+)'/gm), (match) => match[1]!);
  return [
    ...imports.filter((from) => !from.startsWith('.') && !libraries.has(from)),
    ...imports.filter((from) => from.startsWith('../../') || /^\.\.\/(?!\w+\.ts$)/.test(from)),
    ...(text.match(/\b(?:console|process|import\.meta|Date\.now|Math\.random)\b/g) ?? []),
  ];
}

test.each(files)('%s is pure', (file) => {
  expect(impurities(readFileSync(file, 'utf8'))).toEqual([]);
});

test.each([
  ["import { z } from 'astro/zod';", ['astro/zod']],
  ["import { readFileSync } from 'node:fs';", ['node:fs']],
  ["import { link } from '../../link.ts';", ['../../link.ts']],
  ['console.log(1);', ['console']],
])('%s is found', (text, expected) => {
  expect(impurities(text)).toEqual(expected);
});
