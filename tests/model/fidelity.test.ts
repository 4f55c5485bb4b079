import { afterAll, describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/model/corpus.ts';
import { compareWords, sourceWords } from '../../src/model/fidelity.ts';
import { wordsOf } from '../../src/model/read-back.ts';
import { readPolicy } from '../../src/model/read-policy.ts';
import { TextFile } from '../../src/model/text-file.ts';
import { Dice } from './dice.ts';
import { piecesOf, type PolicyWord } from './policy-words.ts';
import { boards, fileAt, filesAround, mdxPath, realFiles, sourcePath, textAt, withFile } from './real-files.ts';

const seed = 142;
const dice = new Dice(seed);
const signs = [...'abcdefghijlmnopqrstuvxyzàéèêîôùçÉÀCDLS0123456789.,;:!?’–-«»'];

const { corpus } = readCorpus(realFiles);

/** The text with another sign at `offset`. */
function changeAt(text: string, offset: number): { by: string; text: string } {
  const by = dice.pick(signs.filter((sign) => sign !== text[offset]));
  return { by, text: text.slice(0, offset) + by + text.slice(offset + 1) };
}

/** `count` different places of the words of all five policies, each as likely as any other. */
function placesIn(words: PolicyWord[], count: number): { word: PolicyWord; offset: number }[] {
  const places = words.flatMap((word) => Array.from(word.text, (_, at) => ({ word, offset: word.offset + at })));
  return Array.from({ length: count }, () => places.splice(dice.below(places.length), 1)[0]!);
}

let caught = 0;
let caughtInSource = 0;

describe('one sign of fr.mdx is another', () => {
  const changes = placesIn(
    boards.flatMap((board) => piecesOf(board).words),
    500,
  ).map(({ word, offset }) => {
    const path = mdxPath(word.board);
    const { by, text } = changeAt(textAt(path), offset);
    const { line, column } = fileAt(path).positionAt(offset);
    return [
      `${path}:${line}:${column}`,
      textAt(path)[offset]!,
      by,
      word.board,
      new TextFile(path, text),
      line,
    ] as const;
  });

  test.each(changes)('%s %s becomes %s', (_place, _was, _by, board, file, line) => {
    const { policy, issues } = readPolicy(file, fileAt(sourcePath(board)), board, corpus!);
    expect(policy).toBeUndefined();
    expect(issues).toContainEqual(expect.objectContaining({ file: file.path, line }));
    caught += 1;
  });
});

describe('one sign of source.txt is another', () => {
  const changes = Array.from({ length: 100 }, () => {
    const board = dice.pick(boards);
    const path = sourcePath(board);
    const source = textAt(path);
    const word = dice.pick(sourceWords(fileAt(path)));
    const offset = word.offset + dice.below(word.length);
    const { by, text } = changeAt(source, offset);
    const { line, column } = fileAt(path).positionAt(offset);
    return [`${path}:${line}:${column}`, source[offset]!, by, path, text, line] as const;
  });

  test.each(changes)('%s %s becomes %s', (_place, _was, _by, path, text, line) => {
    const { issues } = readCorpus(withFile(path, text, filesAround(path)));
    const sum = { file: path, line: 1, message: expect.stringContaining('not the one that was pinned') };
    const words = {
      file: path.replace('source.txt', 'fr.mdx'),
      message: expect.stringMatching(/is not what the source says|not in the source|of the source are missing/),
      expected: expect.stringContaining(`${path}:${line}`),
    };
    expect(issues).toContainEqual(expect.objectContaining(sum));
    expect(issues).toContainEqual(expect.objectContaining(words));
    caughtInSource += 1;
  });
});

describe('the normalisation of the source', () => {
  test.each([
    ['a run of spaces and line ends is one space', 'deux  mots\n\n\ten trois', 'deux mots en trois'],
    ['a no-break space is a space', 'ceci\u00A0: cela\u202F!', 'ceci : cela !'],
    ['the glyph of a list is no word', '- un\n  - deux\n⇒ trois\n- ⇒ quatre', 'un deux trois quatre'],
    ['a dash within a line is a word', 'un - deux\ntrois -', 'un - deux trois -'],
    ['a dash that touches its word is part of it', '-un\n⇒deux', '-un ⇒deux'],
    ['a dash of another kind is a word', '– un\n— deux', '– un — deux'],
    ['a second glyph is a word', '- - un\n⇒ ⇒ deux\n⇒ - trois', '- un ⇒ deux - trois'],
    ['a number of a list is a word', '1. un\na) deux', '1. un a) deux'],
    ['a sign of emphasis is a word', '**un** *deux*', '**un** *deux*'],
    ['case and accents count', 'Élève éleve', 'Élève éleve'],
  ])('%s', (_name, source, words) => {
    const read = sourceWords(new TextFile('source.txt', source)).map((word) => word.text);
    expect(read.join(' ')).toBe(words);
  });

  test('a word keeps its place in the source, glyph or not', () => {
    const file = new TextFile('source.txt', '- un\n  - deux');
    expect(sourceWords(file).map(({ offset }) => file.positionAt(offset))).toEqual([
      { line: 1, column: 3 },
      { line: 2, column: 5 },
    ]);
  });
});

describe('the words of the policy are those of the source', () => {
  const source = 'Le chat dort.\nLe chien court vite.\nLe loup hurle.';
  test.each([
    ['the same words, otherwise wrapped', 'Le chat\ndort. Le  chien court vite. Le loup hurle.', []],
    [
      'a changed word',
      'Le chat dort.\nLe chien marche vite.\nLe loup hurle.',
      ['2:10 "marche" is not what the source says.'],
    ],
    ['two changed words', 'Le chut dort.\nLe chien court vote.\nLe loup hurle.', ['1:4 "chut" is', '2:16 "vote." is']],
    [
      'an added word',
      'Le chat dort.\nLe chien court bien vite.\nLe loup hurle.',
      ['2:16 These words are not in the source: "bien".'],
    ],
    [
      'a lost word',
      'Le chat dort.\nLe chien vite.\nLe loup hurle.',
      ['2:10 Words of the source are missing before this place: "court".'],
    ],
    [
      'the last word of a line lost',
      'Le chat dort.\nLe chien court\nLe loup hurle.',
      ['2:10 Words of the source are missing after this place: "vite.".'],
    ],
    [
      'the first word of a line lost',
      'Le chat dort.\nchien court vite.\nLe loup hurle.',
      ['2:1 Words of the source are missing before this place: "Le".'],
    ],
    ['a lost line', 'Le chat dort.\nLe loup hurle.', ['Words of the source are missing']],
    [
      'the end lost',
      'Le chat dort.\nLe chien court vite.',
      ['2:16 Words of the source are missing after this place: "Le loup hurle.".'],
    ],
    ['nothing left', '', ['1:1 Words of the source are missing']],
  ])('%s', (_name, text, expected) => {
    const mdx = new TextFile('fr.mdx', text);
    const read = wordsOf(text, (index) => index);
    const issues = compareWords(mdx, read, new TextFile('source.txt', source));
    expect(issues.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual(
      expected.map((message) => expect.stringContaining(message)),
    );
  });

  test('another text altogether is told once', () => {
    const other = Array.from({ length: 2000 }, (_, index) => `mot${index}`).join(' ');
    const issues = compareWords(
      new TextFile('fr.mdx', other),
      wordsOf(other, (index) => index),
      new TextFile('source.txt', source),
    );
    expect(issues.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      '1:1 "mot0 mot1 mot2 mot3 mot4 mot5 mot6 mot7 mot8 mot9 mot10 mot11 …" is not what the source says.',
    ]);
  });
});

afterAll(() => {
  console.log(
    `seed ${seed}: one sign changed at 500 places of the words in fr.mdx: ${caught} caught on their line; at 100 places in source.txt: ${caughtInSource} caught, by sum and by words`,
  );
});
