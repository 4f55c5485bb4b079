import { describe, expect, test } from 'vitest';
import { matrixCsv } from '../../src/model/export/csv.ts';
import type { MatrixJson } from '../../src/model/export/matrix-json.ts';
import { byStrictness, compareGroup, deriveMatrix, inTension, type Cell } from '../../src/model/matrix.ts';
import type { Note } from '../../src/model/note.ts';
import type { Clause, Policy, Rule } from '../../src/model/policy.ts';
import type { Silence } from '../../src/model/silence.ts';
import { stemPattern, searchable } from '../../src/model/terms.ts';
import type { Topic } from '../../src/model/vocabulary.ts';
import { readSmall, small, told } from './small-corpus.ts';

/** A corpus of two boards and three questions, written by hand, and the matrix that must come of it. */

const both = { fr: 'Oui?', en: 'Yes?' };
const words = { fr: [], en: [] };

const rule = (force: Rule['force'], quote: string, more: Partial<Rule> = {}): Rule => ({
  criteria: ['a.first'],
  force,
  against: false,
  audience: 'staff',
  quote,
  ...more,
});

const clause = (id: string, rules: Rule[]): Clause => ({
  kind: 'clause',
  id,
  bullet: false,
  audience: 'staff',
  text: rules.map(({ quote }) => quote).join(' '),
  words: [],
  rules,
  clauses: [],
});

const policy = (board: string, clauses: Clause[]): Policy => ({
  board,
  short: board.toUpperCase(),
  name: board,
  province: 'QC',
  instrument: 'directive',
  title: board,
  dates: [],
  language: 'fr',
  audience: 'staff',
  binds: both,
  received: both,
  sections: [{ kind: 'section', id: '1', title: '1', children: clauses }],
  imprint: [],
  omissions: [],
});

const criterion = (id: string) => ({ id, audience: 'staff' as const, question: both, terms: ['mot'] });
const topics: Topic[] = [
  {
    id: 'a',
    order: 1,
    slug: both,
    name: both,
    covers: both,
    synonyms: words,
    criteria: [criterion('a.first'), criterion('a.second')],
  },
];

const silence: Silence = { criterion: 'a.second', state: 'elsewhere', note: both, terms: ['mot'], hits: [] };

test('each cell is derived from the marked words, or from the stated silence', () => {
  const policies = [
    policy('nord', [
      clause('1', [rule('principle', 'Un but.')]),
      clause('2', [rule('recommendation', 'Éviter.', { against: true })]),
      clause('3', [rule('prohibition', 'Nul ne peut.', { except: 'sauf' })]),
    ]),
    policy('sud', [clause('1', [rule('principle', 'Un but.', { criteria: ['a.first', 'a.second'] })])]),
  ];
  const notes = new Map<string, Note[]>([
    ['nord', [{ on: '3', kind: 'tension', fr: 'Deux forces.', en: 'Two forces.' }]],
  ]);
  const silences = new Map([['nord', new Map([['a.second', silence]])]]);
  const cells = deriveMatrix(policies, topics, silences, notes);
  expect(
    cells.map(({ board, criterion: question, state, force, against, tension, rules, note }) => [
      board,
      question,
      state,
      force,
      against,
      tension,
      rules.map((one) => one.clause).join(' '),
      note?.fr,
    ]),
  ).toEqual([
    ['nord', 'a.first', 'answered', 'prohibition', false, true, '1 2 3', 'Deux forces.'],
    ['sud', 'a.first', 'principle', 'principle', false, false, '1', undefined],
    ['nord', 'a.second', 'elsewhere', undefined, false, false, '', 'Oui?'],
    ['sud', 'a.second', 'principle', 'principle', false, false, '1', undefined],
  ]);
});

describe('a tension', () => {
  test.each([
    ['is not one rule', [rule('prohibition', 'a')], false],
    ['is not twice the same force', [rule('prohibition', 'a'), rule('prohibition', 'b')], false],
    ['is not an aim beside a rule', [rule('principle', 'a'), rule('prohibition', 'b')], false],
    ['is two forces', [rule('recommendation', 'a'), rule('obligation', 'b')], true],
    ['is an exception in one place only', [rule('prohibition', 'a'), rule('prohibition', 'b', { except: 'b' })], true],
    [
      'is not the same exception in both places',
      [rule('prohibition', 'a', { except: 'a' }), rule('prohibition', 'b', { except: 'b' })],
      false,
    ],
  ])('%s', (_name, rules, expected) => {
    expect(inTension(rules)).toBe(expected);
  });
});

describe('a comparison puts first what differs', () => {
  const cell = (force?: Rule['force']): Cell => ({
    board: 'nord',
    topic: 'a',
    criterion: 'a.first',
    state: force ? 'answered' : 'silent',
    ...(force ? { force } : {}),
    against: false,
    tension: false,
    rules: [],
  });
  test.each([
    [['prohibition', 'recommendation'], 'differ'],
    [['prohibition', 'prohibition', undefined], 'differ'],
    [['prohibition', 'prohibition'], 'same'],
    [['prohibition', undefined], 'only'],
    [[undefined, undefined], 'none'],
  ] as const)('%j: %s', (forces, expected) => {
    expect(compareGroup(forces.map((force) => cell(force)))).toBe(expected);
  });
});

test('wordings go from the loosest to the strictest', () => {
  const rules = (['prohibition', 'permission', 'principle', 'recommendation'] as const).map((force) => ({
    board: 'nord',
    clause: '1',
    index: 0,
    rule: rule(force, force),
  }));
  expect(byStrictness(rules).map((one) => one.rule.force)).toEqual([
    'principle',
    'permission',
    'recommendation',
    'prohibition',
  ]);
});

describe('a stem is found from the start of a word, whatever the case and the accents', () => {
  test.each([
    ['ami', 'Les demandes « d’amis » et les Amitiés', [17, 31]],
    ['eleve', "L'élève et l’ÉLÈVE", [2, 13]],
    ['ami', 'La dynamique', []],
    ["demande d'inter", 'Une demande d’interaction', [4]],
    ['c.', 'La commission', []],
  ])('%s in %s', (term, text, expected) => {
    expect(Array.from(searchable(text).matchAll(stemPattern([term])), ({ index }) => index)).toEqual(expected);
  });
});

describe('silence', () => {
  /** The small corpus, with one more question that no rule answers, found by the stem "ele". */
  const asked = (text: string) =>
    text.replace(
      '\nslug:',
      '\n  - id: friending.former\n    audience: staff\n    question: { fr: Oui?, en: Yes? }\n    terms: [ele, demand]\n    nearMisses: { subject: { fr: Non., en: No. } }\nslug:',
    );
  const stated = (entry: string) => ({ [small.topic]: asked, [small.silences]: () => `silences:\n${entry}` });
  const entry = '  - criterion: friending.former\n    state: silent\n';
  const miss = (clauseId: string, why: string) => `    nearMisses:\n      - { clause: ${clauseId}, why: ${why} }\n`;

  test('is proven: each hit answers another question, or has its reason', () => {
    const { corpus, issues } = readSmall(stated(entry + miss('4.b', 'subject')));
    expect(issues).toEqual([]);
    const found = corpus?.matrix.get('friending.former')?.[0]?.silence;
    expect(found?.hits).toEqual([
      {
        clause: '4.a',
        why: { fr: 'Ces mots répondent à une autre question : Oui.', en: 'These words answer another question: Yes.' },
      },
      { clause: '4.b', why: { fr: 'Non.', en: 'No.' } },
      {
        clause: '4.c',
        why: { fr: 'Ces mots répondent à une autre question : Oui.', en: 'These words answer another question: Yes.' },
      },
    ]);
  });

  test.each([
    [
      'not stated',
      { [small.topic]: asked },
      ['silences.yaml:1:11 Nothing of CSN answers friending.former, and no silence is stated.'],
    ],
    [
      'with a hit that nobody explained',
      stated(entry),
      [
        'silences.yaml:2:16 Words of 4.b might answer friending.former, and nothing says why they do not: "Les élèves à qui ont parle.…".',
      ],
    ],
    [
      'with a near miss that no term reaches',
      stated(entry + miss('4.b', 'subject') + '      - { clause: 4.a, why: subject }\n'),
      ['silences.yaml:6:19 No term of friending.former reaches unmarked words of the clause 4.a.'],
    ],
    [
      'with a reason that is not given',
      stated(entry + miss('4.b', 'subjekt')),
      ['silences.yaml:5:29 The question friending.former gives no reason "subjekt". (subject?)'],
    ],
    [
      'of a question that rules answer',
      { [small.silences]: () => 'silences:\n  - { criterion: friending.requests, state: silent }\n' },
      ['silences.yaml:2:18 CSN is not silent on friending.requests: rules answer it.'],
    ],
    [
      'elsewhere, without saying where',
      stated(entry.replace('silent', 'elsewhere') + miss('4.b', 'subject')),
      ['silences.yaml:3:12 "elsewhere" does not say where.'],
    ],
  ])('is refused %s', (_name, changes, expected) => {
    expect(told(readSmall(changes))).toEqual(expected);
  });
});

test('a title that a stem reaches is told with the first clause under it, and is no answer', () => {
  const asked = (text: string) =>
    text.replace(
      '\nslug:',
      '\n  - { id: friending.former, audience: staff, question: { fr: Oui?, en: Yes? }, terms: [ami, refus] }\nslug:',
    );
  const silences = () => 'silences: [{ criterion: friending.former, state: silent }]\n';
  const { corpus, issues } = readSmall({ [small.topic]: asked, [small.silences]: silences });
  expect(issues).toEqual([]);
  expect(corpus?.matrix.get('friending.former')?.[0]?.silence?.hits).toEqual([
    {
      clause: '4.a',
      why: {
        fr: "Ces mots sont ceux de l'intitulé « 4. Amis »; un intitulé n'énonce pas de règle.",
        en: 'These words are those of the title « 4. Amis »; a title states no rule.',
      },
    },
    {
      clause: '4.a',
      why: { fr: 'Ces mots répondent à une autre question : Oui.', en: 'These words answer another question: Yes.' },
    },
  ]);
});

test('terms that miss an answer which a board gives are refused: they prove no silence', () => {
  const narrow = (text: string) => text.replace('terms: [demand]', 'terms: [abonn]');
  expect(told(readSmall({ [small.topic]: narrow }))).toEqual([
    'topics/friending.yaml:5:89 No term of friending.requests reaches the clause nord:4.a, which answers it: "Les demandes sont refusées.".',
  ]);
});

test('a tension that no note explains stops the build', () => {
  const twice = (text: string) =>
    text.replace('<Rule on="friending.sending"', '<Rule on="friending.sending friending.requests"');
  const settle = () => '- { clause: 4.c, kept: other, why: question }\n';
  expect(told(readSmall({ [small.mdx]: twice, [small.english]: twice, [small.settled]: settle }))).toEqual([
    'notes.yaml:1:1 nord answers friending.requests in two ways, and no note explains it: 4.a (prohibition), 4.c (obligation).',
  ]);
});

test('a quotation that begins like a formula stays words in the CSV', () => {
  const inBoth = { fr: 'x', en: 'x' };
  const matrix: MatrixJson = {
    boards: [{ id: 'nord', short: 'CSN', name: 'Nord', province: 'QC', date: null }],
    topics: [{ id: 'a', core: true, name: both, criteria: [{ id: 'a.first', question: both }] }],
    cells: [
      {
        board: 'nord',
        criterion: 'a.first',
        topic: 'a',
        state: 'answered',
        force: 'prohibition',
        tension: false,
        rules: ['=1+1', '@moi', 'Dit « "non" »'].map((quote) => ({
          clause: 'nord:1',
          force: 'prohibition' as const,
          against: false,
          audience: 'staff' as const,
          exception: null,
          quote: { fr: quote, en: quote },
          notice: { fr: null, en: 'Unofficial' },
          url: inBoth,
          cite: inBoth,
        })),
        note: null,
        silence: null,
      },
    ],
  };
  const lines = matrixCsv(matrix).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFF"board","board_name"/);
  expect(lines.slice(1, 4).map((line) => line.split(',')[14])).toEqual(['"\'=1+1"', '"\'@moi"', '"Dit « ""non"" »"']);
  expect(lines).toHaveLength(5);
});
