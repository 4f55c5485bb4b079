import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parse } from 'csv-parse/sync';
import { clausesSchema, policiesSchema } from '../../src/model/export/json.ts';
import { matrixSchema } from '../../src/model/export/matrix-json.ts';
import { corpus, readJson, rootSite } from './built.ts';

const validate = (name: string): { valid: boolean; errors: unknown } => {
  const ajv = new Ajv({ strict: true });
  addFormats(ajv);
  const check = ajv.compile(readJson(rootSite, `data/v1/${name}.schema.json`) as object);
  return { valid: check(readJson(rootSite, `data/v1/${name}.json`)), errors: check.errors };
};

/** White space apart, and the signs of emphasis and of dead links that the copies hold. */
const bare = (text: string): string => text.replaceAll(/\[([^\]]*)\]\(#\)/g, '$1').replaceAll(/[*\s]+/g, '');

const clauses = clausesSchema.parse(readJson(rootSite, 'data/v1/clauses.json'));
const matrix = matrixSchema.parse(readJson(rootSite, 'data/v1/matrix.json'));
const policies = policiesSchema.parse(readJson(rootSite, 'data/v1/policies.json'));

test.each(['clauses', 'matrix', 'policies'])('%s.json is what its schema says', (name) => {
  expect(validate(name)).toEqual({ valid: true, errors: null });
});

test('a clause without its address is refused by the schema', () => {
  const ajv = new Ajv({ strict: true });
  addFormats(ajv);
  const check = ajv.compile(readJson(rootSite, 'data/v1/clauses.schema.json') as object);
  const { url: _, ...rest } = clauses[0]!;
  expect(check([rest])).toBe(false);
});

test('the friend requests of CSNO are as the contract describes them', () => {
  expect(clauses.find(({ id }) => id === 'csno:4.c')).toEqual({
    id: 'csno:4.c',
    board: 'csno',
    label: 'c.',
    section: [
      "Procédures d'utilisation des réseaux sociaux",
      '4. Interactions en ligne entre les membres du personnel et les élèves',
    ],
    audience: 'staff',
    text: {
      fr: "Les demandes « d'amis » d'élèves doivent être refusées.",
      en: '“Friend” requests from students must be refused.',
    },
    notice: { fr: null, en: 'Unofficial translation – the French text prevails' },
    rules: [
      {
        criterion: 'friending.requests',
        topic: 'friending',
        force: 'prohibition',
        against: false,
        audience: 'staff',
        exception: null,
        quote: {
          fr: "Les demandes « d'amis » d'élèves doivent être refusées.",
          en: '“Friend” requests from students must be refused.',
        },
      },
    ],
    url: { fr: '/politiques/csno/4.c/', en: '/en/policies/csno/4.c/' },
    cite: {
      fr: "CSNO, DA 142, Utilisation acceptable des réseaux sociaux sur l'Internet, s. d., art. 4 c)",
      en: "CSNO, DA 142, Utilisation acceptable des réseaux sociaux sur l'Internet, n.d., s. 4(c)",
    },
  });
});

test('every clause of every policy is there once, with a page at its address in both languages', () => {
  const expected = [...corpus.clauses].flatMap(([board, { placed }]) =>
    placed.map(({ clause }) => `${board}:${clause.id}`),
  );
  expect(clauses.map(({ id }) => id)).toEqual(expected);
  const addresses = clauses.flatMap(({ url }) => [url.fr, url.en]);
  expect(addresses.filter((url) => !existsSync(join(rootSite.folder, url, 'index.html')))).toEqual([]);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('no two clauses have the same citation', () => {
  for (const lang of ['fr', 'en'] as const) {
    expect(new Set(clauses.map(({ cite }) => cite[lang])).size).toBe(clauses.length);
  }
});

test('every quotation and exception stands in its clause, and every clause in its source', () => {
  for (const { id: board } of policies.boards) {
    const source = bare(readFileSync(`content/policies/${board}/source.txt`, 'utf8'));
    for (const { text, rules } of clauses.filter((clause) => clause.board === board)) {
      expect(source).toContain(bare(text.fr));
      for (const { quote, exception } of rules) {
        expect(text.fr).toContain(quote.fr);
        expect(quote.fr).toContain(exception ?? '');
      }
    }
  }
});

test('the counts of policies.json are those of clauses.json', () => {
  for (const policy of policies.policies) {
    const own = clauses.filter(({ board }) => board === policy.board);
    expect(policy.clauses).toBe(own.length);
  }
  expect(z.array(z.unknown()).parse(policies.boards)).toHaveLength(corpus.policies.length);
});

test('the matrix has one cell for every board and question, and none is empty', () => {
  const expected = [...corpus.criteria.keys()].flatMap((criterion) =>
    policies.boards.map(({ id }) => `${id} ${criterion}`),
  );
  expect(matrix.cells.map(({ board, criterion }) => `${board} ${criterion}`).toSorted()).toEqual(expected.toSorted());
  for (const { state, force, rules, silence } of matrix.cells) {
    const answers = state === 'answered' || state === 'principle';
    expect([force !== null, rules.length > 0, silence === null]).toEqual([answers, answers, answers]);
  }
});

test('each quotation of the matrix stands in its clause, and its rule in clauses.json', () => {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  for (const { criterion, rules } of matrix.cells) {
    for (const { clause, quote, force, cite } of rules) {
      const found = byId.get(clause)!;
      expect(found.text.fr).toContain(quote.fr);
      expect(found.cite).toEqual(cite);
      expect(found.rules).toContainEqual(expect.objectContaining({ criterion, force, quote }));
    }
  }
});

test('each hit of a silence is a clause that holds one of the stems, or stands under a title that does', () => {
  const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
  const texts = new Map(clauses.map(({ id, text, section }) => [id, fold([...section, text.fr].join(' '))]));
  const hits = matrix.cells.flatMap(({ silence }) =>
    (silence?.hits ?? []).map(({ clause }) => ({ clause, terms: silence!.terms })),
  );
  expect(hits.length).toBeGreaterThan(100);
  expect(hits.filter(({ clause, terms }) => !terms.some((term) => texts.get(clause)!.includes(fold(term))))).toEqual(
    [],
  );
});

test.each([
  ['dsfno', 'friending.requests', 'answered', 'recommendation', false],
  ['csspo', 'friending.requests', 'answered', 'prohibition', false],
  ['csscv', 'friending.requests', 'silent', null, false],
  ['csno', 'friending.requests', 'answered', 'prohibition', false],
  ['cstl', 'friending.requests', 'answered', 'prohibition', true],
  ['dsfno', 'confidentiality.disclosure', 'principle', 'principle', false],
  ['csno', 'consent.images', 'answered', 'prohibition', false],
  ['cstl', 'consent.images', 'answered', 'obligation', false],
  ['dsfno', 'sanctions.person', 'answered', 'power', false],
  ['cstl', 'sanctions.person', 'silent', null, false],
  ['csno', 'ai.generative', 'silent', null, false],
])('%s on %s: %s', (board, criterion, state, force, tension) => {
  expect(matrix.cells.find((cell) => cell.board === board && cell.criterion === criterion)).toMatchObject({
    state,
    force,
    tension,
  });
});

test('the CSV, read by another library, says what the JSON says', () => {
  const text = readFileSync(join(rootSite.folder, 'data/v1/matrix.csv'), 'utf8');
  const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
  const expected = matrix.cells.flatMap(({ board, criterion, rules }) =>
    rules.length === 0
      ? [[board, criterion, '', '']]
      : rules.map(({ clause, quote }) => [board, criterion, clause, quote.fr]),
  );
  const shorts = new Map(matrix.boards.map(({ id, short }) => [short, id]));
  expect(rows.map((row) => [shorts.get(row.board!), row.criterion, row.clause, row.quote_fr])).toEqual(expected);
  expect(text.match(/(?:^|,)"[=+@-]/gm)).toBeNull();
});
