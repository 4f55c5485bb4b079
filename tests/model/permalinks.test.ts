import { describe, expect, test } from 'vitest';
import { clauseKey } from '../../src/model/clause-key.ts';
import { ledgerLine, readLedger, scenarioKey, scenarioOwner } from '../../src/model/permalinks.ts';
import { TextFile } from '../../src/model/text-file.ts';
import { readSmall, small, told } from './small-corpus.ts';

const ledger = (...lines: string[]) => ({ [small.ledger]: () => `${lines.join('\n')}\n` });
const three = ['nord:4.a', 'nord:4.b', 'nord:4.c'];

describe('the ledger passes', () => {
  test.each([
    ['with every id once', three],
    ['in any order', three.toReversed()],
    ['with comments, blank lines and spaces', ['# 2026', '', ' nord:4.a ', 'nord:4.b', '', 'nord:4.c']],
    ['with a retired id that names a clause', [...three, 'nord:4.z retired 2026-11-21 successor nord:4.a']],
  ])('%s', (_name, lines) => {
    expect(told(readSmall(ledger(...lines)))).toEqual([]);
  });
});

describe('the ledger is refused', () => {
  test.each([
    [
      'a new id that is not published',
      three.slice(0, 2),
      ['fr.mdx:16:13 The clause id "nord:4.c" is not in content/permalinks.txt.'],
    ],
    [
      'a published id that is gone',
      [...three, 'nord:5'],
      ['permalinks.txt:4:1 The clause "nord:5" was published and is gone; links to it would break.'],
    ],
    [
      'a renamed id, seen from both ends',
      ['nord:4.a', 'nord:4.b', 'nord:4.cc'],
      [
        'permalinks.txt:3:1 The clause "nord:4.cc" was published and is gone; links to it would break. (nord:4.c?)',
        'fr.mdx:16:13 The clause id "nord:4.c" is not in content/permalinks.txt. (nord:4.cc?)',
      ],
    ],
    [
      'a board that does not exist',
      [...three, 'sud:4.a'],
      ['permalinks.txt:4:1 The clause "sud:4.a" was published and is gone; links to it would break.'],
    ],
    ['an id that stands twice', [...three, 'nord:4.a'], ['permalinks.txt:4:1 "nord:4.a" stands twice in the ledger.']],
    ['a line that is none', [...three, 'nord 4.a'], ['permalinks.txt:4:1 This is no line of the ledger: "nord 4.a".']],
    [
      'a retired id without a successor',
      [...three, 'nord:5 retired 2026-11-21'],
      ['permalinks.txt:4:1 This is no line of the ledger: "nord:5 retired 2026-11-21".'],
    ],
    [
      'a day that no calendar has',
      [...three, 'nord:5 retired 2026-99-99 successor nord:4.a'],
      ['permalinks.txt:4:1 This is no line of the ledger: "nord:5 retired 2026-99-99 successor nord:4.a".'],
    ],
    [
      'a retired id that a clause bears',
      ['nord:4.a retired 2026-11-21 successor nord:4.b', 'nord:4.b', 'nord:4.c'],
      ['permalinks.txt:1:1 "nord:4.a" is retired, yet a clause bears that id.'],
    ],
    [
      'a successor that is no clause',
      [...three, 'nord:5 retired 2026-11-21 successor nord:4.d'],
      ['permalinks.txt:4:1 The successor of "nord:5", "nord:4.d", is no clause.'],
    ],
    [
      'a successor that is retired itself',
      [...three, 'nord:5 retired 2026-11-21 successor nord:6', 'nord:6 retired 2026-11-22 successor nord:4.a'],
      ['permalinks.txt:4:1 The successor of "nord:5", "nord:6", is no clause.'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(told(readSmall(ledger(...lines)))).toEqual(expected);
  });

  test('nothing is said of the ids of a policy that could not be read', () => {
    const broken = { [small.mdx]: (text: string) => text.replace('force="obligation"', 'force="must"') };
    expect(
      told(readSmall({ ...broken, ...ledger('nord:4.a', 'nord:5 retired 2026-11-21 successor nord:4.z') })),
    ).toEqual(['fr.mdx:17:37 <Rule> "force": "must" is not in the list.']);
  });
});

test('the ledger knows what is published and what is retired', () => {
  const retired = { board: 'nord', id: '4.z', date: '2026-11-21', successor: { board: 'nord', id: '4.a' } };
  const { corpus } = readSmall(ledger(...three, ledgerLine(retired)));
  expect([...corpus!.ledger.published]).toEqual([...three, 'nord:4.z']);
  expect(corpus!.ledger.retired).toEqual([retired]);
});

test('ids that wait to be published are given for the command that publishes them', () => {
  expect(readSmall(ledger('nord:4.b')).unpublished).toEqual(['nord:4.a', 'nord:4.c']);
});

test('a key is the board and the id', () => {
  expect(clauseKey('csno', '4.c')).toBe('csno:4.c');
});

describe('the address of a situation', () => {
  const file = new TextFile('content/scenarios/amis/en.mdx', '---\nslug: friends\n');
  const places = new Map([[scenarioKey('en', 'friends'), { file, offset: 10, length: 7 }]]);
  const read = (line: string) =>
    readLedger(new TextFile('content/permalinks.txt', `${line}\n`), places).issues.map(
      ({ file: at, message, suggestion }) => `${at} ${message} (${suggestion ?? ''}?)`,
    );

  test('is in the ledger', () => {
    expect(read('scenario:en/friends')).toEqual([]);
  });

  test('does not change, in any language', () => {
    expect(read('scenario:en/friend')).toEqual([
      'content/permalinks.txt The situation "scenario:en/friend" was published and is gone; links to it would break. (scenario:en/friends?)',
      'content/scenarios/amis/en.mdx The address "scenario:en/friends" is not in content/permalinks.txt. (scenario:en/friend?)',
    ]);
  });

  test('is never retired: it has no other address to lead to', () => {
    expect(read('scenario:en/friend retired 2026-11-21 successor scenario:en/friends')[0]).toContain(
      'The situation "scenario:en/friend" was published and is gone',
    );
  });

  test('is not missed while the situations cannot be read', () => {
    expect(readLedger(new TextFile('l', 'scenario:en/friend\n'), new Map(), new Set([scenarioOwner])).issues).toEqual(
      [],
    );
  });
});
