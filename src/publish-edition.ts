import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build, type Rolldown } from 'vite';
import { contentHash } from './content-hash.ts';
import type { Environment } from './environment.ts';
import {
  editionFile,
  editionSizeFile,
  goesAlong,
  pathOfFile,
  workerFile,
  type Edition,
  type EditionFile,
  type EditionSize,
} from './model/edition.ts';

/** What readers without a network need, written when the rest of the site is: the list of an edition's files, and the worker. */

/** Hosts that compress while they send take a quality about this high, and no page needs a window as wide as the usual 4 MB. */
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 } };

function describe(folder: string, file: string): EditionFile {
  const content = readFileSync(join(folder, file));
  return { path: pathOfFile(file), hash: contentHash(content), bytes: brotliCompressSync(content, options).length };
}

function readEdition(folder: string): Edition {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter(goesAlong)
    // In the same order on every disk.
    .toSorted()
    .map((file) => describe(folder, file));
  return { edition: contentHash(...files.map(({ path, hash }) => `${path} ${hash}\n`)), files };
}

/** As one classic script: not every browser runs a worker of several modules. */
async function bundle(worker: 'worker' | 'farewell', base: string): Promise<string> {
  const built = (await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    base,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'worker', `${worker}.ts`), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}

/** A browser takes a worker for a new one when its bytes have changed: so its first line names the edition. */
export async function writeEdition(folder: string, base: string, offline: Environment['OFFLINE']): Promise<void> {
  const write = (file: string, text: string): Promise<void> => writeFile(join(folder, file), text);
  if (offline === 'off') return write(workerFile, await bundle('farewell', base));
  const { edition, files } = readEdition(folder);
  const size: EditionSize = { edition, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  await write(editionFile, JSON.stringify({ edition, files } satisfies Edition));
  await write(editionSizeFile, JSON.stringify(size));
  await write(workerFile, `// ${edition}\n${await bundle('worker', base)}`);
}

export function publishEdition(base: string, offline: Environment['OFFLINE']): AstroIntegration {
  return {
    name: 'publish-edition',
    hooks: { 'astro:build:done': ({ dir }) => writeEdition(fileURLToPath(dir), base, offline) },
  };
}
