import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { clausesSchema, policiesSchema } from '../../src/model/export/json.ts';
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
const policies = policiesSchema.parse(readJson(rootSite, 'data/v1/policies.json'));

test.each(['clauses', 'policies'])('%s.json is what its schema says', (name) => {
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
    text: { fr: "Les demandes « d'amis » d'élèves doivent être refusées.", en: null },
    rules: [
      {
        criterion: 'friending.requests',
        topic: 'friending',
        force: 'prohibition',
        against: false,
        audience: 'staff',
        exception: null,
        quote: { fr: "Les demandes « d'amis » d'élèves doivent être refusées.", en: null },
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
