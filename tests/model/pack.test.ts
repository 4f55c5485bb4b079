import { describe, expect, test } from 'vitest';
import { readPack } from '../../src/model/pack.ts';
import { TextFile } from '../../src/model/text-file.ts';

/** A starter pack names only what exists, and its plan is an hour. */

const known = { topics: ['friending'], clauses: new Set(['nord:4.a', 'sud:1']), scenarios: ['amis'] };

const whole = `title: { fr: "Amis", en: "Friends" }
aim: { fr: "Savoir.", en: "Know." }
clauses: ["nord:4.a", "sud:1"]
plan:
  - minutes: 20
    fr: "Lire."
    en: "Read."
  - minutes: 40
    scenario: amis
    fr: "Voter."
    en: "Vote."
`;

const read = (text = whole, topic = 'friending') =>
  readPack(new TextFile(`content/packs/${topic}.yaml`, text), topic, known);

test('a whole pack is read', () => {
  const { pack, issues } = read();
  expect(issues).toEqual([]);
  expect(pack).toMatchObject({ topic: 'friending', clauses: ['nord:4.a', 'sud:1'] });
  expect(pack!.plan.map(({ minutes }) => minutes)).toEqual([20, 40]);
});

describe('a pack is refused', () => {
  const faults: [string, string, string, string][] = [
    ['a clause that does not exist', '"sud:1"', '"sud:2"', '3:23 There is no clause "sud:2". (sud:1?)'],
    ['a clause that stands twice', '"sud:1"', '"nord:4.a"', '3:23 "nord:4.a" stands twice. (?)'],
    ['a situation that does not exist', 'scenario: amis', 'scenario: ami', '9:15 There is no situation "ami". (amis?)'],
    ['a plan that is no hour', 'minutes: 40', 'minutes: 45', '5:3 The steps take 65 minutes. (?)'],
  ];
  test.each(faults)('%s', (_name, from, to, expected) => {
    const { pack, issues } = read(whole.replace(from, to));
    expect(pack).toBeUndefined();
    expect(
      issues.map(({ line, column, message, suggestion }) => `${line}:${column} ${message} (${suggestion ?? ''}?)`),
    ).toEqual([expected]);
  });

  test('a missing translation', () => {
    expect(read(whole.replace('en: "Vote."', '')).issues).toHaveLength(1);
  });

  test('a file that bears the name of no topic', () => {
    expect(read(whole, 'friend').issues.map(({ message, suggestion }) => [message, suggestion])).toEqual([
      ['There is no topic "friend".', undefined],
    ]);
  });
});
