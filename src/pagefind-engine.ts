import type { AstroIntegration } from 'astro';
import { parseAst } from 'vite';
import { answerOf, openIndex } from './open-index.ts';

/**
 * What leads from JavaScript into the engine, which is WebAssembly. It is an output of the indexer and not a file of its package, and
 * stands at the head of a script four times as long, which also unpacks files, cuts excerpts and merges sites: none of that is done here.
 */
const id = 'virtual:pagefind';
const name = 'wasm_bindgen';

async function engine(): Promise<string> {
  const index = await openIndex({});
  const { files } = answerOf(await index.getFiles());
  await index.deleteIndex();
  const script = Buffer.from(files.find(({ path }) => path === 'pagefind.js')!.content).toString();
  const found = parseAst(script).body.find(
    (node) =>
      node.type === 'VariableDeclaration' &&
      node.declarations.some(({ id: declared }) => declared.type === 'Identifier' && declared.name === name),
  );
  if (!found) throw new Error(`Pagefind's script no longer declares ${name}: see src/pagefind-engine.ts.`);
  return `${script.slice(found.start, found.end)}\nexport default ${name};`;
}

export function pagefindEngine(): AstroIntegration {
  return {
    name: 'pagefind-engine',
    hooks: {
      'astro:config:setup': ({ updateConfig }) =>
        void updateConfig({
          vite: {
            plugins: [
              {
                name: 'pagefind-engine',
                resolveId: (source: string) => (source === id ? `\0${id}` : undefined),
                load: (source: string) => (source === `\0${id}` ? engine() : undefined),
              },
            ],
          },
        }),
    },
  };
}
