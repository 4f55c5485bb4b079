import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { headers } from '../../src/security.ts';
import { belowSite, pageKinds, pages, readPage, rootSite, type Site } from './built.ts';
import { invalid } from './valid.ts';

const attributes = (html: string, name: string): string[] =>
  Array.from(html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g')), (match) => match[1]!.replaceAll('&amp;', '&'));

const htmlFiles = (site: Site): string[] =>
  readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(site.folder, name));

/** What is wrong with the links of one file: nothing, if every address and fragment exists. */
function brokenLinks(site: Site, file: string, idsOf: (path: string) => Set<string>): string[] {
  const html = readFileSync(file, 'utf8');
  return ['href', 'src', 'action']
    .flatMap((name) => attributes(html, name))
    .flatMap((written) => {
      // Where the site knows its host, some addresses are whole: the canonical one, those of the other language.
      const href = written.replace('https://exemple.org/', 'https://site/');
      const here = new URL(file.slice(site.folder.length).replace(/index\.html$/, ''), `https://site${site.base}`);
      here.pathname = site.base.replace(/\/$/, '') + file.slice(site.folder.length).replace(/index\.html$/, '');
      const target = new URL(href, here);
      if (target.host !== 'site' || !target.pathname.startsWith(site.base)) return [`${href} leaves the site`];
      const path = join(site.folder, decodeURIComponent(target.pathname.slice(site.base.length)));
      const found = target.pathname.endsWith('/') ? join(path, 'index.html') : path;
      if (!existsSync(found) || statSync(found).isDirectory()) return [`${href} leads nowhere`];
      const fragment = decodeURIComponent(target.hash.slice(1));
      return fragment && !idsOf(found).has(fragment) ? [`${href}: no such place on that page`] : [];
    });
}

function allBrokenLinks(site: Site): string[] {
  const ids = new Map<string, Set<string>>();
  const idsOf = (path: string): Set<string> => {
    const known = ids.get(path);
    if (known) return known;
    const found = new Set(attributes(readFileSync(path, 'utf8'), 'id'));
    ids.set(path, found);
    return found;
  };
  return htmlFiles(site).flatMap((file) => brokenLinks(site, file, idsOf).map((fault) => `${file}: ${fault}`));
}

test('every page of the map is built, in both languages', () => {
  const missing = pages.filter(({ path }) => !existsSync(join(rootSite.folder, path, 'index.html')));
  expect(missing).toEqual([]);
  // With the pages for what is not found and for the offline.
  expect(htmlFiles(rootSite)).toHaveLength(pages.length + 2);
});

test.each([
  ['at the root', rootSite],
  ['below a folder', belowSite],
])('every link and fragment resolves, %s', (_where, site) => {
  expect(allBrokenLinks(site)).toEqual([]);
});

test('a link to a page that does not exist is found', () => {
  const file = join(rootSite.folder, 'index.html');
  const idsOf = (path: string) =>
    new Set(attributes(readFileSync(path, 'utf8'), 'id').filter((id) => id !== 'content'));
  expect(brokenLinks(rootSite, file, idsOf)).toEqual(['#content: no such place on that page']);
  expect(brokenLinks({ ...rootSite, base: '/ailleurs/' }, file, idsOf)).toContain('/politiques/ leaves the site');
});

test('each page has a title of its own in its language, a description and its language', () => {
  const titles = pages.map(({ path, lang }) => {
    const html = readPage(rootSite, path);
    expect(html).toContain(`<html lang="${lang}-CA"`);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
    return `${lang} ${/<title>([^<]+)<\/title>/.exec(html)?.[1]}`;
  });
  expect(new Set(titles).size).toBe(titles.length);
});

test('no page holds a style, a script or a handler that the policy would refuse', () => {
  const faults = htmlFiles(rootSite).flatMap((file) => {
    const html = readFileSync(file, 'utf8');
    const inline = [
      // Data is no script: no policy refuses it.
      ...(html.match(/<script(?! type="application\/json")(?![^>]*\ssrc=)[^>]*>/g) ?? []),
      ...(html.match(/<style[\s>]/g) ?? []),
      ...(html.match(/\s(?:style|on[a-z]+)="/g) ?? []),
    ];
    return inline.map((found) => `${file}: ${found}`);
  });
  expect(faults).toEqual([]);
});

test('hosts that read _headers are told the same headers as our own server sends, at the folder of the site', () => {
  const [rule, ...files] = readFileSync(join(belowSite.folder, '_headers'), 'utf8').trim().split('\n\n');
  const [path, ...lines] = rule!.split('\n');
  expect(path).toBe('/balises/*');
  expect(lines).toEqual(Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`));
  expect(lines.join('\n')).toContain("frame-ancestors 'none'");
  const paths = files.map((text) => text.split('\n')[0]!.replace('/balises/', '').replace(/\*$/, ''));
  // However many boards there are, the files of an index are in one folder for each language.
  expect(paths).toHaveLength(6);
  expect(paths.filter((one) => !existsSync(join(belowSite.folder, one)))).toEqual([]);
});

test('where the address of the site is known, each page names its canonical address and its other language', () => {
  for (const { path, page, lang } of pages) {
    const html = readPage(belowSite, path);
    const twin = pages.find((other) => other.lang !== lang && JSON.stringify(other.page) === JSON.stringify(page))!;
    expect(html).toContain(`<link rel="canonical" href="https://exemple.org/balises${path}">`);
    const french = lang === 'fr' ? path : twin.path;
    expect(html).toContain(`hreflang="${twin.lang}" href="https://exemple.org/balises${twin.path}"`);
    expect(html).toContain(`hreflang="x-default" href="https://exemple.org/balises${french}"`);
  }
});

const bytes = (data: Buffer | string): number => brotliCompressSync(data).length;

test('every page is valid HTML', async () => {
  const faults: string[] = [];
  for (const file of htmlFiles(rootSite)) {
    for (const fault of await invalid(readFileSync(file, 'utf8'))) {
      faults.push(`${file.slice(rootSite.folder.length)}:${fault}`);
    }
  }
  expect(faults).toEqual([]);
}, 240_000);

test('a page that is not valid is found', async () => {
  const html = readPage(rootSite, '/');
  expect(await invalid(html.replace('<h1', '<h1 id="a" id="a"'))).not.toEqual([]);
  expect(await invalid(html.replace('</main>', ''))).not.toEqual([]);
});

/** Every script that a page runs when it is opened: those that it names, and those that these ask for. */
function scriptsOf(html: string): string[] {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const script = readFileSync(join(rootSite.folder, file), 'utf8');
    for (const [, asked] of script.matchAll(/(?:from|import)\s?"(\.[^"]+)"/g)) follow(join(dirname(file), asked!));
  };
  for (const [, file] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) follow(file!);
  return [...found];
}

const weigh = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + bytes(readFileSync(join(rootSite.folder, file))), 0);

test.each([
  ['at the root', rootSite],
  ['below a folder', belowSite],
])('no page passes 300,000 bytes before it is compressed, %s', (_where, site) => {
  const sizes = htmlFiles(site).map((file) => ({ file: file.slice(site.folder.length), size: statSync(file).size }));
  const heaviest = sizes.toSorted((a, b) => b.size - a.size).slice(0, 4);
  for (const { file, size } of heaviest)
    console.log(`${file}: ${size} bytes, ${bytes(readFileSync(join(site.folder, file)))} in brotli`);
  expect(sizes.filter(({ size }) => size > 300_000)).toEqual([]);
});

test('scripts, brotli: at most 3,000 bytes on a page, but for search and selection', () => {
  const sizes = pageKinds
    .filter(({ path }) => !/recherche|search|selection/.test(path))
    .map(({ path }) => ({ path, size: weigh(scriptsOf(readPage(rootSite, path))) }));
  for (const { path, size } of sizes) if (size > 2_000) console.log(`${path}: ${size} bytes of script`);
  expect(sizes.filter(({ size }) => size === 0 || size > 3_000)).toEqual([]);
});

describe('weight, brotli, page with all that it loads', () => {
  test.each([
    ['/', 25_000],
    ['/matrice/', 45_000],
    ['/themes/propos-nuisibles/', 25_000],
    ['/themes/eleves/', 25_000],
    ['/politiques/csno/', 27_000],
    ['/politiques/cstl/', 27_000],
    ['/politiques/cstl/3.2.1.r3/', 18_000],
    // A translated policy holds its original too.
    ['/en/', 25_000],
    ['/en/matrix/', 45_000],
    ['/en/topics/harm/', 25_000],
    ['/en/policies/csno/', 27_000],
    ['/en/policies/cstl/', 27_000],
    ['/en/policies/cstl/3.2.1.r3/', 18_000],
  ])('%s at most %i bytes', (path, most) => {
    const html = readPage(rootSite, path);
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, file]) => file!);
    const loaded = [...styles, ...scriptsOf(html)];
    const total = bytes(html) + weigh(loaded);
    console.log(`${path}: ${total} bytes in ${loaded.length + 1} files`);
    expect(loaded.length).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(most);
  });
});
