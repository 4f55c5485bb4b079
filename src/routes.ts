import type { Corpus } from './model/corpus.ts';
import { inEach, langs, type Bilingual, type Lang } from './model/lang.ts';
import { isLarge, partsOf } from './model/parts.ts';
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
  /** With many boards it comes in parts; the first has no number in its address. */
  | { kind: 'topic'; slug: Bilingual; part?: number }
  /** The matrix of one topic, where there are more boards than columns. */
  | { kind: 'matrix-topic'; slug: Bilingual; part?: number }
  | { kind: EditorialPage };

/** The page of a policy, or of one of its clauses. */
export const placePage = (board: string, id?: string): Page =>
  id === undefined ? { kind: 'policy', board } : { kind: 'clause', board, id };

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

const partSegment = (part = 1): string => (part > 1 ? String(part) : '');

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
      return [home, folder.topics, page.slug[lang], partSegment(page.part)];
    case 'matrix-topic':
      return [home, folder.matrix, page.slug[lang], partSegment(page.part)];
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
    ...corpus.topics.flatMap((topic): Page[] =>
      partsOf(corpus, topic, 'topic').map((_, at) => ({ kind: 'topic', slug: topic.slug, part: at + 1 })),
    ),
    ...(isLarge(corpus) ? corpus.topics : []).flatMap((topic): Page[] =>
      partsOf(corpus, topic, 'matrix').map((_, at) => ({ kind: 'matrix-topic', slug: topic.slug, part: at + 1 })),
    ),
    ...editorialPages.map((kind): Page => ({ kind })),
    ...corpus.policies.flatMap((policy): Page[] => [
      { kind: 'policy', board: policy.board },
      ...placedClauses(policy).map(({ clause }): Page => ({ kind: 'clause', board: policy.board, id: clause.id })),
    ]),
    ...corpus.ledger.retired.map(({ board, id }): Page => ({ kind: 'retired', board, id })),
  ];
  return langs.flatMap((lang) => pages.map((page) => ({ page, lang })));
}
