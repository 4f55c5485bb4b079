import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { handed } from './handed.ts';
import type { Made } from './made/made.ts';
import { langs } from './model/lang.ts';
import type { SearchIndex } from './search-index.ts';

/** By their names below /search/. */
export async function searchFiles({ searchIndex }: Made): Promise<SearchIndex['files']> {
  const indexes = await Promise.all(langs.map(searchIndex));
  return new Map(
    indexes.flatMap(({ folder, files }) => [...files].map(([file, content]) => [`${folder}${file}`, content] as const)),
  );
}

/**
 * The files of the search. Their names come from what they hold, and Astro asks for the names of all pages before it makes the first: as
 * pages they would hold up the others for as long as the index takes.
 */
export function publishIndex(): AstroIntegration {
  return {
    name: 'publish-index',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({ pattern: '/search/[...file]', entrypoint: new URL('search-file.ts', import.meta.url) });
      },
      'astro:build:done': async ({ dir }) => {
        for (const [name, content] of await searchFiles(handed()!.made)) {
          const path = fileURLToPath(new URL(`search/${name}`, dir));
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, content);
        }
      },
    },
  };
}
