import { expect, test } from 'vitest';
import { planOf } from '../../src/model/edition-plan.ts';
import type { EditionFile } from '../../src/model/edition.ts';

const file = (path: string, hash: string): EditionFile => ({ path, hash, bytes: 10 });
const files = [file('', 'a'), file('matrice/', 'b'), file('_astro/new.js', 'c'), file('en/', 'd')];

test('what is there is left, what has not changed is copied, also under another name, and the rest is fetched', () => {
  const sources = new Map([
    ['b', { place: 'old', path: 'matrice/' }],
    ['c', { place: 'old', path: '_astro/old.js' }],
  ]);
  expect(planOf(files, new Set(['']), sources)).toEqual({
    copied: [
      { path: 'matrice/', from: { place: 'old', path: 'matrice/' } },
      { path: '_astro/new.js', from: { place: 'old', path: '_astro/old.js' } },
    ],
    fetched: [file('en/', 'd')],
    bytes: 10,
  });
});

test('where nothing is there all is fetched, and where all is there nothing', () => {
  expect(planOf(files, new Set(), new Map())).toEqual({ copied: [], fetched: files, bytes: 40 });
  expect(planOf(files, new Set(files.map(({ path }) => path)), new Map())).toEqual({
    copied: [],
    fetched: [],
    bytes: 0,
  });
});
