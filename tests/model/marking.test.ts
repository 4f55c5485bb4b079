import { describe, expect, test } from 'vitest';
import type { Force } from '../../src/model/force.ts';
import { agreementOf, differingAttributes, differingClauses, pairMarks, type Mark } from '../../src/model/marking.ts';
import { readSmall, small, told } from './small-corpus.ts';

function mark(clause: string, from: number, to: number, changes: Partial<Mark> = {}): Mark {
  const words = 'x'.repeat(to - from);
  return {
    clause,
    from,
    to,
    words,
    on: ['a.b'],
    force: 'prohibition',
    audience: 'staff',
    except: undefined,
    ...changes,
  };
}

/** A mark for each force given, each in a clause of its own. */
const marksOf = (forces: Force[]): Mark[] => forces.map((force, index) => mark(String(index), 0, 5, { force }));

const place = (one: Mark | undefined): string => (one ? `${one.clause} ${one.from}-${one.to}` : 'none');

describe('marks are paired by the characters that they share', () => {
  test.each([
    ['the same place', [mark('1', 0, 9)], [mark('1', 0, 9)], ['1 0-9 = 1 0-9']],
    ['an overlap', [mark('1', 0, 9)], [mark('1', 5, 20)], ['1 0-9 = 1 5-20']],
    ['neighbours share nothing', [mark('1', 0, 5)], [mark('1', 5, 9)], ['1 0-5 = none', 'none = 1 5-9']],
    ['nor do two clauses', [mark('1', 0, 5)], [mark('2', 0, 5)], ['1 0-5 = none', 'none = 2 0-5']],
    [
      'the longer overlap wins',
      [mark('1', 0, 10)],
      [mark('1', 0, 4), mark('1', 4, 12)],
      ['1 0-10 = 1 4-12', 'none = 1 0-4'],
    ],
    [
      'each mark has one partner',
      [mark('1', 0, 4), mark('1', 4, 12)],
      [mark('1', 0, 12)],
      ['1 0-4 = none', '1 4-12 = 1 0-12'],
    ],
    [
      'what loses the longest overlap takes the next',
      [mark('1', 0, 10), mark('1', 10, 14)],
      [mark('1', 2, 12), mark('1', 12, 14)],
      ['1 0-10 = 1 2-12', '1 10-14 = 1 12-14'],
    ],
    ['nothing with nothing', [], [], []],
  ])('%s', (_name, first, second, pairs) => {
    expect(pairMarks(first, second).map(([a, b]) => `${place(a)} = ${place(b)}`)).toEqual(pairs);
  });
});

describe('two marks differ in', () => {
  test.each([
    ['nothing', {}, []],
    ['nothing when the questions are in another order', { on: ['c.d', 'a.b'] }, []],
    ['words', { words: 'yyyyy' }, ['words']],
    ['questions', { on: ['a.b'] }, ['on']],
    ['force', { force: 'power' }, ['force']],
    ['audience', { audience: 'board' }, ['audience']],
    ['exception', { except: 'xx' }, ['except']],
    [
      'everything',
      { words: 'y', on: ['e.f'], force: 'power', audience: 'board', except: 'x' },
      ['words', 'on', 'force', 'audience', 'except'],
    ],
  ] as [string, Partial<Mark>, string[]][])('%s', (_name, changes, attributes) => {
    const on = ['a.b', 'c.d'];
    expect(differingAttributes([mark('1', 0, 5, { on }), mark('1', 0, 5, { on, ...changes })])).toEqual(attributes);
  });

  test('no attribute where one of the two is missing, yet their clause differs', () => {
    expect(differingAttributes([mark('1', 0, 5), undefined])).toEqual([]);
    expect([...differingClauses([mark('1', 0, 5), mark('2', 0, 5)], [mark('2', 0, 5)])]).toEqual(['1']);
  });
});

describe('the agreement of two passes', () => {
  test('counts the marks, the pairs, and what is equal in each', () => {
    const first = [mark('1', 0, 9), mark('2', 0, 9), mark('3', 0, 9)];
    const second = [
      mark('1', 0, 9, { force: 'power' }),
      mark('2', 0, 8, { except: 'xx' }),
      mark('4', 0, 9),
      mark('5', 0, 9),
    ];
    expect(agreementOf(first, second)).toEqual({
      first: 3,
      second: 4,
      matched: 2,
      equal: { words: 1, on: 2, force: 1, audience: 2, except: 1 },
      kappa: 0,
    });
  });

  // Ten pairs: P-P five times, O-O three times, P-O and O-P once each. Both passes say P six times and O four times.
  // Observed 8/10; by chance 0.6 × 0.6 + 0.4 × 0.4 = 0.52; kappa = (0.8 − 0.52) / (1 − 0.52) = 0.28 / 0.48.
  const [P, O, R] = ['prohibition', 'obligation', 'recommendation'] as const;
  test.each([
    ['as computed by hand', [P, P, P, P, P, P, O, O, O, O], [P, P, P, P, P, O, P, O, O, O], 0.28 / 0.48],
    ['1 when all is equal', [P, O, R, R], [P, O, R, R], 1],
    ['-1 when all is exchanged', [P, O], [O, P], -1],
    ['0 when chance would do as well', [P, P, O, O], [P, O, P, O], 0],
    // Three forces: observed 4/6; by chance (3·2 + 2·2 + 1·2) / 36 = 1/3; kappa = (2/3 − 1/3) / (2/3) = 1/2.
    ['over three forces', [P, P, P, O, O, R], [P, P, O, O, R, R], 0.5],
  ] as [string, Force[], Force[], number][])('has a kappa for force: %s', (_name, first, second, kappa) => {
    expect(agreementOf(marksOf(first), marksOf(second)).kappa).toBeCloseTo(kappa, 12);
  });

  test.each([
    ['no mark is matched', [], [P]],
    ['both say the same force of everything', [P, P], [P, P]],
  ] as [string, Force[], Force[]][])('has no kappa when %s', (_name, first, second) => {
    expect(agreementOf(marksOf(first), marksOf(second)).kappa).toBeUndefined();
  });
});

describe('differences are settled', () => {
  const second = (from: string, to: string) => ({ [small.second]: (text: string) => text.replace(from, to) });
  const settled = (...lines: string[]) => ({
    [small.settled]: () => lines.map((line) => `- { ${line} }\n`).join('') || '[]\n',
  });
  const otherForce = second('force: prohibition', 'force: obligation');
  const power = (text: string) => text.replace('force="prohibition"', 'force="power"');
  const otherPublished = { [small.mdx]: power, [small.english]: power };

  test.each([
    ['nothing differs', {}, []],
    ['the first is kept', { ...otherForce, ...settled('clause: 4.a, kept: first, why: shortest') }, []],
    [
      'neither is kept',
      { ...otherForce, ...otherPublished, ...settled('clause: 4.a, kept: other, why: question') },
      [],
    ],
    [
      'a difference that nothing settles',
      otherForce,
      ['marking/settled.yaml:1:1 The two passes differ on 4.a, and nothing says how that was settled.'],
    ],
    [
      'a mark of one pass only',
      second('words: Ne rien demander., on: [friending.sending], force: obligation', 'unmarked: context'),
      ['marking/settled.yaml:1:1 The two passes differ on 4.c, and nothing says how that was settled.'],
    ],
    [
      'published marks that neither pass gave',
      otherPublished,
      [
        'marking/settled.yaml:1:1 The published marks of 4.a are not those on which the two passes agree, and nothing says why.',
      ],
    ],
    [
      'a settlement that names the wrong pass',
      { ...otherForce, ...settled('clause: 4.a, kept: second, why: shortest') },
      ['marking/settled.yaml:1:24 The published marks of 4.a are not those of the second pass.'],
    ],
    [
      'a settlement where nothing differs',
      settled('clause: 4.a, kept: first, why: shortest'),
      [
        'marking/settled.yaml:1:13 There is nothing to settle on 4.a: the two passes agree, and what they give is published.',
      ],
    ],
    [
      'a settlement given twice',
      {
        ...otherForce,
        ...settled('clause: 4.a, kept: first, why: shortest', 'clause: 4.a, kept: first, why: shortest'),
      },
      ['marking/settled.yaml:2:13 The clause 4.a is settled twice.'],
    ],
    [
      'a settlement of no clause',
      settled('clause: 4.aa, kept: first, why: shortest'),
      ['marking/settled.yaml:1:13 There is no clause "4.aa". (4.a?)'],
    ],
    [
      'a reason that nobody gave',
      { ...otherForce, ...settled('clause: 4.a, kept: first, why: shortets') },
      ['marking/settled.yaml:1:36 The reason "shortets" is not in content/marking-reasons.yaml. (shortest?)'],
    ],
    [
      'a reason that only JavaScript knows',
      { ...otherForce, ...settled('clause: 4.a, kept: first, why: constructor') },
      ['marking/settled.yaml:1:36 The reason "constructor" is not in content/marking-reasons.yaml.'],
    ],
    [
      'a pass that quotes other words',
      second('sont refusées', 'seront refusées'),
      ['marking/second.yaml:1:25 These words do not stand in the clause 4.a.'],
    ],
    [
      'a pass that names no clause',
      second('clause: 4.b', 'clause: 4.bb'),
      ['marking/second.yaml:2:13 There is no clause "4.bb". (4.b?)'],
    ],
    [
      'a pass with an unknown force',
      second('force: obligation', 'force: obligaton'),
      ['marking/second.yaml:3:76 "3.force": "obligaton" is not in the list. (obligation?)'],
    ],
    [
      'a pass with an unknown name',
      second('unmarked: context', 'unmraked: context'),
      [
        'marking/second.yaml:2:3 "2.unmarked" is missing.',
        'marking/second.yaml:2:18 "2": "unmraked" is not known here. (unmarked?)',
      ],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(told(readSmall(changes))).toEqual(expected);
  });

  test('reasons that cannot be read are told once, and not again for each settlement', () => {
    const changes = { ...otherForce, ...settled('clause: 4.a, kept: first, why: shortest') };
    const broken = { [small.reasons]: (text: string) => text.replace('en: Yes.', 'es: Sí.') };
    expect(told(readSmall({ ...changes, ...broken }))).toEqual([
      'marking-reasons.yaml:1:11 "shortest.en" is missing.',
      'marking-reasons.yaml:1:23 "shortest": "es" is not known here. (en?)',
    ]);
  });
});
