import { describe, expect, test } from 'vitest';
import { boardCards } from '../../src/model/clause-cards.ts';
import { readCorpus } from '../../src/model/corpus.ts';
import type { Annotated } from '../../src/model/mark-words.ts';
import { langs } from '../../src/model/lang.ts';
import { clauseKey } from '../../src/model/clause-key.ts';
import { isSame, merge, move } from '../../src/model/selection-edits.ts';
import { readSelection, writeSelection } from '../../src/model/selection-query.ts';
import { toggle, type Selection } from '../../src/model/selection.ts';
import { Dice } from './dice.ts';
import { realFiles } from './real-files.ts';

/** A selection is what its address says, and an address says no more than it must. */

const of = (...keys: string[]): Selection => ({ title: '', chosen: keys.map((key) => ({ key, note: '' })) });

describe('an address', () => {
  test('is short and plain', () => {
    expect(writeSelection(of('csno:4.c', 'cstl:3.2.1.r3'), true)).toBe('c=csno:4.c,cstl:3.2.1.r3');
  });

  test('carries a title, and notes only when they are wanted', () => {
    const selection = { title: 'Une heure & plus', chosen: [{ key: 'csno:4.c', note: 'À relire?' }] };
    expect(writeSelection(selection, false)).toBe('c=csno:4.c&t=Une+heure+%26+plus');
    expect(readSelection(writeSelection(selection, true)).selection).toEqual(selection);
    expect(readSelection(writeSelection(selection, false)).selection.chosen[0]!.note).toBe('');
  });

  test('is read as programs that escape it write it', () => {
    expect(readSelection('?c=csno%3A4.c%2Ccstl%3A3.2.1.r3').selection).toEqual(of('csno:4.c', 'cstl:3.2.1.r3'));
  });

  test('of the sixty longest ids stays below 2,000 characters', () => {
    const { corpus } = readCorpus(realFiles);
    const keys = [...corpus!.clauses].flatMap(([board, { placed }]) =>
      placed.map(({ clause }) => clauseKey(board, clause.id)),
    );
    const longest = keys.toSorted((a, b) => b.length - a.length).slice(0, 60);
    expect(longest).toHaveLength(60);
    expect(
      `https://un-nom-d-hote-plutot-long.example.org/balises/en/selection/?${writeSelection(of(...longest), false)}`
        .length,
    ).toBeLessThan(2000);
  });
});

describe('of a broken address', () => {
  test('what is valid is kept, and the rest is named', () => {
    const { selection, malformed, repeated } = readSelection('?c=csno:4.c,,<b>,csno:4.c,:x,csno:,a b, cstl:1 &t=');
    expect(selection).toEqual(of('csno:4.c', 'cstl:1'));
    expect(malformed).toEqual(['<b>', ':x', 'csno:', 'a b']);
    expect(repeated).toEqual(['csno:4.c']);
  });

  test('a note stays with its clause', () => {
    const { selection } = readSelection('?c=!,csno:4.c,csno:4.a&n2=deux&n3=trois&n9=neuf');
    expect(selection.chosen).toEqual([
      { key: 'csno:4.c', note: 'deux' },
      { key: 'csno:4.a', note: 'trois' },
    ]);
  });

  test('whatever stands there, what is read is written and read again alike', () => {
    const dice = new Dice(20261121);
    const signs = [...'abc19:.,-%&=#+ <>"\'\u0000é🎈', '\uD800', 'csno:4.c', ',', '%2C', '&t=', '&n1='];
    for (let round = 0; round < 500; round += 1) {
      const query = Array.from({ length: dice.below(60) }, () => dice.pick(signs)).join('');
      const { selection } = readSelection(`?c=${query}`);
      expect(readSelection(writeSelection(selection, true)).selection).toEqual(selection);
    }
  });
});

test('a clause is put in at the end, and taken out again', () => {
  const one = toggle(of('a:1'), 'b:2');
  expect(one).toEqual(of('a:1', 'b:2'));
  expect(toggle(one, 'a:1')).toEqual(of('b:2'));
});

test('two selections become one: no clause twice, no note lost', () => {
  const mine = {
    title: '',
    chosen: [
      { key: 'a:1', note: '' },
      { key: 'b:2', note: 'de moi' },
    ],
  };
  const theirs = {
    title: 'Reçue',
    chosen: [
      { key: 'c:3', note: 'trois' },
      { key: 'a:1', note: 'un' },
      { key: 'b:2', note: 'd’elle' },
    ],
  };
  expect(merge(mine, theirs)).toEqual({
    title: 'Reçue',
    chosen: [
      { key: 'a:1', note: 'un' },
      { key: 'b:2', note: 'de moi' },
      { key: 'c:3', note: 'trois' },
    ],
  });
});

test('two selections are the same only if their title and notes are', () => {
  const one = { title: 'T', chosen: [{ key: 'a:1', note: 'n' }] };
  expect(isSame(one, structuredClone(one))).toBe(true);
  expect(isSame(one, { ...one, title: '' })).toBe(false);
  expect(isSame(one, of('a:1'))).toBe(false);
});

test('a clause moves, and the others close up', () => {
  expect(move(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(move(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
});

test('the cards of a board hold every clause in the words of the language, and the original below a translation', () => {
  const { corpus } = readCorpus(realFiles);
  const textOf = (words: readonly Annotated[]): string =>
    words.map((part) => ('value' in part ? part.value : 'children' in part ? textOf(part.children) : '')).join('');
  const marksIn = (words: readonly Annotated[]): number =>
    words.reduce((sum, part) => sum + (part.type === 'mark' ? 1 : 'children' in part ? marksIn(part.children) : 0), 0);
  for (const policy of corpus!.policies) {
    for (const lang of langs) {
      const { clauses, notice } = boardCards(corpus!, policy, lang);
      const { placed } = corpus!.clauses.get(policy.board)!;
      expect(new Set(Object.keys(clauses))).toEqual(new Set(placed.map(({ clause }) => clause.id)));
      expect(notice === null).toBe(lang === policy.language);
      for (const { clause, within } of placed) {
        const card = clauses[clause.id]!;
        const said = corpus!.texts.get(policy.board)![lang].clauses.get(clause.id)!.text;
        expect(textOf(card.words)).toBe(said);
        const original = lang === policy.language ? card.words : card.original!;
        expect(textOf(original)).toBe(clause.text);
        const errors = corpus!.notes.get(policy.board)!.filter(({ on, kind }) => on === clause.id && kind === 'sic');
        expect(marksIn(original)).toBe(errors.length);
        expect(card.rules).toHaveLength(clause.rules.length);
        expect(card.within).toEqual(within.map(({ id }) => id));
      }
    }
  }
});
