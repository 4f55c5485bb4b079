import { describe, expect, test } from 'vitest';
import { readSmall, small, told } from './small-corpus.ts';

test('the smallest content without an error', () => {
  const reading = readSmall();
  expect(told(reading)).toEqual([]);
  expect(reading.corpus?.policies.map(({ board }) => board)).toEqual(['nord']);
});

describe('notes', () => {
  const note = (on: string, kind: string, more = '') => `- { on: ${on}, kind: ${kind}, fr: Non., en: No.${more} }\n`;
  const law = ', source: { fr: Loi, en: Act }, checked: 2026-11-21';

  test.each([
    ['none at all', '[]\n', []],
    ['on the copy', note('copy', 'counting'), []],
    ['on a clause', note('4.a', 'reading'), []],
    ['on faulty words', note('4.b', 'sic', ', words: ont parle'), []],
    ['on the law', note('4.a', 'law', law), []],
    ['on no clause', note('4.bb', 'reading'), ['notes.yaml:1:9 There is no clause "4.bb". (4.b?)']],
    [
      'on words that do not stand in the clause',
      note('4.b', 'sic', ', words: on parle'),
      ['notes.yaml:1:51 "on parle" does not stand exactly once in the clause 4.b.'],
    ],
    [
      'on words that stand twice in the clause',
      note('4.a', 'sic', ', words: es'),
      ['notes.yaml:1:51 "es" does not stand exactly once in the clause 4.a.'],
    ],
    ['on an id that YAML takes for a number', note('4', 'reading'), ['notes.yaml:1:9 "1.on": 4 cannot stand here.']],
    [
      'on words of the copy as a whole',
      note('copy', 'copy', ', words: Les'),
      ['notes.yaml:1:53 "Les" does not stand exactly once in the clause copy.'],
    ],
    ['on a fault without its words', note('4.b', 'sic'), ['notes.yaml:1:3 "1.words" is missing.']],
    [
      'on the law without statute and day',
      note('4.a', 'law'),
      ['notes.yaml:1:3 "1.source" is missing.', 'notes.yaml:1:3 "1.checked" is missing.'],
    ],
    [
      'on the law without the day',
      note('4.a', 'law', law.replace(/, checked.*/, '')),
      ['notes.yaml:1:3 "1.checked" is missing.'],
    ],
    [
      'on the law, checked on no day',
      note('4.a', 'law', law.replace('2026-11-21', '2026-11-31')),
      ['notes.yaml:1:83 "1.checked": "2026-11-31" is not a date.'],
    ],
    ['of an unknown kind', note('4.a', 'lew'), ['notes.yaml:1:20 "1.kind": "lew" is not in the list. (law?)']],
    ['without English', '- { on: copy, kind: copy, fr: Non. }\n', ['notes.yaml:1:3 "1.en" is missing.']],
    [
      'two faults in two notes',
      note('p5', 'reading') + note('4.a', 'reading') + note('p6', 'reading'),
      ['notes.yaml:1:9 There is no clause "p5".', 'notes.yaml:3:9 There is no clause "p6".'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(told(readSmall({ [small.notes]: () => text }))).toEqual(expected);
  });
});

describe('what people type for a clause', () => {
  test.each([
    ['in both languages', '4.a: { fr: ami, en: friend }\n', []],
    ['in one language', '"4.b": { fr: ami }\n', []],
    ['for no clause', '4.aa: { fr: ami }\n', ['found-by.yaml:1:1 There is no clause "4.aa". (4.a?)']],
    ['in no language', '4.a: { rf: ami }\n', ['found-by.yaml:1:8 "4.a": "rf" is not known here.']],
    ['as a list', '4.a: { fr: [ami] }\n', ['found-by.yaml:1:12 "4.a.fr": ["ami"] cannot stand here.']],
    ['without a letter', "4.a: { fr: '' }\n", ['found-by.yaml:1:12 "4.a.fr" is empty.']],
    ['an empty file', '', ['found-by.yaml:1:1 This file is empty.']],
  ])('%s', (_name, text, expected) => {
    expect(told(readSmall({ [small.foundBy]: () => text }))).toEqual(expected);
  });
});

test('the author of an id that YAML takes for a number is told of quotes', () => {
  const { issues } = readSmall({ [small.notes]: () => '- { on: 4, kind: reading, fr: Non., en: No. }\n' });
  expect(issues.map(({ expected }) => expected)).toEqual([
    'words; what looks like a number or a yes stands between quotes.',
  ]);
});

describe('topics', () => {
  const replaced = (from: string, to: string) => ({ [small.topic]: (text: string) => text.replace(from, to) });

  test.each([
    [
      'a criterion of another topic',
      replaced(
        '  - { id: friending.sending',
        '  - { id: consent.prior, audience: school, question: { fr: a, en: b }, terms: [demand] }\n  - { id: friending.sending',
      ),
      [
        'topics/friending.yaml:6:11 The criterion "consent.prior" does not belong to the topic "friending".',
        'silences.yaml:1:11 Nothing of CSN answers consent.prior, and no silence is stated.',
      ],
    ],
    [
      'a criterion that stands twice',
      replaced(
        '  - { id: friending.sending',
        '  - { id: friending.requests, audience: staff, question: { fr: a, en: b }, terms: [demand] }\n  - { id: friending.sending',
      ),
      [
        'topics/friending.yaml:6:11 The criterion "friending.requests" stands twice; first in content/topics/friending.yaml.',
      ],
    ],
    [
      'an audience that is asked nothing',
      replaced('friending.sending, audience: staff', 'friending.sending, audience: teachers'),
      [
        'topics/friending.yaml:6:40 "criteria.2.audience": "teachers" is not in the list.',
        'fr.mdx:9:11 "friending.requests" belongs to no topic.',
        'fr.mdx:17:11 "friending.sending" belongs to no topic.',
      ],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(told(readSmall(changes))).toEqual(expected);
  });
});

describe('sums', () => {
  const zeros = '0'.repeat(64);
  test.each([
    [
      'of no board',
      (text: string) => `${text}${zeros}  sud/source.txt\n`,
      ['policies/SHA256SUMS:2:67 The board "sud" is unknown: it has no folder.'],
    ],
    [
      'twice for one board',
      (text: string) => text + text,
      ['policies/SHA256SUMS:2:1 The source of "nord" is pinned twice.'],
    ],
    [
      'of another source',
      (text: string) => zeros + text.slice(64),
      [expect.stringContaining('source.txt:1:1 This source is not the one that was pinned')],
    ],
    [
      'that is none',
      (text: string) => text.replace('  nord', ' nord'),
      [
        expect.stringContaining('policies/SHA256SUMS:1:1 This is no line of sha256sum'),
        'policies/SHA256SUMS:1:1 The board "nord" is unknown: its source is not pinned.',
      ],
    ],
  ])('a sum %s', (_name, change, expected) => {
    expect(told(readSmall({ [small.sums]: change }))).toEqual(expected);
  });
});

test('faults in five files are told in one run', () => {
  const swap = (from: string, to: string) => (text: string) => text.replace(from, to);
  const reading = readSmall({
    [small.topic]: swap('order: 1', 'order: 1\ncolour: red'),
    [small.reasons]: swap('shortest:', 'shortest: x\nlongest:'),
    [small.source]: swap('Ne rien', 'Ne riens'),
    [small.mdx]: swap('id="4.b"', 'id="4.a"'),
    [small.ledger]: swap('nord:4.b', 'nord 4.b'),
  });
  expect([...new Set(reading.issues.map(({ file }) => file))].toSorted()).toEqual(
    [small.topic, small.reasons, small.source, small.mdx, small.ledger].toSorted(),
  );
  expect(reading.corpus).toBeUndefined();
});
