import { expect, test } from 'vitest';
import { goesAlong, isNamedByContent, nameOf, pathOfFile } from '../../src/model/edition.ts';

test.each([
  ['index.html', ''],
  ['matrice/index.html', 'matrice/'],
  ['politiques/csno/4.c/index.html', 'politiques/csno/4.c/'],
  ['data/v1/matrix.xlsx', 'data/v1/matrix.xlsx'],
  ['themes/my-index.html', 'themes/my-index.html'],
])('the file %s is asked for as "%s"', (file, path) => {
  expect(pathOfFile(file)).toBe(path);
});

test.each([
  ['matrice/index.html', true],
  ['_astro/everywhere.Bze5zccE.js', true],
  ['search/fr/20d031de813380d3/words.json', true],
  ['data/v1/matrix.en.docx', true],
  ['data/v1/matrix.csv', true],
  ['hors-ligne/index.html', true],
  ['data/v1/clauses.json', false],
  ['data/v1/policies/csno.akn.xml', false],
  ['sw.js', false],
  ['offline.json', false],
  ['offline-files.json', false],
  ['_headers', false],
  ['.nojekyll', false],
  ['.well-known/security.txt', false],
  ['404.html', false],
])('%s goes along: %s', (file, goes) => {
  expect(goesAlong(file)).toBe(goes);
});

test.each([
  ['_astro/Layout.DiSsfwr7.css', true, 'Layout.DiSsfwr7.css'],
  ['styles/matrix-filter.9d9a8ee0c358ee76.css', true, 'matrix-filter.9d9a8ee0c358ee76.css'],
  ['search/fr/20d031de813380d3/index/unknown_21591cd.pf_index', true, 'search/fr/20d031de813380d3'],
  ['cards/en/5840f7d60d10c184/csno.json', true, 'cards/en/5840f7d60d10c184'],
  ['en/search/', false, ''],
  ['favicon.svg', false, 'favicon.svg'],
])('%s is named by its content: %s, and by a page as %s', (path, named, name) => {
  expect([isNamedByContent(path), nameOf(path)]).toEqual([named, name]);
});
