import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentReload } from './src/content-reload.ts';
import { devFiles } from './src/dev-files.ts';
import { readEnvironment } from './src/environment.ts';
import { licences } from './src/licences.ts';
import { pagefindEngine } from './src/pagefind-engine.ts';
import { plainImports } from './src/plain-imports.ts';
import { publishEdition } from './src/publish-edition.ts';
import { publishIndex } from './src/publish-index.ts';
import { searchAlone } from './src/search-alone.ts';

const { SITE_URL, BASE_PATH, OFFLINE } = readEnvironment(process.env);

const everywhere = {
  name: 'everywhere',
  test: /\/src\/(?:browser\/(?:everywhere|offline-worker|picks|my-selection|nodes)|model\/(?:selection|clause-key))\.ts$/,
};

const clauses = {
  name: 'clauses',
  test: /\/src\/(?:browser\/(?:said-nodes|shapes)|model\/(?:said-force|typography))\.ts$/,
};

const offline = {
  name: 'offline',
  test: /\/src\/(?:browser\/(?:kept|published)|model\/edition)\.ts$/,
};

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH,
  trailingSlash: 'always',
  // White space as in JSX: none is ever added around quoted words by how a template is indented.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  // Every style and script is a file of its own, so that the content security policy needs no hashes. Seven pages at most wait for what is
  // made beside them (src/made/): sixteen at a time leave room for the others.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 16 },
  vite: {
    plugins: [plainImports, searchAlone],
    build: { assetsInlineLimit: 0 },
    // What every page runs is one file, and so is what draws clauses where a script does: not crumbs that ask for each other.
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [everywhere, clauses, offline] } } } } },
    },
  },
  // Smart punctuation would change quoted words.
  // Highlighting would write styles into the page, which its policy refuses.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  // The last one reads what the others have written.
  integrations: [
    mdx(),
    contentReload(),
    devFiles(),
    pagefindEngine(),
    licences(),
    publishIndex(),
    publishEdition(BASE_PATH, OFFLINE),
  ],
});
