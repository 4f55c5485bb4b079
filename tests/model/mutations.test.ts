import { afterAll, describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/model/corpus.ts';
import { harmlessEditsOf } from './harmless-edits.ts';
import { mutationsOf } from './mutations.ts';
import { filesAround, realFiles } from './real-files.ts';

const seed = 20261121;
const mutations = mutationsOf(seed);
const harmless = harmlessEditsOf(seed);

test('the files as they are have no error', () => {
  const { corpus, issues } = readCorpus(realFiles);
  expect(issues).toEqual([]);
  expect(corpus?.policies).toHaveLength(5);
});

let stopped = 0;
let passed = 0;

describe('stopped at the right place, with the right cause', () => {
  test.each(mutations.map((mutation) => [mutation.what, mutation.change, mutation] as const))(
    '%s: %s',
    (_what, _change, { files, file, line, cause }) => {
      const { corpus, issues } = readCorpus(files);
      expect(issues).toContainEqual(expect.objectContaining({ file, line, message: expect.stringMatching(cause) }));
      expect(corpus).toBeUndefined();
      stopped += 1;
    },
  );
});

describe('passed, and nothing changed', () => {
  test.each(harmless.map((edit) => [edit.what, edit.path, edit.files] as const))('%s: %s', (_what, path, files) => {
    const { corpus, issues } = readCorpus(files);
    expect(issues).toEqual([]);
    expect(corpus).toBeDefined();
    expect(corpus).toStrictEqual(readCorpus(filesAround(path)).corpus);
    passed += 1;
  });
});

afterAll(() => {
  console.log(
    `seed ${seed}: ${mutations.length} mutations of the real files: ${stopped} stopped at the right place with the right cause; ${harmless.length} harmless edits: ${passed} pass`,
  );
});
