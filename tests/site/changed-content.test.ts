import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProjectCopy } from './project-copy.ts';

/** What happens to the published site when its content changes: in a copy of the project. */

let copy: ProjectCopy;

beforeEach(() => {
  copy = new ProjectCopy();
});

afterEach(() => copy.remove());

const run = (script: string, ...args: string[]) => copy.run(script, ...args);
const edit = (path: string, from: string, to: string) => copy.edit(path, from, to);

test('a renamed id stops the build, is retired by command, and keeps its page', () => {
  edit('content/policies/dsfno/fr.mdx', '<Clause id="4.5"', '<Clause id="4.5bis"');
  edit('content/policies/dsfno/en.mdx', '<Clause id="4.5"', '<Clause id="4.5bis"');
  for (const scenario of readdirSync(join(copy.folder, 'content/scenarios'))) {
    for (const lang of ['fr', 'en']) {
      const path = `content/scenarios/${scenario}/${lang}.mdx`;
      copy.write(path, copy.read(path).replaceAll(/(<Answer board="dsfno"[^>]*[ "])4\.5(?=[ "])/g, '$14.5bis'));
    }
  }
  edit('content/policies/dsfno/marking/first.yaml', 'clause: "4.5"', 'clause: "4.5bis"');
  edit('content/policies/dsfno/marking/second.yaml', 'clause: "4.5"', 'clause: "4.5bis"');
  edit('content/policies/dsfno/found-by.yaml', '"4.5":', '"4.5bis":');
  const notes = join(copy.folder, 'content/policies/dsfno/notes.yaml');
  writeFileSync(notes, readFileSync(notes, 'utf8').replaceAll('on: "4.5"', 'on: "4.5bis"'));

  const stopped = run('build');
  expect(stopped.status).toBe(1);
  expect(stopped.said).toContain('The clause "dsfno:4.5" was published and is gone');
  expect(stopped.said).toContain('npm run permalinks -- retire dsfno:4.5 SUCCESSOR');
  expect(stopped.said).toContain('The clause id "dsfno:4.5bis" is not in content/permalinks.txt.');
  expect(stopped.said).not.toMatch(/^\s+at /m);
  expect(existsSync(join(copy.folder, 'dist'))).toBe(false);

  expect(run('permalinks').said).toContain('1 new id');
  expect(run('permalinks', 'retire', 'dsfno:4.5', 'dsfno:4.5bis').status).toBe(0);
  const built = run('build');
  expect(built.said).toContain('241 published addresses, 1 of them retired');
  expect(built.status).toBe(0);
  for (const [path, says, leads] of [
    ['politiques/dsfno/4.5', 'adresse retirée', '/politiques/dsfno/4.5bis/'],
    ['en/policies/dsfno/4.5', 'address retired', '/en/policies/dsfno/4.5bis/'],
  ] as const) {
    const page = readFileSync(join(copy.folder, 'dist', path, 'index.html'), 'utf8');
    expect(page).toContain(says);
    expect(page).toContain(`href="${leads}"`);
  }
});

test('a wrong word leaves the last good site whole', () => {
  expect(run('build').status).toBe(0);
  const before = readFileSync(join(copy.folder, 'dist/index.html'), 'utf8');
  edit('content/policies/csno/fr.mdx', 'doivent être refusées', 'devraient être refusées');
  const stopped = run('build');
  expect(stopped.status).toBe(1);
  expect(stopped.said).toContain('content/policies/csno/fr.mdx:151:84  "devraient" is not what the source says.');
  expect(readFileSync(join(copy.folder, 'dist/index.html'), 'utf8')).toBe(before);
});

test('words that the board has changed are told, said on the English page, and fresh again once stamped', () => {
  const pin = (): void => {
    const sums = join(copy.folder, 'content/policies/SHA256SUMS');
    const source = readFileSync(join(copy.folder, 'content/policies/csno/source.txt'));
    const sum = createHash('sha256').update(source).digest('hex');
    writeFileSync(sums, readFileSync(sums, 'utf8').replace(/^\S+(?= {2}csno\/)/m, sum));
  };
  for (const file of ['fr.mdx', 'source.txt', 'notes.yaml', 'marking/first.yaml', 'marking/second.yaml']) {
    const path = `content/policies/csno/${file}`;
    const text = readFileSync(join(copy.folder, path), 'utf8');
    writeFileSync(
      join(copy.folder, path),
      text.replace("Les demandes « d'amis » d'élèves", "Toutes les demandes « d'amis » d'élèves"),
    );
  }
  pin();
  const page = (): string => readFileSync(join(copy.folder, 'dist/en/policies/csno/4.c/index.html'), 'utf8');
  const said = 'The French has changed since this translation.';
  const built = run('build');
  expect(built.said).toContain('The original has changed since the clause 4.c was translated.');
  expect(built.said).toContain('the original of 1 changed since');
  expect(built.status).toBe(0);
  expect(page()).toContain(said);
  expect(readFileSync(join(copy.folder, 'dist/en/policies/csno/4.b/index.html'), 'utf8')).not.toContain(said);
  const clauses = JSON.parse(readFileSync(join(copy.folder, 'dist/data/v1/clauses.json'), 'utf8')) as {
    id: string;
    notice: { en: string };
  }[];
  expect(clauses.filter(({ notice }) => notice.en.includes(said)).map(({ id }) => id)).toEqual(['csno:4.c']);

  expect(run('stamp', 'csno:4.z')).toMatchObject({
    status: 1,
    said: expect.stringContaining('"csno:4.z" is no clause'),
  });
  expect(run('stamp', 'csno:4.c').said).toContain('stamped  csno:4.c in content/policies/csno/en.mdx');
  expect(run('build').said).toContain('the original of 0 changed since');
  expect(page()).not.toContain(said);
});
