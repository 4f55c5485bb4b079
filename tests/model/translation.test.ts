import { describe, expect, test } from 'vitest';
import { stampElement, stampOf } from '../../src/model/translation.ts';
import { readSmall, small, smallSource, sumLine, told } from './small-corpus.ts';

/** A translation answers its original clause by clause, or its author is told where it does not. */

const english = (from: string | RegExp, to: string) => ({ [small.english]: (text: string) => text.replace(from, to) });
const glossary = (from: string, to: string) => ({ [small.glossary]: (text: string) => text.replace(from, to) });

/** The French, source and all, after the board has changed its words. */
const nowSays = (from: string, to: string) => ({
  [small.mdx]: (text: string) => text.replace(from, to),
  [small.source]: (text: string) => text.replace(from, to),
  [small.sums]: () => sumLine(smallSource.replace(from, to)),
  [small.first]: (text: string) => text.replace(from, to),
  [small.second]: (text: string) => text.replace(from, to),
});

test('the words of both languages stand under the same ids, in the same nesting, with the same rules', () => {
  const { fr, en } = readSmall().corpus!.texts.get('nord')!;
  expect([...en.clauses.keys()]).toEqual([...fr.clauses.keys()]);
  expect(en.title).toBe('Friends');
  expect(en.titles.get('4')).toBe('4. Friends');
  expect(en.clauses.get('4.a')).toMatchObject({
    label: 'a.',
    text: 'Requests are refused.',
    rules: [{ criteria: ['friending.requests'], force: 'prohibition', quote: 'Requests are refused.' }],
  });
});

test('two rules of one clause may change places in the translation, and keep their numbers', () => {
  const two = (one: string, other: string, between: string) =>
    `<Rule on="friending.requests" force="prohibition">${one}</Rule>${between}<Rule on="friending.sending" force="obligation">${other}</Rule>`;
  const french = `${two('Les demandes sont', 'refusées', ' ')}.`;
  const swapped =
    '<Rule on="friending.sending" force="obligation">Refused</Rule> are <Rule on="friending.requests" force="prohibition">requests</Rule>.';
  const { corpus } = readSmall({
    [small.mdx]: (text) => text.replace(/<Rule on="friending.requests".*/, french),
    [small.english]: (text) => text.replace(/<Rule on="friending.requests".*/, swapped),
    [small.settled]: () => '- { clause: 4.a, kept: other, why: question }\n',
    [small.notes]: (text) => `${text}- { on: 4.a, kind: tension, fr: Deux., en: Two. }\n`,
  });
  const clause = corpus!.texts.get('nord')!.en.clauses.get('4.a')!;
  expect(clause.rules.map(({ quote }) => quote)).toEqual(['requests', 'Refused']);
  expect(clause.words.filter(({ type }) => type === 'rule')).toMatchObject([{ index: 1 }, { index: 0 }]);
});

describe('is refused', () => {
  test.each([
    [
      'without a clause',
      english(/<Clause id="4.b"[^]*?<\/Clause>\n\n/, ''),
      ['en.mdx:7:13 The clause 4.b is not translated.'],
    ],
    [
      'with a clause of its own',
      english('id="4.b"', 'id="4.bb"'),
      ['en.mdx:11:13 The original has no clause 4.bb. (4.b?)', 'en.mdx:7:13 The clause 4.b is not translated.'],
    ],
    [
      'in another order',
      english(/(<Clause id="4.b"[^]*?<\/Clause>\n\n)(<Clause id="4.c"[^]*?<\/Clause>\n\n)/, '$2$1'),
      ['en.mdx:11:13 The clause 4.c stands where the original has the clause 4.b.'],
    ],
    [
      'in another nesting',
      english(/refused\.<\/Rule>\n<\/Clause>\n\n(<Clause id="4.b"[^]*?<\/Clause>)/, 'refused.</Rule>\n\n$1\n</Clause>'),
      ['en.mdx:10:13 The clause 4.b stands in clause 4.a; in the original it stands in section 4.'],
    ],
    [
      'with another force',
      english('force="prohibition"', 'force="recommendation"'),
      ['en.mdx:7:13 The rules of the clause 4.a are not those of the original: [friending.requests, recommendation].'],
    ],
    [
      'with a rule less',
      english(/<Rule on="friending.sending" force="obligation">(.*)<\/Rule>/, '$1'),
      ['en.mdx:15:13 The rules of the clause 4.c are not those of the original: none.'],
    ],
    [
      'with words left in the language of the original',
      english('Students to whom one speak.', 'Les élèves à qui ont parle.'),
      ['en.mdx:11:13 The words of the clause 4.b are those of the original.'],
    ],
    [
      'without a stamp',
      english(/(id="4.c") of="[^"]*"/, '$1'),
      ['en.mdx:15:13 The clause 4.c does not say which words it was made from.'],
    ],
    [
      'with a stamp that is none',
      english(/(id="4.c") of="[^"]*"/, '$1 of="today"'),
      ['en.mdx:15:22 <Clause> "of": "today" '],
    ],
    [
      'from another language than the original',
      english('translates: fr', 'translates: en'),
      ['en.mdx:2:15 The original of nord is not in "en".'],
    ],
    [
      'with facts that only the original states',
      english('{ translates: fr,', '{ translates: fr, province: QC,'),
      ['en.mdx:2:19 this file: "province" is not known here.'],
    ],
    [
      'with an attribute that it takes from the original',
      english('id="4.a"', 'id="4.a" label="a."'),
      ['en.mdx:7:18 <Clause>: "label" is not known here.'],
    ],
    [
      'as a second original',
      english('translates: fr, ', ''),
      ['en.mdx:1:1 nord has two originals: fr.mdx and en.mdx.'],
    ],
  ])('%s', (_name, changes, expected) => {
    const lines = told(readSmall(changes));
    for (const line of expected) expect(lines.join('\n')).toContain(line);
    expect(readSmall(changes).corpus).toBeUndefined();
  });
});

describe('words that the board has changed since', () => {
  const changed = nowSays('Ne rien demander.', 'Ne demander rien.');

  test('stop nothing, are told clause by clause, and are known to the page', () => {
    const { corpus, warnings } = readSmall(changed);
    expect(warnings.map(({ file, line, message }) => [file, line, message])).toEqual([
      [small.english, 15, 'The original has changed since the clause 4.c was translated.'],
    ]);
    expect(warnings[0]!.remedy).toContain('npm run stamp -- nord:4.c');
    expect(corpus!.texts.get('nord')!.en).toMatchObject({ stale: new Set(['4.c']) });
  });

  test('are fresh again once the clause is stamped', () => {
    const { corpus, warnings } = readSmall({
      ...changed,
      ...english(/(id="4.c") of="[^"]*"/, `$1 of="${stampOf('Ne demander rien.')}"`),
    });
    expect(warnings).toEqual([]);
    expect(corpus!.texts.get('nord')!.en).toMatchObject({ stale: new Set() });
  });

  test('one element is stamped, and no other', () => {
    const text = '<Section id="4" of="1"><Clause id="4" of="2"><Clause id="4.1">';
    expect(stampElement(text, 'Clause', '4', 'x')).toBe(
      '<Section id="4" of="1"><Clause id="4" of="x"><Clause id="4.1">',
    );
    expect(stampElement(text, 'Clause', '4.1', 'x')).toBe(
      '<Section id="4" of="1"><Clause id="4" of="2"><Clause id="4.1" of="x">',
    );
  });

  test('a title too', () => {
    const { warnings } = readSmall(nowSays('4. Amis', '4. Des amis'));
    expect(warnings.map(({ message }) => message)).toEqual([
      'The original has changed since the section 4 was translated.',
    ]);
  });
});

describe('the glossary', () => {
  test('holds a translation to its words', () => {
    expect(told(readSmall(english('Request nothing.', 'Ask for nothing.')))).toEqual([
      'en.mdx:15:13 The original says "demande", and the translation of the clause 4.c does not say "request".',
    ]);
  });

  test('may except a clause, and says why', () => {
    const except = (clause: string) =>
      glossary(
        'stems: [request] }\n',
        `stems: [request] }\n  except: [{ clauses: ["${clause}"], why: { fr: Oui., en: Yes. } }]\n`,
      );
    const otherwise = english('Request nothing.', 'Ask for nothing.');
    expect(told(readSmall({ ...otherwise, ...except('nord:4.c') }))).toEqual([]);
    expect(told(readSmall(except('nord:4.c')))).toEqual([
      'content/glossary/terms.yaml:3:24 The exception nord:4.c of "demande" serves nothing.'.replace('content/', ''),
    ]);
  });

  test('names a term once', () => {
    const twice = { [small.glossary]: (text: string) => text + text };
    expect(told(readSmall(twice))).toEqual(['glossary/terms.yaml:3:15 The term "demande" stands twice.']);
  });
});

test('a policy whose original is English works the other way round', () => {
  const rules = (one: string, other: string) =>
    [
      `<Rule on="friending.requests" force="prohibition">${one}</Rule>`,
      `<Rule on="friending.sending" force="obligation">${other}</Rule>`,
    ] as const;
  const [refused, nothing] = rules('Requests are refused.', 'Request nothing.');
  const [refusees, rien] = rules('Les demandes sont refusées.', 'Ne rien demander.');
  const source = 'Friends\na. Requests are refused.\nc. Request nothing.\n';
  const pass = `- { clause: 4.a, words: Requests are refused., on: [friending.requests], force: prohibition }
- { clause: 4.c, words: Request nothing., on: [friending.sending], force: obligation }
`;
  const { corpus, issues } = readSmall({
    [small.english]: () => `---
{ board: nord, short: NSB, name: Northern School Board, province: QC, instrument: directive, title: Friends, dates: [],
  language: en, audience: staff, binds: { fr: Oui., en: Yes. }, received: { fr: Oui., en: Yes. } }
---

<Section id="4" title="Friends">
<Clause id="4.a" label="a.">
${refused}
</Clause>
<Clause id="4.c" label="c.">
${nothing}
</Clause>
</Section>
`,
    [small.mdx]: () => `---
{ translates: en, title: Amis }
---

<Section id="4" of="${stampOf('Friends')}" title="Amis">
<Clause id="4.a" of="${stampOf('Requests are refused.')}">
${refusees}
</Clause>
<Clause id="4.c" of="${stampOf('Request nothing.')}">
${rien}
</Clause>
</Section>
`,
    [small.source]: () => source,
    [small.sums]: () => sumLine(source),
    [small.first]: () => pass,
    [small.second]: () => pass,
    [small.ledger]: () => 'nord:4.a\nnord:4.c\n',
  });
  expect(issues).toEqual([]);
  expect(corpus!.policies[0]!.language).toBe('en');
  expect(corpus!.texts.get('nord')!.fr.clauses.get('4.a')!.text).toBe('Les demandes sont refusées.');
  expect(corpus!.matrix.get('friending.requests')![0]!.rules[0]!.rule.quote).toBe('Requests are refused.');
});
