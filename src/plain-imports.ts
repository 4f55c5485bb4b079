import type { Plugin } from 'vite';

/**
 * What a script fetches later has no styles, and somebody has pressed a button for it. The bundler would have such a script bring a
 * loader that fetches styles and imports ahead, which alone is a quarter of what a page may run: a plain import does.
 */
export const plainImports: Plugin = {
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  configEnvironment: () => ({ build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } } }),
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};
