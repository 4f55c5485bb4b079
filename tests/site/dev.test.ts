import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ProjectCopy } from './project-copy.ts';

/** npm run dev, as authors use it: what pages fetch is there too, and a save shows. */

let copy: ProjectCopy;
let site: string;
let dev: ReturnType<ProjectCopy['start']>;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const read = async (path: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${site}${path}`);
  return { status: response.status, text: await response.text() };
};

beforeAll(async () => {
  copy = new ProjectCopy();
  const port = await freePort();
  site = `http://127.0.0.1:${port}/`;
  dev = copy.start('dev', { PORT: String(port) });
  const answers = () =>
    read('robots.txt').then(
      ({ status }) => status === 200,
      () => false,
    );
  await vi.waitUntil(answers, { timeout: 60_000, interval: 200 });
}, 90_000);

afterAll(async () => {
  process.kill(dev.pid, 'SIGTERM');
  await dev.ended;
  copy.remove();
});

test('the search page finds the files that it fetches', async () => {
  const page = await read('recherche/');
  const [folder] = /search\/fr\/[0-9a-f]{16}\//.exec(page.text)!;
  const words = await read(`${folder}words.json`);
  expect(words.status).toBe(200);
  expect(JSON.parse(words.text)).toContain('facebook');
  expect((await read(`${folder}wasm.unknown.pagefind`)).status).toBe(200);
  expect((await read(`${folder}nothing.json`)).status).toBe(404);
}, 60_000);

test('what the pages run is there, by its own name', async () => {
  const script = await read('src/model/search/words.ts');
  expect(script.status).toBe(200);
  expect(script.text).toContain('wordsOf');
}, 60_000);

test('the open data and the Excel file are there', async () => {
  expect(JSON.parse((await read('data/v1/policies.json')).text)).toHaveProperty('boards');
  expect((await read('data/v1/matrix.xlsx')).text).toMatch(/^PK/);
}, 60_000);

test('a saved file shows, the search too finds what it now holds, and what is wrong in it is said in the page', async () => {
  const folderOf = async (): Promise<string> => /search\/fr\/[0-9a-f]{16}\//.exec((await read('recherche/')).text)![0];
  const before = await folderOf();
  copy.edit('content/policies/csno/found-by.yaml', 'fr: |\n', 'fr: |\n    zébrures de Toronto\n');
  await vi.waitUntil(async () => (await folderOf()) !== before, { timeout: 20_000, interval: 200 });
  const words = `${await folderOf()}words.json`;
  await vi.waitUntil(async () => (await read(words)).text.includes('zebrures'), { timeout: 20_000, interval: 200 });

  const path = 'content/policies/csno/fr.mdx';
  copy.edit(path, 'doivent être refusées', 'devraient être refusées');
  expect((await read('politiques/csno/')).text).toContain('is not what the source says');
  copy.edit(path, 'devraient être refusées', 'doivent être refusées');
  expect((await read('politiques/csno/')).text).not.toContain('is not what the source says');
}, 90_000);
