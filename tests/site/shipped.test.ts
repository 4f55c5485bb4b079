import { DOMParser } from '@xmldom/xmldom';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { paper } from '../../src/paper.ts';
import { belowSite, corpus, pages, readJson, rootSite, type Site } from './built.ts';
import { enterRoom } from './room.ts';

/** What a host gets besides the pages, and whether every address that stands in it leads somewhere. */

const { open, at } = enterRoom();

const read = (site: Site, file: string): string => readFileSync(join(site.folder, file), 'utf8');
const filesOf = (site: Site): string[] => readdirSync(site.folder, { recursive: true, encoding: 'utf8' });

const both = [
  ['at the root', rootSite],
  ['below a folder', belowSite],
] as const;

/** Whether a path of the site leads to a file; what a host would redirect does not count. */
function leads(site: Site, path: string): boolean {
  if (!path.startsWith(site.base)) return false;
  const file = join(site.folder, decodeURIComponent(path.slice(site.base.length)));
  return path.endsWith('/') ? existsSync(join(file, 'index.html')) : existsSync(file) && statSync(file).isFile();
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('addresses lead somewhere', () => {
  /** In JSON an address is a text of its own; in XML an attribute. The names of the standard for laws are no addresses. */
  const addressesIn = (site: Site, file: string): string[] =>
    file.endsWith('.xml')
      ? [...read(site, file).matchAll(/="(\/[^"\s]+)"/g)]
          .map(([, path]) => path!)
          .filter((path) => !path.startsWith('/akn/'))
      : strings(readJson(site, file)).filter((text) => /^\/\S+$/.test(text));

  test.each(both)('in every JSON file, manifest and Akoma Ntoso file, %s', (_where, site) => {
    const found = filesOf(site)
      .filter((file) => /\.(?:json|webmanifest|akn\.xml)$/.test(file))
      .flatMap((file) => addressesIn(site, file).map((path) => ({ file, path })));
    expect(new Set(found.map(({ path }) => path)).size).toBeGreaterThan(400);
    expect(found.filter(({ path }) => !leads(site, path))).toEqual([]);
  });

  test('and one that leads elsewhere is found', () => {
    expect(leads(rootSite, '/politiques/csno/4.c/')).toBe(true);
    expect(leads(rootSite, '/politiques/csno/4.c')).toBe(false);
    expect(leads(rootSite, '/politiques/csno/9.z/')).toBe(false);
    expect(leads(belowSite, '/politiques/csno/4.c/')).toBe(false);
  });

  test.each(both)('for each line of the ledger, in its languages, %s', (_where, site) => {
    const lines = readFileSync('content/permalinks.txt', 'utf8')
      .split('\n')
      .filter((line) => /^[\w]/.test(line));
    const paths = lines.flatMap((line) => {
      const [key = ''] = line.split(' ');
      const [, lang, slug] = /^scenario:(\w+)\/(.+)$/.exec(key) ?? [];
      if (slug) return [lang === 'fr' ? `ateliers/${slug}/` : `${lang}/workshops/${slug}/`];
      const place = key.replace(':', '/');
      return [`politiques/${place}/`, `en/policies/${place}/`];
    });
    expect(paths.length).toBeGreaterThan(450);
    expect(paths.filter((path) => !leads(site, site.base + path))).toEqual([]);
  });

  test.each([
    ['/selection/', 'root'],
    ['/en/selection/', 'root'],
    ['/selection/', 'below'],
    ['/en/selection/', 'below'],
  ] as const)('behind the code of every clause: %s, %s', async (path, where) => {
    const site = where === 'root' ? rootSite : belowSite;
    const all = [...corpus.clauses].flatMap(([board, { placed }]) =>
      placed.map(({ clause }) => `${board}:${clause.id}`),
    );
    const { page, faults, context } = await open();
    await page.goto(at(`${path}?c=${all.join(',')}`, where));
    await page.waitForSelector('[data-selection] > li');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const codes = await page.$$eval('.qr', (found) => found.map((one) => (one as HTMLElement).dataset.address!));
    expect(codes).toHaveLength(all.length);
    expect(new Set(codes).size).toBe(all.length);
    const { origin } = new URL(at('/', where));
    expect(codes.filter((code) => !code.startsWith(origin) || !leads(site, code.slice(origin.length)))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the map for search engines', () => {
  const host = 'https://exemple.org';
  const parse = (text: string) =>
    [...new DOMParser().parseFromString(text, 'text/xml').getElementsByTagName('url')].map((url) => ({
      loc: url.getElementsByTagName('loc')[0]!.textContent!,
      alternates: [...url.getElementsByTagName('xhtml:link')].map(
        (link) => [link.getAttribute('hreflang')!, link.getAttribute('href')!] as const,
      ),
    }));
  const map = parse(read(belowSite, 'sitemap.xml'));

  test('names every page once', () => {
    const expected = pages.filter(({ page }) => page.kind !== 'retired').map(({ path }) => `${host}/balises${path}`);
    expect(map.map(({ loc }) => loc).toSorted()).toEqual(expected.toSorted());
    expect(map.filter(({ loc }) => !leads(belowSite, loc.slice(host.length)))).toEqual([]);
  });

  test('with its address in each language, which names it in return', () => {
    const byLoc = new Map(map.map((entry) => [entry.loc, entry]));
    for (const { loc, alternates } of map) {
      expect(alternates.map(([lang]) => lang)).toEqual(['fr', 'en', 'x-default']);
      const [[, french], [, english], [, otherwise]] = alternates as [
        readonly [string, string],
        readonly [string, string],
        readonly [string, string],
      ];
      expect([french, english]).toContain(loc);
      expect(otherwise).toBe(french);
      for (const other of [french, english]) expect(byLoc.get(other)?.alternates).toEqual(alternates);
    }
  });

  test('is named to robots, who may read everything', () => {
    expect(read(belowSite, 'robots.txt')).toBe(`User-agent: *\nAllow: /\nSitemap: ${host}/balises/sitemap.xml\n`);
    expect(read(rootSite, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
  });
});

describe('what devices take', () => {
  const manifestSchema = z.object({
    name: z.string(),
    short_name: z.string().max(12),
    lang: z.string(),
    id: z.string(),
    start_url: z.string(),
    scope: z.string(),
    theme_color: z.string(),
    background_color: z.string(),
    icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.literal('image/png'), purpose: z.string() })),
  });
  const pngSize = (data: Buffer): string => `${data.readUInt32BE(16)}x${data.readUInt32BE(20)}`;

  test.each(both.flatMap(([where, site]) => (['fr', 'en'] as const).map((lang) => [where, lang, site] as const)))(
    'a manifest %s in %s, with icons as large as it says',
    (_where, lang, site) => {
      const home = lang === 'fr' ? '' : 'en/';
      const manifest = manifestSchema.parse(readJson(site, `${home}manifest.webmanifest`));
      expect(manifest).toMatchObject({
        lang: `${lang}-CA`,
        start_url: site.base + home,
        id: site.base + home,
        scope: site.base,
        theme_color: paper.light,
      });
      expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
        '192x192 any',
        '512x512 any',
        '512x512 maskable',
      ]);
      for (const { src, sizes } of manifest.icons) {
        expect(pngSize(readFileSync(join(site.folder, src.slice(site.base.length))))).toBe(sizes);
      }
      const page = read(site, `${home}index.html`);
      expect(page).toContain(`<link rel="manifest" href="${site.base}${home}manifest.webmanifest">`);
    },
  );

  test('an icon for a telephone, and one in two sizes for browsers that read no SVG', () => {
    expect(pngSize(readFileSync(join(rootSite.folder, 'apple-touch-icon.png')))).toBe('180x180');
    const icon = readFileSync(join(rootSite.folder, 'favicon.ico'));
    expect(icon.readUInt16LE(4)).toBe(2);
    const sizes = [0, 1].map((index) => pngSize(icon.subarray(icon.readUInt32LE(6 + 16 * index + 12))));
    expect(sizes).toEqual(['16x16', '32x32']);
  });

  test('the frame of the browser in the colour of the paper', () => {
    const style = readFileSync('src/styles/site.css', 'utf8');
    expect([...style.matchAll(/^ +--paper: (#[\da-f]{6});/gm)].slice(0, 2).map(([, colour]) => colour)).toEqual([
      paper.light,
      paper.dark,
    ]);
    for (const scheme of ['light', 'dark'] as const) {
      expect(read(rootSite, 'index.html')).toContain(
        `<meta name="theme-color" content="${paper[scheme]}" media="(prefers-color-scheme: ${scheme})">`,
      );
    }
  });
});

describe('security.txt', () => {
  const day = 86_400_000;

  /** What is to be done about the date, if anything. */
  function complaint(text: string, today: number): string | undefined {
    const [, written = ''] = /^Expires: (\S+)$/m.exec(text) ?? [];
    const days = (Date.parse(written) - today) / day;
    const mend = 'Make sure that what src/pages/[folder]/security.txt.ts says is still true, then set "expires" there';
    if (Number.isNaN(days)) return `security.txt has no date until which it is true. ${mend} to a day within a year.`;
    if (days < 60)
      return `security.txt lapses on ${written.slice(0, 10)}. ${mend} to a day about eleven months from now.`;
    if (days > 366) return `security.txt is said to be true for more than a year. ${mend} to a day within a year.`;
    return undefined;
  }

  test('is true for two months at least', () => {
    for (const [, site] of both) {
      expect(complaint(read(site, '.well-known/security.txt'), Date.now())).toBeUndefined();
    }
  });

  test.each([
    ['Expires: 2027-11-01T00:00:00.000Z', '2027-09-03', 'lapses on 2027-11-01'],
    ['Expires: 2027-11-01T00:00:00.000Z', '2028-01-01', 'lapses on 2027-11-01'],
    ['Expires: 2027-11-01T00:00:00.000Z', '2026-10-01', 'more than a year'],
    ['Expires: soon', '2027-01-01', 'no date'],
    ['Contact: mailto:x@example.org', '2027-01-01', 'no date'],
  ])('"%s" on %s: it says what to do', (text, today, expected) => {
    expect(complaint(text, Date.parse(today))).toContain(expected);
  });

  test('names whom to tell, where the address of the site is known', () => {
    expect(read(belowSite, '.well-known/security.txt').split('\n').filter(Boolean)).toEqual([
      'Contact: https://exemple.org/balises/a-propos/',
      expect.stringMatching(/^Expires: \d{4}-\d\d-\d\dT00:00:00\.000Z$/),
      'Preferred-Languages: fr, en',
      'Canonical: https://exemple.org/balises/.well-known/security.txt',
    ]);
    expect(read(rootSite, '.well-known/security.txt')).not.toContain('Contact:');
  });
});

describe('licences.txt', () => {
  const listed = new Map(
    [...read(rootSite, 'licences.txt').matchAll(/^-{72}\n(\S+) (\S+) \((.+)\)\n\n([^]*?)(?=\n-{72}|$(?![^]))/gm)].map(
      ([, name, version, licence, text]) => [name!, { version: version!, licence: licence!, text: text! }],
    ),
  );

  /** What the scripts of the pages import, from file to file. */
  function imported(): Set<string> {
    const packages = new Set<string>();
    const seen = new Set<string>();
    const follow = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(file, 'utf8').replaceAll(/^import type [^;]*;/gm, '');
      for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
        if (fileName.startsWith('.')) follow(join(dirname(file), fileName));
        else packages.add(fileName.replace('virtual:', ''));
      }
    };
    for (const name of readdirSync('src/browser')) follow(join('src/browser', name));
    return packages;
  }

  test('names every package that the scripts of the pages import', () => {
    const packages = [...imported()];
    expect(packages).toEqual(expect.arrayContaining(['docx', 'pagefind', 'uqr']));
    expect(packages.filter((name) => !listed.has(name))).toEqual([]);
  });

  test('and those that these bring inside them', () => {
    expect([...listed.keys()]).toEqual(expect.arrayContaining(['fflate', 'nanoid', 'vite']));
  });

  test('with the version that is installed, a licence that lets us pass it on, and its words', () => {
    for (const [name, { version, licence, text }] of listed) {
      expect(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']).toContain(licence);
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect([name, /copyright/i.test(text) && text.length > 500]).toEqual([name, true]);
    }
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync('node_modules/docx/package.json', 'utf8')));
    expect(listed.get('docx')?.version).toBe(version);
  });

  test('the about pages lead there', () => {
    expect(read(rootSite, 'a-propos/index.html')).toContain('href="../licences.txt"');
    expect(read(rootSite, 'en/about/index.html')).toContain('href="../../licences.txt"');
  });
});
