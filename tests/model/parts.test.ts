import { expect, test } from 'vitest';
import { readCorpus, type Corpus } from '../../src/model/corpus.ts';
import { mostColumns } from '../../src/model/matrix.ts';
import { isLarge, partsOf } from '../../src/model/parts.ts';
import { manyBoards } from './many-boards.ts';

/** Pages that compare many boards come in parts. */

const corpusOf = (boards: number): Corpus => readCorpus(manyBoards(boards)).corpus!;
const few = corpusOf(mostColumns);
const many = corpusOf(32);
const oneMore = corpusOf(33);

test('as many boards as stand side by side are in one part', () => {
  expect(isLarge(few)).toBe(false);
  for (const topic of few.topics) {
    expect(partsOf(few, topic, 'topic')).toEqual([few.policies.map(({ board }) => board)]);
    expect(partsOf(few, topic, 'matrix')).toHaveLength(1);
  }
});

test.each(['matrix', 'topic'] as const)('the parts of the %s pages hold each board once, in order', (page) => {
  expect(isLarge(many)).toBe(true);
  const all = many.topics.map((topic) => partsOf(many, topic, page));
  for (const parts of all) expect(parts.flat()).toEqual(many.policies.map(({ board }) => board));
  expect(Math.max(...all.map(({ length }) => length))).toBeGreaterThan(1);
});

test('a board that is added at the end moves no other', () => {
  for (const topic of many.topics) {
    const [before, after] = [many, oneMore].map((corpus) => partsOf(corpus, topic, 'topic'));
    const last = before!.length - 1;
    expect(after!.slice(0, last)).toEqual(before!.slice(0, last));
    expect(after![last]!.slice(0, before![last]!.length)).toEqual(before![last]);
  }
});
