import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** What happens to the published site when its content changes: in a copy of the project. */

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'balises-copy-'));
  for (const name of ['content', 'public', 'scripts', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(name, join(copy, name), { recursive: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', `${script}.ts`), ...args], {
    cwd: copy,
    encoding: 'utf8',
    // Only what a shell would give: with the test runner's own variables the build never ends.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return { status, said: stdout + stderr };
};

const edit = (path: string, from: string, to: string): void => {
  const file = join(copy, path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};

test('a renamed id stops the build, is retired by command, and keeps its page', () => {
  edit('content/policies/dsfno/fr.mdx', '<Clause id="4.5"', '<Clause id="4.5bis"');
  edit('content/policies/dsfno/marking/first.yaml', 'clause: "4.5"', 'clause: "4.5bis"');
  edit('content/policies/dsfno/marking/second.yaml', 'clause: "4.5"', 'clause: "4.5bis"');
  const notes = join(copy, 'content/policies/dsfno/notes.yaml');
  writeFileSync(notes, readFileSync(notes, 'utf8').replaceAll('on: "4.5"', 'on: "4.5bis"'));

  const stopped = run('build');
  expect(stopped.status).toBe(1);
  expect(stopped.said).toContain('The clause "dsfno:4.5" was published and is gone');
  expect(stopped.said).toContain('npm run permalinks -- retire dsfno:4.5 SUCCESSOR');
  expect(stopped.said).toContain('The clause id "dsfno:4.5bis" is not in content/permalinks.txt.');
  expect(stopped.said).not.toMatch(/^\s+at /m);
  expect(existsSync(join(copy, 'dist'))).toBe(false);

  expect(run('permalinks').said).toContain('1 new id');
  expect(run('permalinks', 'retire', 'dsfno:4.5', 'dsfno:4.5bis').status).toBe(0);
  const built = run('build');
  expect(built.said).toContain('217 published ids, 1 of them retired');
  expect(built.status).toBe(0);
  for (const [path, says, leads] of [
    ['politiques/dsfno/4.5', 'adresse retirée', '/politiques/dsfno/4.5bis/'],
    ['en/policies/dsfno/4.5', 'address retired', '/en/policies/dsfno/4.5bis/'],
  ] as const) {
    const page = readFileSync(join(copy, 'dist', path, 'index.html'), 'utf8');
    expect(page).toContain(says);
    expect(page).toContain(`href="${leads}"`);
  }
});

test('a wrong word leaves the last good site whole', () => {
  expect(run('build').status).toBe(0);
  const before = readFileSync(join(copy, 'dist/index.html'), 'utf8');
  edit('content/policies/csno/fr.mdx', 'doivent être refusées', 'devraient être refusées');
  const stopped = run('build');
  expect(stopped.status).toBe(1);
  expect(stopped.said).toContain('content/policies/csno/fr.mdx:151:84  "devraient" is not what the source says.');
  expect(readFileSync(join(copy, 'dist/index.html'), 'utf8')).toBe(before);
});
