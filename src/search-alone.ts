import type { Plugin } from 'vite';

/**
 * The search page brings all that it runs in one file of its own: a first search from a cold cache asks for little, and for few things.
 * So its modules are made for it a second time, under names that no other page's script shares.
 */
const entry = '/src/browser/search.ts';
const own = '?search';

export const searchAlone: Plugin = {
  name: 'search-alone',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!importer?.endsWith(entry) && !importer?.endsWith(own)) return null;
    const found = await this.resolve(source, importer.replace(own, ''), { ...options, skipSelf: true });
    return found && /\/src\/[^?]*\.ts$/.test(found.id) ? { ...found, id: found.id + own } : found;
  },
};
