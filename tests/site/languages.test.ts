import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eld } from 'eld/small';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { langs, type Lang } from '../../src/model/lang.ts';
import { plainNotice } from '../../src/model/notice.ts';
import { typeset } from '../../src/model/typography.ts';
import { belowSite, corpus, pages, readJson, readPage, rootSite } from './built.ts';

/**
 * No word of one language in the other: the language of every run of five words or more, on every page, is guessed by a library
 * that knows nothing of the site, and compared with the nearest `lang`.
 */

eld.setLanguageSubset([...langs]);

/** What keeps its own language in every sentence: the names of boards, laws and documents, and what is said to be of another language. */
const names = [
  ...corpus.policies.flatMap(({ name, title, number }) => [name, title, ...(number ? [number] : [])]),
  ...corpus.policies.flatMap(({ dates }) => dates.map(({ words }) => words)),
  'Commission scolaire des Trois-Lacs',
  'Centre de service scolaire au Cœur-des-Vallées',
  // What the policies name: a site, accounts of schools.
  'Wikipédia',
  'École des Quatre-Vents',
  'Bibliothèque',
  'École Héritage',
].toSorted((a, b) => b.length - a.length);

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface Said {
  text: string;
  lang: string;
  /** An attribute cannot say of a part of it that it is of another language: what it quotes in French stands between « ». */
  quoting?: true;
}

const spokenAttributes = new Set(['alt', 'aria-label', 'content', 'data-copies', 'data-done', 'data-label', 'title']);

/** Every run of words of a page, with the language that it is said to be in. */
function saidOn(html: string): Said[] {
  const said: Said[] = [];
  const visit = (node: Node, lang: string): void => {
    if (defaultTreeAdapter.isTextNode(node)) said.push({ text: node.value, lang });
    if (!defaultTreeAdapter.isElementNode(node)) return;
    const element: Element = node;
    if (['script', 'style', 'svg', 'code', 'pre'].includes(element.tagName)) return;
    // A policy for browsers, not words for people.
    if (element.tagName === 'meta' && !/"(?:description|og:\w+)"/.test(JSON.stringify(element.attrs))) return;
    const own = element.attrs.find(({ name }) => name === 'lang')?.value ?? lang;
    for (const { name, value } of element.attrs) {
      if (spokenAttributes.has(name))
        said.push(...value.split('\n').map((text) => ({ text, lang: own, quoting: true as const })));
    }
    for (const child of element.childNodes) visit(child, own);
  };
  for (const child of parse(html).childNodes) visit(child, '');
  return said;
}

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F\s]+/g, ' ').replaceAll('’', "'");

/** The words without what keeps its own language. */
function wordsOf(text: string): string {
  let left = plain(text);
  for (const name of names) left = left.replaceAll(plain(name), ' ');
  return left
    .replaceAll(/(?:https?:|www\.)\S+|\/\S*\//g, ' ')
    .replaceAll(/\b[A-Z]{3,}\b|\b[\w-]+(?:\.\w+)+/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

function strangers(html: string): string[] {
  return saidOn(html).flatMap(({ text, lang, quoting }) => {
    const words = wordsOf(
      quoting && !lang.startsWith('fr') ? text.replace(/^« .* »$/, ' ').replaceAll(/« [^»]*»/g, ' ') : text,
    );
    if ((words.match(/\p{L}{2,}/gu) ?? []).length < 5) return [];
    const expected = lang.slice(0, 2);
    const guess = eld.detect(words).language;
    if (guess === expected) return [];
    return [`${lang}, guessed ${guess}: ${words.slice(0, 160)}`];
  });
}

describe('every run of five words is of the language that it is said to be', () => {
  test.each(langs)('%s', (lang) => {
    const found = new Map<string, string>();
    for (const one of pages) {
      if (one.lang !== lang) continue;
      for (const stranger of strangers(readPage(rootSite, one.path))) found.set(stranger, one.path);
    }
    expect([...found].map(([stranger, path]) => `${path}  ${stranger}`)).toEqual([]);
  });

  test('a French sentence left on an English page is found, and so is an English one said to be French', () => {
    const html = readPage(rootSite, '/en/about/');
    const french = '<p>Ce site informe et ne donne pas de conseils.</p>';
    expect(strangers(html.replace('</main>', `${french}</main>`))).toHaveLength(1);
    const english = '<p lang="fr">This site informs and gives no advice.</p>';
    expect(strangers(html.replace('</main>', `${english}</main>`))).toHaveLength(1);
    const title = '<a href="#content" title="Revenir au début de cette page">x</a>';
    expect(strangers(html.replace('</main>', `${title}</main>`))).toHaveLength(1);
  });
});

/** Whether words stand on a page, whatever its typography. */
const holds = (html: string, words: string, lang: Lang): boolean =>
  plain(
    saidOn(html)
      .map(({ text }) => text)
      .join(''),
  ).includes(plain(typeset(words, lang)));

describe('“Unofficial translation – the French text prevails”', () => {
  const notice = plainNotice('fr', 'en');
  const english = pages.filter(({ lang }) => lang === 'en');
  const quoting = english.filter(
    ({ page, path }) =>
      ['clause', 'policy', 'retired'].includes(page.kind) ||
      (page.kind === 'scenario' && readPage(rootSite, path).includes('class="cited"')) ||
      (['topic', 'matrix', 'compare'].includes(page.kind) && readPage(rootSite, path).includes('<q ')),
  );

  test('stands on every English page that shows a clause, and on no French page', () => {
    expect(quoting.length).toBeGreaterThan(corpus.policies.length + 200);
    expect(quoting.filter(({ path }) => !holds(readPage(rootSite, path), notice, 'en'))).toEqual([]);
    const french = pages.filter(({ lang }) => lang === 'fr');
    expect(french.filter(({ path }) => holds(readPage(rootSite, path), notice, 'en'))).toEqual([]);
  });

  test('stands once in each row of the matrix that quotes, and beside each answer on the page of a topic', () => {
    const rows = readPage(rootSite, '/en/matrix/').split('<tr ').slice(1);
    const quotes = rows.filter((row) => row.includes('<q>'));
    expect(quotes.length).toBeGreaterThan(80);
    for (const row of quotes) expect(row.split('class="translation"')).toHaveLength(2);
    for (const { path, page } of english) {
      if (page.kind !== 'topic') continue;
      const answers = readPage(rootSite, path).split('<li id="').slice(1);
      for (const answer of answers) {
        const part = answer.split('</li>')[0]!;
        if (part.includes('<q>')) expect([path, part.includes('class="translation"')]).toEqual([path, true]);
      }
    }
  });

  test('goes along with what is copied, with the French words', () => {
    for (const { placed } of corpus.clauses.values()) {
      const { clause } = placed[0]!;
      const board = corpus.policies.find(({ board: one }) => corpus.clauses.get(one)!.placed === placed)!.board;
      const html = readPage(rootSite, `/en/policies/${board}/${clause.id}/`);
      const copied = saidOn(html).map(({ text }) => plain(text));
      expect(copied).toContain(plain(notice));
      expect(copied).toContain(plain(`« ${clause.text} »`));
    }
  });

  test('stands with every clause and rule of the data', () => {
    const clauses = readJson(rootSite, 'data/v1/clauses.json') as { notice: Record<Lang, string | null> }[];
    const { cells } = readJson(rootSite, 'data/v1/matrix.json') as {
      cells: { rules: { notice: Record<Lang, string | null> }[] }[];
    };
    const notices = [...clauses, ...cells.flatMap(({ rules }) => rules)].map((one) => one.notice);
    expect(new Set(notices.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ fr: null, en: notice })]),
    );
  });
});

describe('the French', () => {
  test('stands beside every English clause of a policy, and below every one on its own page, word for word and said to be French', () => {
    for (const { board } of corpus.policies) {
      const policy = saidOn(readPage(rootSite, `/en/policies/${board}/`)).filter(({ lang }) => lang === 'fr');
      const whole = plain(policy.map(({ text }) => text).join(' '))
        .replaceAll(/\s+/g, '')
        .replaceAll('[sic]', '');
      for (const { clause } of corpus.clauses.get(board)!.placed) {
        const words = plain(clause.text).replaceAll(/\s+/g, '');
        expect([clause.id, whole.includes(words)]).toEqual([clause.id, true]);
        const own = saidOn(readPage(rootSite, `/en/policies/${board}/${clause.id}/`)).filter(
          ({ lang }) => lang === 'fr',
        );
        const said = plain(own.map(({ text }) => text).join(''))
          .replaceAll(/\s+/g, '')
          .replaceAll('[sic]', '');
        expect([clause.id, said.includes(words)]).toEqual([clause.id, true]);
      }
    }
  });
});

describe('for search engines and those who share a link', () => {
  const sitemap = readFileSync(join(belowSite.folder, 'sitemap.xml'), 'utf8');
  const root = 'https://exemple.org/balises';
  const entries = sitemap
    .split('<url>')
    .slice(1)
    .map((entry) => ({
      address: /<loc>([^<]*)/.exec(entry)![1]!,
      alternates: new Map(
        Array.from(entry.matchAll(/hreflang="([^"]*)" href="([^"]*)"/g), ([, to, href]) => [to!, href!]),
      ),
    }));

  test('the sitemap names every page with its alternates, each of which names it in turn', () => {
    expect(entries.map(({ address }) => address).toSorted()).toEqual(
      pages.map(({ path }) => `${root}${path}`).toSorted(),
    );
    const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
    for (const { address, alternates } of entries) {
      expect([...alternates.keys()]).toEqual([...langs, 'x-default']);
      expect([...alternates.values()]).toContain(address);
      expect(alternates.get('x-default')).toBe(alternates.get('fr'));
      for (const other of alternates.values()) expect(byAddress.get(other)!.alternates).toEqual(alternates);
    }
    expect(readFileSync(join(belowSite.folder, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${root}/sitemap.xml`);
  });

  test('where the address of the site is not known, none is made up', () => {
    expect(readFileSync(join(rootSite.folder, 'sitemap.xml'), 'utf8')).not.toContain('<loc>');
    expect(readFileSync(join(rootSite.folder, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
  });

  test('each page says of itself in its language what a shared link shows', () => {
    for (const { path, lang } of pages) {
      const html = readPage(belowSite, path);
      const other = lang === 'fr' ? 'en' : 'fr';
      expect(html).toContain(`<meta property="og:locale" content="${lang}_CA">`);
      expect(html).toContain(`<meta property="og:locale:alternate" content="${other}_CA">`);
      expect(html).toContain(`<meta property="og:url" content="${root}${path}">`);
      expect(html).toMatch(/<meta property="og:title" content="[^"]{3,}"/);
      expect(html).toMatch(/<meta property="og:description" content="[^"]{20,}"/);
    }
  });
});

describe('pages of ours', () => {
  const folder = join(process.cwd(), 'content/pages');
  test('exist in each language, with as many titles, lists, links and tables', () => {
    const [fr, en] = langs.map((lang) => readdirSync(join(folder, lang)).toSorted());
    expect(en).toEqual(fr);
    const shape = (lang: Lang, file: string): Record<string, number> => {
      const text = readFileSync(join(folder, lang, file), 'utf8');
      const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
      return {
        titles: count(/^##+ /gm),
        items: count(/^- /gm),
        links: count(/\]\(/g),
        parts: count(/^<\w+ /gm),
        paragraphs: text.split(/\n{2,}/).length,
      };
    };
    for (const file of fr!) expect([file, shape('en', file)]).toEqual([file, shape('fr', file)]);
  });
});
