import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { readContentFiles } from '../../src/content-files.ts';
import { readCorpus, type Corpus } from '../../src/model/corpus.ts';
import type { Lang } from '../../src/model/lang.ts';
import { allPages, pathOf, type Page } from '../../src/routes.ts';

/** The built sites and the corpus that they were built from. */

export const [rootSite, belowSite] = inject('sites') as [Site, Site];

export interface Site {
  base: string;
  folder: string;
}

const reading = readCorpus(readContentFiles(process.cwd()));
if (!reading.corpus) throw new Error('content/ has errors: run npm run check:content.');
export const corpus: Corpus = reading.corpus;

export const pages: { page: Page; lang: Lang; path: string }[] = allPages(corpus).map(({ page, lang }) => ({
  page,
  lang,
  path: pathOf(page, lang),
}));

export const readPage = (site: Site, path: string): string =>
  readFileSync(join(site.folder, path, path.endsWith('/') ? 'index.html' : ''), 'utf8');

export const readJson = (site: Site, path: string): unknown =>
  JSON.parse(readFileSync(join(site.folder, path), 'utf8'));

/** One page of each kind and language: what is true of a kind is proved on these. */
export const pageKinds: { name: string; path: string }[] = [
  '/404.html',
  '/',
  '/matrice/',
  '/comparer/',
  '/themes/',
  '/themes/amitie/',
  '/themes/eleves/',
  '/donnees/',
  '/glossaire/',
  '/ateliers/',
  '/ateliers/demande-d-ami/',
  '/recherche/',
  '/selection/',
  '/politiques/',
  '/politiques/dsfno/',
  '/politiques/csspo/',
  '/politiques/csscv/',
  '/politiques/csno/',
  '/politiques/cstl/',
  '/politiques/csno/4.c/',
  '/politiques/csno/2.b.i/',
  '/politiques/cstl/annexe-2.personnel.8/',
  '/politiques/dsfno/2/',
  '/methode/',
  '/a-propos/',
  '/accessibilite/',
  '/confidentialite/',
  '/hors-ligne/',
  '/en/',
  '/en/matrix/',
  '/en/compare/',
  '/en/search/',
  '/en/selection/',
  '/en/topics/',
  '/en/topics/sanctions/',
  '/en/data/',
  '/en/glossary/',
  '/en/workshops/',
  '/en/workshops/corridor-video/',
  '/en/policies/',
  '/en/policies/cstl/',
  '/en/policies/csno/4.c/',
  '/en/method/',
  '/en/about/',
  '/en/accessibility/',
  '/en/privacy/',
].map((path) => ({ name: path, path }));
