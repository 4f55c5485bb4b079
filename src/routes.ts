import type { Corpus } from './model/corpus.ts';
import { inEach, langs, type Bilingual, type Lang } from './model/lang.ts';
import { placedClauses } from './model/policy.ts';

/** Every address of the site: a column for each language, which begins with the folder of its home. Nothing else in the project knows a path. */

const editorialPages = ['data', 'method', 'about', 'accessibility', 'privacy'] as const;
export type EditorialPage = (typeof editorialPages)[number];

export type Page =
  | { kind: 'home' }
  | { kind: 'policies' }
  | { kind: 'policy'; board: string }
  | { kind: 'clause'; board: string; id: string }
  | { kind: 'retired'; board: string; id: string }
  | { kind: 'matrix' }
  | { kind: 'compare' }
  | { kind: 'search' }
  | { kind: 'topics' }
  | { kind: 'glossary' }
  | { kind: 'workshops' }
  | { kind: 'selection' }
  | { kind: 'scenario'; slug: Bilingual }
  | { kind: 'topic'; slug: Bilingual }
  | { kind: EditorialPage };

const folders: Record<
  Lang,
  Record<
    | 'home'
    | 'policies'
    | 'matrix'
    | 'compare'
    | 'search'
    | 'topics'
    | 'glossary'
    | 'workshops'
    | 'selection'
    | EditorialPage,
    string
  >
> = {
  fr: {
    home: '',
    policies: 'politiques',
    matrix: 'matrice',
    compare: 'comparer',
    search: 'recherche',
    topics: 'themes',
    glossary: 'glossaire',
    workshops: 'ateliers',
    selection: 'selection',
    data: 'donnees',
    method: 'methode',
    about: 'a-propos',
    accessibility: 'accessibilite',
    privacy: 'confidentialite',
  },
  en: {
    home: 'en',
    policies: 'policies',
    matrix: 'matrix',
    compare: 'compare',
    search: 'search',
    topics: 'topics',
    glossary: 'glossary',
    workshops: 'workshops',
    selection: 'selection',
    data: 'data',
    method: 'method',
    about: 'about',
    accessibility: 'accessibility',
    privacy: 'privacy',
  },
};

function segments(page: Page, lang: Lang): string[] {
  const { home, ...folder } = folders[lang];
  switch (page.kind) {
    case 'home':
      return [home];
    case 'policy':
      return [home, folder.policies, page.board];
    case 'clause':
    case 'retired':
      return [home, folder.policies, page.board, page.id];
    case 'topic':
      return [home, folder.topics, page.slug[lang]];
    case 'scenario':
      return [home, folder.workshops, page.slug[lang]];
    default:
      return [home, folder[page.kind]];
  }
}

/** "/politiques/csno/4.c/", below the site's base. */
export const pathOf = (page: Page, lang: Lang): string =>
  `/${segments(page, lang)
    .filter(Boolean)
    .map((segment) => `${segment}/`)
    .join('')}`;

/** Puts a path of ours below the folder that the site is published in ("/" or "/balises/"). */
export const belowBase = (base: string, path: string): string => base.replace(/\/$/, '') + path;

/** Every page of the site. */
export function allPages(corpus: Corpus): { page: Page; lang: Lang }[] {
  const pages: Page[] = [
    { kind: 'home' },
    { kind: 'policies' },
    { kind: 'matrix' },
    { kind: 'compare' },
    { kind: 'search' },
    { kind: 'topics' },
    { kind: 'glossary' },
    { kind: 'workshops' },
    { kind: 'selection' },
    ...corpus.scenarios.map(({ texts }): Page => ({ kind: 'scenario', slug: inEach((lang) => texts[lang].slug) })),
    ...corpus.topics.map(({ slug }): Page => ({ kind: 'topic', slug })),
    ...editorialPages.map((kind): Page => ({ kind })),
    ...corpus.policies.flatMap((policy): Page[] => [
      { kind: 'policy', board: policy.board },
      ...placedClauses(policy).map(({ clause }): Page => ({ kind: 'clause', board: policy.board, id: clause.id })),
    ]),
    ...corpus.ledger.retired.map(({ board, id }): Page => ({ kind: 'retired', board, id })),
  ];
  return langs.flatMap((lang) => pages.map((page) => ({ page, lang })));
}
