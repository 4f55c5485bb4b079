import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFolder } from '../../scripts/replace-folder.ts';

/** A folder is replaced as a whole or not at all, whatever earlier builds have left. */

let parent: string;
let site: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'balises-replace-'));
  site = join(parent, 'site');
});

afterEach(() => rmSync(parent, { recursive: true }));

function fill(folder: string, words: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'mark'), words);
}

const replace = (write: (fresh: string) => void) =>
  replaceFolder(site, {
    workshop: join(parent, 'workshop'),
    mark: 'mark',
    write: async (fresh) => write(fresh),
  });

const words = (): string => readFileSync(join(site, 'mark'), 'utf8');

/** No system gives a process this number. */
const dead = 99_999_999;

test.each([
  ['nothing', () => {}],
  ['an empty folder', () => mkdirSync(site)],
  ['a site', () => fill(site, 'last')],
])('%s is replaced, and nothing else is left', async (_, before) => {
  before();
  await replace((fresh) => fill(fresh, 'new'));
  expect(words()).toBe('new');
  expect(readdirSync(parent)).toEqual(['site', 'workshop']);
  expect(readdirSync(join(parent, 'workshop'))).toEqual([]);
});

test('what fails leaves the last site', async () => {
  fill(site, 'last');
  const failing = replace((fresh) => {
    fill(fresh, 'half');
    throw new Error('No ink.');
  });
  await expect(failing).rejects.toThrow(`No ink.\n${site} is as it was.`);
  expect(words()).toBe('last');
  expect(readdirSync(join(parent, 'workshop'))).toEqual([]);
});

test('a site that a killed build had set aside comes back, even if the next build fails', async () => {
  fill(`${site}.old-${dead}`, 'last');
  fill(`${site}.next-${dead}`, 'half');
  const failing = replace(() => {
    throw new Error('No ink.');
  });
  await expect(failing).rejects.toThrow('No ink.');
  expect(words()).toBe('last');
  expect(readdirSync(parent)).toEqual(['site', 'workshop']);
});

test('what killed builds have left is removed; what a running one writes elsewhere is not', async () => {
  const running = join(parent, `workshop/site-${process.ppid}`);
  fill(running, 'of another build');
  fill(join(parent, `workshop/site-${dead}`), 'left');
  fill(`${site}.next-${dead}`, 'left');
  fill(`${site}.old-${dead}`, 'left');
  fill(site, 'last');
  await replace((fresh) => fill(fresh, 'new'));
  expect(words()).toBe('new');
  expect(readdirSync(parent)).toEqual(['site', 'workshop']);
  expect(existsSync(running)).toBe(true);
});

test('while another build writes the same folder nothing is written', async () => {
  fill(site, 'last');
  mkdirSync(`${site}.next-${process.ppid}`);
  await expect(replace((fresh) => fill(fresh, 'new'))).rejects.toThrow(
    `Another build (process ${process.ppid}) is writing ${site}.`,
  );
  expect(words()).toBe('last');
  expect(existsSync(`${site}.next-${process.ppid}`)).toBe(true);
});

test('a folder that holds something else is left alone', async () => {
  mkdirSync(site);
  writeFileSync(join(site, 'holiday.jpg'), '');
  await expect(replace((fresh) => fill(fresh, 'new'))).rejects.toThrow(`${site} holds something else`);
  expect(readdirSync(site)).toEqual(['holiday.jpg']);
});
