import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serve } from '../../scripts/static-server.ts';
import { ProjectCopy } from './project-copy.ts';

/** What happens when the machine fails and not the content: the real scripts, in a copy of the project that holds the site of a last build. */

let copy: ProjectCopy;

beforeAll(() => {
  copy = new ProjectCopy();
  copy.write('dist/index.html', 'the last site');
  copy.write('dist/data/v1/clauses.json', '[]');
});

afterAll(() => copy.remove());

/** The last site stands, and nothing else lies about. */
function expectUntouched(): void {
  expect(copy.read('dist/index.html')).toBe('the last site');
  expect(unfinished()).toEqual([]);
}

const unfinished = (): string[] =>
  ['.', '.astro']
    .filter((folder) => existsSync(join(copy.folder, folder)))
    .flatMap((folder) => readdirSync(join(copy.folder, folder)))
    .filter((name) => /^(?:dist\.|site-)/.test(name));

/** Waits until the build has begun to write. */
async function inMidBuild(pid: number): Promise<void> {
  const hasBegun = () => existsSync(join(copy.folder, `.astro/site-${pid}/.prerender`));
  await vi.waitUntil(hasBegun, { timeout: 60_000, interval: 20 });
}

/** A stack, by which a reader is not helped. */
const stack = /^\s+at .*:\d+/m;

test('a second build of the same folder is refused; a killed one leaves the last site, and the next cleans up; a stopped one says so', async () => {
  const first = copy.start('build');
  await inMidBuild(first.pid);
  const second = copy.run('build');
  expect(second.status).toBe(1);
  expect(second.said).toContain(`Another build (process ${first.pid}) is writing ${join(copy.folder, 'dist')}.`);
  expect(second.said).not.toMatch(stack);
  expect(unfinished()).toEqual([`dist.next-${first.pid}`, `site-${first.pid}`]);

  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  expect(unfinished()).toHaveLength(2);

  const next = copy.start('build');
  await inMidBuild(next.pid);
  expect(unfinished()).toEqual([`dist.next-${next.pid}`, `site-${next.pid}`]);
  process.kill(next.pid, 'SIGINT');
  const { status, said } = await next.ended;
  expect(said).toContain(`Stopped.\n${join(copy.folder, 'dist')} is as it was.`);
  expect(status).toBe(1);
  expect(copy.read('dist/index.html')).toBe('the last site');
  // What the bundler writes to the last, on threads of its own, the next build removes.
  expect(unfinished().filter((name) => name.startsWith('dist'))).toEqual([]);
}, 240_000);

/** What the machine does wrong, done before anything else runs. */
const inject = (body: string): Record<string, string> => {
  copy.write(
    'fault.mjs',
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const fail = (code, what, path) => { throw Object.assign(new Error(code + ': ' + what + ", '" + path + "'"), { code, path }); };
${body}
syncBuiltinESMExports();`,
  );
  return { NODE_OPTIONS: `--import=${join(copy.folder, 'fault.mjs')}` };
};

test.each([
  [
    'a disk that fills up while pages are written',
    () =>
      inject(`const { writeFile } = fs.promises; let left = 50;
fs.promises.writeFile = async (path, ...rest) => String(path).endsWith('.html') && (left -= 1) < 0
  ? fail('ENOSPC', 'no space left on device, write', path) : writeFile(path, ...rest);`),
    'The disk is full: nothing more could be written. Make room, then run this again.',
  ],
  [
    'a folder on a disk that can only be read',
    () =>
      inject(`const { mkdirSync } = fs;
fs.mkdirSync = (path, options) => String(path).includes('dist.next-')
  ? fail('EROFS', 'read-only file system, mkdir', path) : mkdirSync(path, options);`),
    'lies on a disk that can only be read. Name a folder elsewhere, or make the disk writable.',
  ],
  [
    'a last site that may not be moved',
    () =>
      inject(`const { renameSync } = fs;
fs.renameSync = (from, to) => String(to).includes('dist.next-')
  ? fail('EACCES', 'permission denied, rename', from) : renameSync(from, to);`),
    'may not be read or written by you. Change its permissions or its owner, or name another folder.',
  ],
  [
    'a thread that fails before it has made the search index and the files for Word and Excel',
    () =>
      inject(`const { isMainThread } = await import('node:worker_threads');
if (!isMainThread) throw new Error('The thread has no memory left.');`),
    'The thread that makes the search index and the files for Word and Excel has ended: The thread has no memory left.',
  ],
  [
    'a thread that ends without a word',
    () =>
      inject(`const { isMainThread } = await import('node:worker_threads');
if (!isMainThread) process.exit(13);`),
    'The thread that makes the search index and the files for Word and Excel has ended: it says nothing but 13.',
  ],
  [
    'no program that makes the search index',
    () => ({ npm_config_arch: 'none' }),
    'The search index cannot be made: Failed to install either of [pagefind_extended, pagefind]. Most likely the platform linux-none is not yet a supported architecture.\nThe program that makes it comes with the dependencies: npm ci installs them again.',
  ],
])(
  '%s: said in a sentence, and the last site stands',
  (_, fault, sentence) => {
    const { status, said } = copy.runIn(fault(), 'build');
    expect(said).toContain(sentence);
    expect(said).toContain(`${join(copy.folder, 'dist')} is as it was.`);
    expect(said).not.toMatch(stack);
    expect(status).toBe(1);
    expectUntouched();
  },
  120_000,
);

test.each([
  ['start', { PORT: '99999' }, [], 'PORT="99999" cannot be used. Expected: a port from 0 to 65535.'],
  [
    'build',
    { BASE_PATH: 'x' },
    [],
    'BASE_PATH="x" cannot be used. Expected: a folder that begins with a slash, as in BASE_PATH=/balises/.',
  ],
  ['build', {}, ['content'], 'holds something else than a site of ours. Name an empty or a new folder for the site.'],
  ['build', {}, ['package.json'], 'package.json is a file. Name a folder for the site.'],
] as [string, Record<string, string>, string[], string][])(
  '%s with %j %j is refused before anything is written',
  (script, env, args, sentence) => {
    const { status, said } = copy.runIn(env, script, ...args);
    expect(said).toContain(sentence);
    expect(said).not.toMatch(stack);
    expect(status).toBe(1);
    expect(existsSync(join(copy.folder, 'content/permalinks.txt'))).toBe(true);
    expectUntouched();
  },
);

test('a taken port gives way to a free one', async () => {
  const taker = createServer();
  await new Promise<void>((resolve) => taker.listen(0, '127.0.0.1', resolve));
  const { port } = taker.address() as AddressInfo;
  const serving = await serve(join(copy.folder, 'dist'), '/', port);
  expect(new URL(serving.address).port).not.toBe(String(port));
  expect(await (await fetch(serving.address)).text()).toBe('the last site');
  await serving.close();
  taker.close();
});

test('the server lives through the moment in which a site is replaced, and through addresses that are none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balises-served-'));
  const site = join(folder, 'site');
  const { address, close } = await serve(site, '/', 0);
  const between = await fetch(address);
  expect([between.status, between.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await between.text()).toContain('Load this page again.');
  renameSync(join(copy.folder, 'dist'), site);
  expect((await fetch(address)).status).toBe(200);
  const { port } = new URL(address);
  const status = await new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '//' }, (response) => resolve(response.resume().statusCode));
  });
  expect(status).toBe(200);
  writeFileSync(join(site, '404.html'), 'none');
  expect((await fetch(`${address}nowhere/`)).status).toBe(404);
  await close();
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('the last site');
  renameSync(site, join(copy.folder, 'dist'));
  rmSync(folder, { recursive: true });
});
