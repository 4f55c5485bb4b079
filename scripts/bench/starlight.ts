import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readContentFiles } from '../../src/content-files.ts';
import { readCorpus, type Corpus } from '../../src/model/corpus.ts';
import { langs } from '../../src/model/lang.ts';
import type { Clause, Section } from '../../src/model/policy.ts';
import { pathOf } from '../../src/routes.ts';
import { launch } from '../../tests/site/browser.ts';
import { serve } from '../static-server.ts';
import { asked } from './growth.ts';
import { runWatched, type Cost } from './run-watched.ts';
import { extentOf, fetched, weighFile, type Weight } from './weigh.ts';

/**
 * The same five texts in both languages as a documentation site by Starlight, as it comes: what a reader of a policy and of a search
 * fetches there and here. Its packages are installed for the occasion, in a folder of their own.
 */

const astro = (JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> })
  .devDependencies.astro!;

const dependencies = { astro, '@astrojs/starlight': '0.42.4', '@astrojs/markdown-remark': '7.3.0' };

const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  integrations: [
    starlight({ title: 'Balises', locales: { root: { label: 'Français', lang: 'fr' }, en: { label: 'English' } } }),
  ],
});
`;

const collection = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const escape = (words: string): string =>
  words.replaceAll(/[\\`*_{}[\]<>#|~&]/g, String.raw`\$&`).replaceAll('\n', ' ');

/** A policy as an author of a documentation site would write it: headings, paragraphs, lists. */
function markdown(title: string, sections: readonly Section[]): string {
  const clause = ({ label, text, clauses }: Clause, depth: number): string[] => [
    `${'  '.repeat(depth)}- ${label ? `${escape(label)} ` : ''}${escape(text)}`,
    ...clauses.flatMap((inner) => clause(inner, depth + 1)),
  ];
  const section = (one: Section, level: number): string[] => [
    '',
    `${'#'.repeat(Math.min(level, 6))} ${escape(one.title)}`,
    '',
    ...one.children.flatMap((child) => (child.kind === 'section' ? section(child, level + 1) : clause(child, 0))),
  ];
  return [`---\ntitle: ${JSON.stringify(title)}\n---`, ...sections.flatMap((one) => section(one, 2)), ''].join('\n');
}

function writeProject(folder: string, corpus: Corpus): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', JSON.stringify({ private: true, type: 'module', dependencies }));
  write('astro.config.mjs', config);
  write('src/content.config.ts', collection);
  for (const lang of langs) {
    const home = lang === langs[0] ? 'src/content/docs' : `src/content/docs/${lang}`;
    write(`${home}/index.md`, '---\ntitle: Balises\n---\n');
    for (const policy of corpus.policies) {
      const { title, sections } = corpus.texts.get(policy.board)![lang];
      write(`${home}/${policy.board}.md`, markdown(title, sections));
    }
  }
}

export interface Side {
  name: string;
  build: Cost;
  pages: number;
  /** A long policy in French. */
  policy: Weight;
  /** That page with all that it asks for, and its scripts alone, as the server packs them. */
  load: { bytes: number; requests: number; scripts: number };
  /** From an empty cache to the first answers, the page included. */
  firstSearch: { bytes: number; requests: number; scripts: number };
}

const board = 'cstl';

async function side(
  browser: Browser,
  name: string,
  site: string,
  build: Cost,
  policy: string,
  search: (page: Page, address: string) => Promise<void>,
): Promise<Side> {
  const server = await serve(site, '/', 0);
  const load = await fetched(browser, async (page) => void (await page.goto(server.address + policy.slice(1))));
  const firstSearch = await fetched(browser, (page) => search(page, server.address));
  await server.close();
  const { pages } = extentOf(site);
  return { name, build, pages, policy: weighFile(site, join(policy, 'index.html')), load, firstSearch };
}

export async function compareWithStarlight(): Promise<Side[]> {
  const { corpus } = readCorpus(readContentFiles(process.cwd()));
  if (!corpus) throw new Error('content/ has errors: run npm run check:content.');
  const folder = mkdtempSync(join(tmpdir(), 'balises-starlight-'));
  const browser = await launch();
  try {
    const ours = join(folder, 'balises');
    const ourBuild = await runWatched(process.execPath, [resolve('scripts/build.ts'), ours], {
      cwd: process.cwd(),
      env: {},
    });
    const theirs = join(folder, 'starlight');
    writeProject(theirs, corpus);
    console.log('Installing Starlight …');
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: theirs,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const theirBuild = await runWatched(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
      cwd: theirs,
      env: {},
    });
    return [
      await side(browser, 'Balises', ours, ourBuild, pathOf({ kind: 'policy', board }, 'fr'), async (page, address) => {
        const search = pathOf({ kind: 'search' }, 'fr').slice(1);
        await page.goto(`${address}${search}?q=${encodeURIComponent(asked)}`);
        await page.waitForSelector(`[data-answers=${JSON.stringify(asked)}]`, { state: 'attached' });
      }),
      await side(browser, 'Starlight', join(theirs, 'dist'), theirBuild, `/${board}/`, async (page, address) => {
        await page.goto(address);
        await page.click('button[data-open-modal]');
        await page.fill('.pagefind-ui__search-input', asked);
        await page.waitForSelector('.pagefind-ui__result');
      }),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
