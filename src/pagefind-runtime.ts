import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';
import { entryFile } from './search-index.ts';

/**
 * The engine's own script is an output of its indexer, not a file of its package. As a module it becomes part of the search page's
 * script, which saves a request; and of the module only the engine itself is taken, without what would run it in a worker.
 */
const id = 'virtual:pagefind';

/**
 * The engine passes over a file that does not load, and finds nothing: but "nothing found" must mean that nothing is there. So its
 * fetch is ours, which keeps what failed. Which index there is, the page knows: the file that would say so is never fetched.
 */
const prelude = `
export const failures = [];
export const brought = { entry: '' };
const fetch = async (...request) => {
  if (String(request[0]).includes('${entryFile}')) return new Response(brought.entry);
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
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join('\n'));
  const { files } = await index.getFiles();
  await index.deleteIndex();
  const script = Buffer.from(files.find(({ path }) => path === 'pagefind.js')!.content).toString();
  return `${prelude}${script}\nexport { Pagefind };`;
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
