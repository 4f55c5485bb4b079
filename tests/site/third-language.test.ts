import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { small, smallFiles } from '../model/small-corpus.ts';
import { ProjectCopy } from './project-copy.ts';

/** A third language is its content, its words (phrases and dictionary) and a column of addresses: nothing else changes. */

let copy: ProjectCopy;

beforeAll(() => {
  copy = new ProjectCopy();
  // A tiny corpus, each of its texts in Spanish too.
  const pages = readdirSync(join(copy.folder, 'content/pages/en')).map((name) => [
    name,
    copy.read(`content/pages/en/${name}`),
  ]);
  for (const folder of [
    'content/policies',
    'content/topics',
    'content/glossary',
    'content/scenarios',
    'content/packs',
  ]) {
    rmSync(join(copy.folder, folder), { recursive: true });
  }
  for (const [path, text] of Object.entries(smallFiles)) {
    copy.write(
      path,
      text
        .replaceAll('en: Yes.', 'en: Yes., es: Sí.')
        .replaceAll('en: Copy.', 'en: Copy., es: Copia.')
        .replaceAll('en: friending }', 'en: friending, es: amistad }')
        .replaceAll('en: [friend]', 'en: [friend], es: [amigo]'),
    );
  }
  copy.edit(
    small.glossary,
    'en: { term: request',
    'es: { term: solicitud, stems: [solicitud, solicit] }\n  en: { term: request',
  );
  copy.write(
    small.english.replace('en.mdx', 'es.mdx'),
    smallFiles[small.english]!.replaceAll('Friends', 'Amigos')
      .replace('Requests are refused.', 'Las solicitudes se rechazan.')
      .replace('Students to whom one speak.', 'Alumnos a quienes se habla.')
      .replace('Request nothing.', 'No solicitar nada.'),
  );
  for (const [name, text] of pages) copy.write(`content/pages/es/${name!}`, text!);
  // Its words.
  copy.edit('src/model/lang.ts', "['fr', 'en'] as const", "['fr', 'en', 'es'] as const");
  for (const [folder, index, type] of [
    ['src/i18n', 'dictionary', 'dictionary'],
    ['src/model/phrases', 'phrases', 'phrases'],
  ] as const) {
    const spanish = copy
      .read(`${folder}/en.ts`)
      .replace('export const en', 'export const es')
      .replace("languageName: 'English'", "languageName: 'Español'")
      .replace("'Unofficial translation – '", "'Traducción no oficial – '");
    copy.write(`${folder}/es.ts`, spanish);
    copy.edit(
      `${folder}/${index}.ts`,
      "import { en } from './en.ts';",
      "import { en } from './en.ts';\nimport { es } from './es.ts';",
    );
    copy.edit(`${folder}/${type}.ts`, '= { fr, en };', '= { fr, en, es };');
  }
  for (const file of ['src/i18n/en.ts', 'src/i18n/fr.ts', 'src/i18n/es.ts']) {
    copy.write(file, copy.read(file).replace(/languages: \{ (.*) \}/, "languages: { $1, es: 'es' }"));
  }
  for (const lang of ['fr', 'en', 'es']) {
    const file = `src/model/phrases/${lang}.ts`;
    copy.write(
      file,
      copy
        .read(file)
        .replace(/originals: \{ (.*) \}/, "originals: { $1, es: 'es' }")
        .replace(/changed: \{/, "changed: {\n      es: 'es',"),
    );
  }
  // Its addresses.
  const column = /  en: \{[^}]*\},\n/.exec(copy.read('src/routes.ts'))![0];
  copy.edit(
    'src/routes.ts',
    column,
    `${column}${column.replace('en: {', 'es: {').replace("home: 'en'", "home: 'es'").replace("policies: 'policies'", "policies: 'politicas'")}`,
  );
}, 60_000);

afterAll(() => copy.remove());

test('what is missing of it fails to compile', () => {
  const check = (): string => {
    const { stdout } = spawnSync(
      process.execPath,
      [join(process.cwd(), 'node_modules/typescript/bin/tsc'), '--noEmit'],
      {
        cwd: copy.folder,
        encoding: 'utf8',
      },
    );
    // The copy has neither the tests nor the types that Astro makes.
    return stdout
      .split('\n')
      .filter((line) => line.startsWith('src/') && !line.includes("'env' does not exist"))
      .join('\n');
  };
  expect(check()).toBe('');
  const whole = copy.read('src/i18n/es.ts');
  copy.edit('src/i18n/es.ts', "    trail: 'Breadcrumb',\n", '');
  expect(check()).toContain("Property 'trail' is missing");
  copy.write('src/i18n/es.ts', whole);
}, 120_000);

test('its pages are built, linked, and say that they are a translation', () => {
  const { status, said } = copy.run('build');
  expect(said).toContain('read     1 policies, 3 clauses');
  expect(status).toBe(0);
  const page = copy.read('dist/es/politicas/nord/4.a/index.html');
  expect(page).toContain('lang="es-CA"');
  expect(page).toContain('Las solicitudes se rechazan.');
  expect(page).toMatch(/Traducción no oficial – <a href="#original">the French text<\/a> prevails/);
  expect(page).toContain('Les demandes sont refusées.');
  for (const lang of ['fr', 'en']) expect(page).toContain(`lang="${lang}" hreflang="${lang}"`);
  expect(copy.read('dist/politiques/nord/4.a/index.html')).toContain('href="/es/politicas/nord/4.a/"');
  expect(existsSync(join(copy.folder, 'dist/data/v1/policies/nord.es.akn.xml'))).toBe(true);
  expect(copy.read('dist/data/v1/matrix.csv')).toContain('"quote_es"');
}, 120_000);
