import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentReload } from './src/content-reload.ts';

const { SITE_URL, BASE_PATH = '/' } = process.env;

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH,
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  // Every style and script is a file of its own, so that the content security policy needs no hashes.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  markdown: { smartypants: false },
  integrations: [mdx(), contentReload()],
});
