import { describe, expect, test } from 'vitest';
import { readScenario } from '../../src/model/read-scenario.ts';
import { TextFile } from '../../src/model/text-file.ts';

/** A scenario has an answer of every board, each resting on clauses that exist, and says the same in every language. */

const citable = {
  boards: ['nord', 'sud'],
  clauses: new Map([
    ['nord', new Set(['4.a', '4.b'])],
    ['sud', new Set(['1'])],
  ]),
  topics: ['friending'],
};

const fr = `---
order: 1
slug: amis
minutes: 8
audience: staff
topics: [friending]
title: Amis
question: "Oui?"
---

<Situation>
Un élève demande.
</Situation>

<Answer board="nord" vote="no" cites="4.a 4.b">
Le texte l'interdit.
</Answer>

<Answer board="sud" vote="silent">
Le texte n'en parle pas.
</Answer>

<Gap>
Il faudrait l'écrire.
</Gap>

<Discussion>
Et vous?
</Discussion>
`;

const en = fr
  .replace(/order: 1\nslug: amis\nminutes: 8\naudience: staff\ntopics: \[friending\]/, 'slug: friends')
  .replace('title: Amis', 'title: Friends');

const read = (french = fr, english = en) =>
  readScenario(
    'amis',
    {
      fr: new TextFile('content/scenarios/amis/fr.mdx', french),
      en: new TextFile('content/scenarios/amis/en.mdx', english),
    },
    citable,
  );

const told = (french = fr, english = en): string[] =>
  read(french, english).issues.map(
    ({ file, line, column, message, suggestion }) =>
      `${file.split('/').at(-1)!}:${line}:${column} ${message}${suggestion ? ` (${suggestion}?)` : ''}`,
  );

test('a scenario is read in both languages', () => {
  expect(told()).toEqual([]);
  expect(read().scenario).toMatchObject({
    id: 'amis',
    minutes: 8,
    answers: [
      { board: 'nord', vote: 'no', cites: ['4.a', '4.b'] },
      { board: 'sud', vote: 'silent', cites: [] },
    ],
    texts: { fr: { slug: 'amis', situation: 'Un élève demande.' }, en: { slug: 'friends', discussion: ['Et vous?'] } },
  });
});

test('the boards answer in their own order, whatever that of the file', () => {
  const [north, south] = fr.match(/<Answer[^]*?<\/Answer>/g)!;
  const swapped = fr.replace(north!, 'X').replace(south!, north!).replace('X', south!);
  expect(read(swapped).scenario!.answers.map(({ board }) => board)).toEqual(['nord', 'sud']);
});

describe('is refused', () => {
  const change = (from: string | RegExp, to: string) => fr.replace(from, to);
  test.each([
    [
      'without an answer of a board',
      change(/<Answer board="sud"[^]*?<\/Answer>/, ''),
      'fr.mdx:1:1 The scenario has no answer of sud.',
    ],
    [
      'with two answers of one board',
      change('board="sud" vote="silent"', 'board="nord" vote="silent"'),
      'fr.mdx:1:1 The scenario has two answers of nord.',
    ],
    [
      'with a board that is none',
      change('board="sud"', 'board="sudd"'),
      'fr.mdx:19:16 There is no board "sudd". (sud?)',
    ],
    [
      'with a claim that cites nothing',
      change(' cites="4.a 4.b"', ''),
      'fr.mdx:15:28 The answer "no" of nord rests on no clause.',
    ],
    ['with a clause that does not exist', change('4.a 4.b', '4.a 4.z'), 'fr.mdx:15:39 nord has no clause "4.z".'],
    ['with a clause of another board', change('4.a 4.b', '1'), 'fr.mdx:15:39 nord has no clause "1".'],
    [
      'with a vote that is none',
      change('vote="no"', 'vote="maybe"'),
      'fr.mdx:15:28 <Answer> "vote": "maybe" is not in the list.',
    ],
    [
      'with a topic that is none',
      change('topics: [friending]', 'topics: [freinding]'),
      'fr.mdx:6:10 There is no topic "freinding". (friending?)',
    ],
    ['without a situation', change(/<Situation>[^]*?<\/Situation>/, ''), 'fr.mdx:1:1 There is no <Situation>.'],
    ['without words in a tag', change("Il faudrait l'écrire.", ''), 'fr.mdx:23:1 <Gap> holds no words.'],
    ['with words outside the tags', change('<Gap>', 'Encore.\n\n<Gap>'), 'fr.mdx:23:1 These words stand in no tag.'],
    [
      'with a tag that is none',
      change(/<(\/?)Gap>/g as unknown as RegExp, '<$1Gaps>'),
      'fr.mdx:23:1 <Gaps> is not a tag of a scenario. (Gap?)',
    ],
    ['with a list', change("Il faudrait l'écrire.", '- Il faudrait'), 'fr.mdx:24:1 This is more than plain words.'],
  ])('%s', (_name, french, expected) => {
    expect(told(french)).toContain(expected);
    expect(read(french).scenario).toBeUndefined();
  });

  test('where the languages differ', () => {
    expect(told(fr, en.replace('vote="no"', 'vote="depends"'))).toEqual([
      'en.mdx:1:1 The answer of nord is not that of content/scenarios/amis/fr.mdx.',
    ]);
    expect(told(fr, en.replace('4.a 4.b', '4.b 4.a'))).toHaveLength(1);
    expect(told(fr, en.replace(/<Discussion>[^]*?<\/Discussion>/, ''))).toEqual([
      'en.mdx:1:1 There are 0 questions to discuss; content/scenarios/amis/fr.mdx has 1.',
    ]);
  });
});
