import type { AstroIntegration } from 'astro';
import { openIndex } from './open-index.ts';

/**
 * The engine's own script is an output of its indexer, not a file of its package. As a module it becomes part of the search page's
 * script, which saves a request; and of the module only the engine itself is taken, without what would run it in a worker.
 */
const id = 'virtual:pagefind';

/**
 * The engine passes over a file that does not load, and finds nothing: but "nothing found" must mean that nothing is there. So its
 * fetch is ours, which keeps what failed. The file that would say which index there is, is never fetched: our tag of an index, by
 * which the engine asks for that file, is its name.
 */
const prelude = `
export const failures = [];
const fetch = async (...request) => {
  const [, tag] = String(request[0]).split('pagefind-entry.json?ts=');
  if (tag) return Response.json({ version: pagefind_version, languages: { unknown: { hash: tag } } });
  try {
    const response = await globalThis.fetch(...request);
    if (!response.ok) failures.push(response.url);
    return response;
  } catch (error) {
    failures.push(String(request[0]));
    throw error;
  }
};
`;

async function runtime(): Promise<string> {
  const index = await openIndex({});
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const script = Buffer.from(files.find(({ path }) => path === 'pagefind.js')!.content).toString();
  return `${prelude}${script}\nexport { PagefindInstance };`;
}

export function pagefindRuntime(): AstroIntegration {
  return {
    name: 'pagefind-runtime',
    hooks: {
      'astro:config:setup': ({ updateConfig }) =>
        void updateConfig({
          vite: {
            plugins: [
              {
                name: 'pagefind-runtime',
                resolveId: (source: string) => (source === id ? `\0${id}` : undefined),
                load: (source: string) => (source === `\0${id}` ? runtime() : undefined),
              },
            ],
          },
        }),
    },
  };
}
