import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { z } from 'zod';

/**
 * "/licences.txt": whose work the scripts of the pages hold, and under which licence. Made from what the bundler has put into them, so
 * that nothing is forgotten and nothing is named that readers do not get.
 */

interface Shipped {
  name: string;
  version: string;
  licence: string;
  text: string;
}

const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

const namePattern = /(?:@[\w.-]+\/)?[\w.-]+/;

/** The package that a module belongs to: of a file by its folder, of one that an indexer or the bundler makes by its name. */
function packageOf(id: string): string | undefined {
  if (id.startsWith('\0')) return namePattern.exec(id.replace(/^\0(?:virtual:)?/, ''))![0];
  const [, inside] = /.*\/node_modules\/(.+)/s.exec(id) ?? [];
  return inside === undefined ? undefined : namePattern.exec(inside)![0];
}

/** A package may bring others inside its own files: whoever bundled it has named them in comments. */
const within = (code: string): string[] =>
  [...code.matchAll(/^\s*\/\/.*\bnode_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//gm)].map(([, name]) => name!);

/** Notices that stand in the code itself, which packing takes out. */
const noticesIn = (code: string): string[] =>
  [...code.matchAll(/\/\*[*!][^]*?\*\//g)]
    .map(([comment]) => comment)
    .filter((comment) => /@license|copyright/i.test(comment))
    .map((comment) => comment.replaceAll(/^\s*\/?\*+[!/]? ?/gm, '').trim());

/** A package that bundles for its own use lists those licences behind its own; they are not in our pages. */
const ownPart = (text: string): string => text.split(/^# Licenses of bundled/m)[0]!.trim();

/** Most packages have a file for it; Pagefind has a folder. */
function licenceIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const own = readdirSync(folder, { withFileTypes: true }).find(
    (entry) => entry.isFile() && /^licen[cs]e(?:\.\w+)?$/i.test(entry.name),
  );
  return own && join(folder, own.name);
}

function read(name: string, from: string, notices: readonly string[]): Shipped {
  const file = findPackageJSON(name, from);
  if (!file)
    throw new Error(`The pages hold code of "${name}", but there is no such package whose licence could be told.`);
  const { version, license } = packageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const own = licenceIn(dirname(file)) ?? licenceIn(join(dirname(file), 'LICENSE'));
  if (!own) throw new Error(`The package "${name}" holds no text of its licence (${license}).`);
  const texts = [ownPart(readFileSync(own, 'utf8')), ...notices];
  return { name, version, licence: license, text: texts.join('\n\n') };
}

const head = `Balises emporte dans ses pages les logiciels qui suivent; son propre code est offert sous la licence MIT.
The pages of Balises bring along the software below; its own code is offered under the MIT licence.
`;

const rule = '-'.repeat(72);

const write = (shipped: readonly Shipped[]): string =>
  [
    head,
    ...shipped.map(({ name, version, licence, text }) => `${rule}\n${name} ${version} (${licence})\n\n${text}\n`),
  ].join('\n');

export function licences(): AstroIntegration {
  let root = '';
  return {
    name: 'licences',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        root = fileURLToPath(config.root);
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'licences',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_options, bundle) {
                  const found = new Map<string, Shipped>();
                  for (const chunk of Object.values(bundle)) {
                    for (const id of chunk.type === 'chunk' ? Object.keys(chunk.modules) : []) {
                      const name = packageOf(id);
                      if (name === undefined) continue;
                      const isFile = !id.startsWith('\0');
                      const code = isFile ? readFileSync(id, 'utf8') : '';
                      const from = pathToFileURL(isFile ? id : join(root, 'package.json')).href;
                      found.set(name, read(name, from, noticesIn(code)));
                      for (const other of within(code)) found.set(other, read(other, from, []));
                    }
                  }
                  const sorted = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
                  this.emitFile({ type: 'asset', fileName: 'licences.txt', source: write(sorted) });
                },
              },
            ],
          },
        });
      },
    },
  };
}
