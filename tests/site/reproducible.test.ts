import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { belowSite } from './built.ts';
import { ProjectCopy } from './project-copy.ts';

/** The same content gives the same bytes wherever and whenever the site is built: archives, search index and all. */

const elsewhere = {
  NODE_OPTIONS: `--import=${resolve('tests/site/another-machine.mjs')}`,
  // Half a day ahead of everybody, in a language that orders words and writes numbers in its own way.
  TZ: 'Pacific/Kiritimati',
  LC_ALL: 'tr_TR.UTF-8',
  LANG: 'tr_TR.UTF-8',
  SOURCE_DATE_EPOCH: '86400',
};

const copy = new ProjectCopy();

afterAll(() => copy.remove());

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();

const bytesOf = (folder: string, name: string): string => readFileSync(join(folder, name)).toString('latin1');

test('the other machine is another: folders, clock, zone, language, chance', () => {
  const tell = (env: Record<string, string>): unknown => {
    const script = `import { readdirSync } from 'node:fs';
      console.log(JSON.stringify({ order: readdirSync('content'), year: new Date().getFullYear(), now: Math.floor(Date.now() / 1e10),
        zone: new Date(2026, 0).getTimezoneOffset(), number: (1234.5).toLocaleString() }));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, TZ: 'UTC', ...env },
    });
    return JSON.parse(stdout);
  };
  const here = tell({}) as Record<string, unknown>;
  const there = tell(elsewhere) as Record<string, unknown>;
  expect(Object.keys(here).filter((aspect) => JSON.stringify(here[aspect]) === JSON.stringify(there[aspect]))).toEqual(
    [],
  );
});

test('two builds, in other folders on other machines, are the same in every byte', () => {
  const { status, said } = copy.runIn(
    { ...elsewhere, BASE_PATH: belowSite.base, SITE_URL: 'https://exemple.org' },
    'build',
  );
  expect(said).toContain('wrote ');
  expect(status).toBe(0);
  const built = join(copy.folder, 'dist');
  const names = filesOf(belowSite.folder);
  expect(filesOf(built)).toEqual(names);
  for (const kind of ['html', 'js', 'css', 'json', 'csv', 'xml', 'xlsx', 'docx', 'pf_meta', 'pf_index']) {
    expect(names.some((name) => name.endsWith(`.${kind}`))).toBe(true);
  }
  expect(names.filter((name) => bytesOf(built, name) !== bytesOf(belowSite.folder, name))).toEqual([]);
}, 240_000);
