import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/model/search/ask.ts';
import { catalogueOf, type Catalogue } from '../../src/model/search/catalogue.ts';
import { clauseRecords } from '../../src/model/search/clause-records.ts';
import { countFacets, limit } from '../../src/model/search/facets.ts';
import { meantBy, vocabularyOf } from '../../src/model/search/meant.ts';
import { rank, type WordHits } from '../../src/model/search/rank.ts';
import { searchDocuments } from '../../src/model/search/records.ts';
import { shardSizeOf, unpack } from '../../src/model/search/shards.ts';
import { isEmptyWord, stem, stemsOf, wordsOf } from '../../src/model/search/words.ts';
import { langs, type Lang } from '../../src/model/lang.ts';
import { readContentFiles } from '../../src/content-files.ts';
import { readCorpus } from '../../src/model/corpus.ts';

const corpus = readCorpus(readContentFiles(process.cwd())).corpus!;

describe('the forms of a word are one', () => {
  test.each([
    ['publier publié publiées publication publications publie publient'],
    ['employé employée employés employer'],
    ['privé privée privées'],
    ['travail travaux travailler'],
    ['élève élèves'],
    ['confidentiel confidentielle confidentialité'],
    ['autoriser autorisation autorisée'],
    ['inscrire inscription inscrit inscrivent'],
    ['interdit interdite interdire interdiction'],
    ['diffamer diffamation diffamatoire'],
    ['sanction sanctions sanctionné sanctionner'],
    ['disciplinaire disciplinaires discipline'],
    ['permettre permis permet'],
    ['modérer modération modérateurs'],
    ['social sociaux sociale'],
    ['commentaire commentaires commenter'],
    ['puni punie punir punition punitions'],
  ])('%s', (forms) => {
    expect(new Set(wordsOf(forms).map((word) => stem(word, 'fr'))).size).toBe(1);
  });

  test.each([
    ['post posts posted posting', 'en'],
    ['delete deleted deleting', 'en'],
  ] as const)('%s', (forms, lang) => {
    expect(new Set(wordsOf(forms).map((word) => stem(word, lang))).size).toBe(1);
  });

  test.each([
    ['parent', 'part'],
    ['ami', 'âme'],
    ['photo', 'phobie'],
    ['droit', 'drogue'],
    ['commun', 'commentaire'],
  ])('but "%s" is not "%s"', (one, other) => {
    expect(stemsOf(one, 'fr')).not.toEqual(stemsOf(other, 'fr'));
  });
});

test.each([
  ["L’élève a-t-il publié l'œuvre?", ['elev', 'publ', 'oeuvr']],
  ['Qu’est-ce que je peux faire?', []],
  ['ÉLÈVES', ['elev']],
])('"%s" is looked for as %j', (text, stems) => {
  expect(stemsOf(text, 'fr')).toEqual(stems);
});

describe('on the French page', () => {
  const vocabularies = (['fr', 'en'] as const).map((lang) =>
    vocabularyOf(lang, searchDocuments(corpus, lang).vocabulary),
  );
  test.each([
    ['diciplinaires', 'disciplinaires', 'fr'],
    ['sanktions', 'sanctions', 'fr'],
    ['harselement', 'harcelement', 'fr'],
    // An English word, though those who write French use it too.
    ['freind', 'friend', 'en'],
    ['pasword', 'password', 'en'],
  ])('"%s" was a typing error, meant for "%s"', (typed, word, lang) => {
    const meant = meantBy(wordsOf(typed)[0]!, vocabularies);
    expect([meant.word, meant.langs[0]]).toEqual([word, lang]);
  });

  test.each([
    ['friending', ['en']],
    ['add', ['en']],
    // Its first letters are enough.
    ['confidentiallité', ['fr', 'en']],
    ['photos', ['fr', 'en']],
  ])('"%s" is no typing error, for %j has it', (word, having) => {
    expect(meantBy(wordsOf(word)[0]!, vocabularies).langs).toEqual(having);
  });

  test.each([
    ['rense', 'fr'],
    ['knowl', 'en'],
  ])('"%s" is the beginning of a word in %s', (word, lang) => {
    expect(meantBy(word, vocabularies)).toEqual({ word, begun: true, langs: [lang] });
  });

  test.each(['qqqqqq', 'xyz', 'amj'])('"%s" means nothing', (word) => {
    expect(meantBy(word, vocabularies)).toEqual({ word, langs: [] });
  });
});

describe('what was typed', () => {
  const catalogue = catalogueOf(corpus, 'fr');
  const short = (boards: number[]): string[] => boards.map((board) => catalogue.boards[board]!.short);
  test.each([
    ['csspo ami facebook', ['ami', 'facebook'], [], ['CSSPO']],
    ['photos Trois-Lacs', ['photos'], [], ['CSTL']],
    ['« véritable identité »', ['veritable', 'identite'], ['veritable identite'], []],
    ['"projet  pédagogique" élève', ['projet', 'pedagogique', 'eleve'], ['projet pedagogique'], []],
    ['puis-je?', [], [], []],
    ['""', [], [], []],
  ])('%s', (typed, words, phrases, boards) => {
    const asked = ask(typed, catalogue);
    expect([asked.words, asked.phrases, short(asked.boards)]).toEqual([words, phrases, boards]);
  });

  test('a pasted page is cut, and strange signs are no words', () => {
    expect(ask(Array.from({ length: 5000 }, (_, n) => `mot${n}`).join(' '), catalogue).words.length).toBe(24);
    expect(ask('\u0000 (.*)+ [a] 🎣 \u202E', catalogue).words).toEqual([]);
  });
});

/** Two boards, two questions; four clauses: a rule on each question, one without a rule, one long. */
const small: Catalogue = {
  boards: [
    { id: 'nord', short: 'CSN', names: ['csn'] },
    { id: 'sud', short: 'CSS', names: ['css'] },
  ],
  topics: ['a'],
  questions: [
    { id: 'a.first', weight: 1.08, text: 'Oui?' },
    { id: 'a.second', weight: 1, text: 'Non?' },
  ],
  clauses: [
    { id: '1', board: 0, audience: 'staff', size: 10, rules: [] },
    { id: '2', board: 0, audience: 'staff', size: 60, rules: [{ force: 'prohibition', on: [1] }] },
    { id: '1', board: 1, audience: 'staff', size: 10, rules: [{ force: 'permission', on: [0] }] },
    {
      id: '2',
      board: 1,
      audience: 'everyone',
      size: 90,
      rules: [{ force: 'prohibition', audience: 'staff', on: [0] }],
    },
  ],
};

const hits = (clauses: number[], questions: number[] = []): WordHits => ({
  clauses: new Map(clauses.map((place) => [place, 1])),
  questions: new Set(questions),
});

test.each([
  ["c'est quoi un média social", true],
  ['Qu’est-ce qu’une communauté électronique?', true],
  ['définition des réseaux sociaux', true],
  ['WhatsApp compte comme réseau social', true],
  ['what counts as social media', true],
  ['is TikTok covered', true],
  ["c'est quoi la peine", true],
  ['réseaux sociaux', false],
  ['what is forbidden', false],
  ['qui est responsable', false],
])('"%s" asks what something is: %s', (typed, meaning) => {
  expect(ask(typed, small).meaning).toBe(meaning);
});

describe('first comes what helps most', () => {
  test('a clause that answers the question before one that shares its word', () => {
    expect(rank(small, [hits([0], [0])]).clauses).toEqual([2, 3, 0]);
  });
  test('a clause with a rule before one without, all else equal', () => {
    expect(rank(small, [hits([0, 1])]).clauses).toEqual([1, 0]);
  });
  test('the shorter of two that help alike', () => {
    expect(rank(small, [hits([1, 2])]).clauses).toEqual([2, 1]);
  });
  test('a clause that more speaks for', () => {
    const spoken = { ...hits([]), clauses: new Map([[1, 1] as const, [2, 5] as const, [3, 9] as const]) };
    expect(rank(small, [spoken]).clauses).toEqual([3, 2, 1]);
  });
  test('a clause with both words before one with one', () => {
    expect(rank(small, [hits([1, 2]), hits([2])]).clauses).toEqual([2, 1]);
  });
  test('a clause with a rare word before one with a common one', () => {
    expect(rank(small, [hits([0, 1]), hits([2])]).clauses[0]).toBe(2);
    expect(rank(small, [hits([1]), hits([2, 3])]).clauses[0]).toBe(1);
  });
  test('the headline question before another that fits as well', () => {
    expect(rank(small, [hits([], [0, 1])])).toMatchObject({ clauses: [2, 3, 1], asked: [0, 1] });
  });
  test('a preferred board, if it helps nearly as much', () => {
    expect(rank(small, [hits([1, 2])], new Set([0])).clauses).toEqual([1, 2]);
  });
  test('but not for a word that it merely shares', () => {
    expect(rank(small, [hits([1, 2], [0])], new Set([0])).clauses).toEqual([2, 3, 1]);
  });
  test('what has most of what was asked fits, though nobody else asks so; what shares one word of three is only near', () => {
    const [one, two, three] = [hits([1]), hits([2]), hits([3])];
    expect(rank(small, [one]).fits).toBe(true);
    expect(rank(small, [one, one, two]).fits).toBe(false);
    expect(rank(small, [one, two, three]).fits).toBe(false);
    const strong = { ...hits([]), clauses: new Map([[1, 9]]) };
    expect(rank(small, [strong, strong, two]).fits).toBe(true);
  });
  test('and so does what answers the question that the words ask, in other words than its own', () => {
    expect(rank(small, [hits([], [1])]).fits).toBe(true);
    expect(rank(small, [hits([], [1]), hits([]), hits([])]).fits).toBe(false);
  });
  test('a clause that defines, where somebody asks what something is', () => {
    const [first, second, ...others] = small.clauses;
    const defining = { ...small, clauses: [{ ...first!, defines: true as const }, second!, ...others] };
    expect(rank(defining, [hits([0, 2], [0])]).clauses[0]).toBe(2);
    expect(rank(defining, [hits([0, 2], [0])], new Set(), true).clauses[0]).toBe(2);
    expect(rank(defining, [hits([0, 2])], new Set(), true).clauses[0]).toBe(0);
    expect(rank(defining, [hits([2])], new Set(), true).clauses).toEqual([2]);
  });
  test('nothing is asked by words that fit no question, and nothing found is no fault', () => {
    expect(rank(small, [hits([0])]).asked).toEqual([]);
    expect(rank(small, [hits([])])).toEqual({ clauses: [], helpful: [], fits: false, asked: [] });
  });
});

test('limits leave what fits them all, and each choice says how many it would leave', () => {
  const limits = { board: '', topic: '', force: 'prohibition', audience: 'staff' };
  expect(limit(small, [0, 1, 2, 3], limits)).toEqual([1, 3]);
  const counts = countFacets(small, [0, 1, 2, 3], limits);
  expect([...counts.board]).toEqual([
    ['nord', 1],
    ['sud', 1],
  ]);
  expect([...counts.force]).toEqual([
    ['prohibition', 2],
    ['permission', 1],
  ]);
});

test.each(langs)('in %s each clause and each question has its record, in the order of the catalogue', (lang) => {
  const { clauses, questions } = catalogueOf(corpus, lang);
  const boards = corpus.policies.map(({ board }) => board);
  const documents = searchDocuments(corpus, lang);
  expect(documents.clauses.map(({ key }) => key)).toEqual(clauses.map(({ board, id }) => `${boards[board]}:${id}`));
  expect(documents.questions.map(({ key }) => key)).toEqual(questions.map(({ id }) => id));
  expect(documents.clauses.filter(({ words }) => words.size === 0)).toEqual([]);
  expect(documents.questions.filter(({ stems }) => stems.size === 0)).toEqual([]);
  const shards = clauseRecords(corpus, lang);
  const records = shards.flatMap((shard) => shard.texts.map((_, place) => unpack(shard, place)));
  expect(records.filter(({ where, titles }) => where === '' || titles.length === 0)).toEqual([]);
  expect(records.map(({ text }) => text)).toEqual(
    corpus.policies.flatMap(({ board }) =>
      corpus.clauses
        .get(board)!
        .placed.map(({ clause }) => corpus.texts.get(board)![lang].clauses.get(clause.id)!.text),
    ),
  );
  expect(shards).toHaveLength(Math.ceil(clauses.length / shardSizeOf(clauses.length)));
});

test.each(['constructor', 'toString', '__proto__'])('"%s" is a word like others', (word) => {
  for (const lang of langs) expect(typeof stem(word, lang)).toBe('string');
});

test('a clause is indexed with what people call it where it says so in other words, and the search knows these words', () => {
  const words = searchDocuments(corpus, 'en').clauses.find(({ key }) => key === 'csno:introduction.p2.1')!.words;
  expect(corpus.texts.get('csno')!.en.clauses.get('introduction.p2.1')!.text).not.toContain('alumni');
  expect(words.has(stem('alumni', 'en'))).toBe(true);
  expect(searchDocuments(corpus, 'en').vocabulary).toContain('alumni');
});

describe('how much speaks for a word leading to a clause', () => {
  const [first, second, ...others] = corpus.clauses.get('dsfno')!.placed.map(({ clause }) => clause.id);
  const wordsWith = (foundBy: Record<string, string[]>): Map<string, number> => {
    const phrases = new Map(Object.entries(foundBy).map(([id, all]) => [id, { fr: all.join('\n') }]));
    const { clauses } = searchDocuments({ ...corpus, foundBy: new Map([['dsfno', phrases]]) }, 'fr');
    return clauses.find(({ key }) => key === `dsfno:${first}`)!.words;
  };
  const printed = stemsOf(corpus.texts.get('dsfno')!.fr.clauses.get(first!)!.text, 'fr')[0]!;

  test('its text has it, and so many of those who need it use it', () => {
    const use = (times: number): string[] => Array.from({ length: times }, (_, at) => `zèbre ${at}`);
    expect(wordsWith({}).get(printed)).toBe(1);
    expect([2, 3, 7, 15].map((times) => wordsWith({ [first!]: use(times) }).get('zebr'))).toEqual([3, 4, 6, 8]);
    expect(wordsWith({ [first!]: [printed, printed, printed] }).get(printed)).toBe(5);
  });
  test('what one of them says once leads there if those who need other clauses say it too', () => {
    const some = Object.fromEntries([first, ...others.slice(0, 8)].map((id) => [id!, ['zèbre']]));
    expect(wordsWith(some).has('zebr')).toBe(false);
    expect(wordsWith({ ...some, [second!]: ['zèbre'] }).get('zebr')).toBe(2);
  });
  test('but not what those say who need more than a tenth of them all', () => {
    const all = [...corpus.clauses].flatMap(([board, { placed }]) => placed.map(({ clause }) => [board, clause.id]));
    const foundIn = (share: number): number => {
      const needed = all.slice(0, Math.floor(all.length * share));
      const foundBy = new Map(
        [...Map.groupBy(needed, ([board]) => board!)].map(([board, clauses]) => [
          board,
          new Map(clauses.map(([, id]) => [id!, { fr: 'zèbre' }])),
        ]),
      );
      const { clauses } = searchDocuments({ ...corpus, foundBy }, 'fr');
      return clauses.filter(({ words }) => words.has('zebr')).length;
    };
    expect(foundIn(0.09)).toBe(Math.floor(all.length * 0.09));
    expect(foundIn(0.11)).toBe(0);
  });
});

test('a question is indexed with the words of one language, and so is what corrects typing errors', () => {
  const isSaid = (word: string, lang: Lang): boolean =>
    searchDocuments(corpus, lang)
      .questions.find(({ key }) => key === 'friending.requests')!
      .stems.has(word);
  expect([isSaid('ami', 'fr'), isSaid('friend', 'fr')]).toEqual([true, false]);
  expect([isSaid('friend', 'en'), isSaid('ami', 'en')]).toEqual([true, false]);
  expect(searchDocuments(corpus, 'fr').vocabulary).not.toContain('stakeholder');
});

test('the search knows every printed word, and corrects none that is used', () => {
  for (const lang of langs) {
    const { clauses, questions } = searchDocuments(corpus, lang);
    const known = new Set([
      ...clauses.flatMap(({ words }) => [...words.keys()]),
      ...questions.flatMap(({ stems }) => [...stems]),
    ]);
    const vocabulary = new Set(searchDocuments(corpus, lang).vocabulary);
    const printed = [...corpus.texts.values()].flatMap((text) =>
      [...text[lang].clauses.values()].flatMap((one) => wordsOf(one.text)),
    );
    const telling = (words: string[]): string[] => words.filter((word) => !isEmptyWord(word));
    expect(telling(printed).filter((word) => !known.has(stem(word, lang)))).toEqual([]);
    expect(telling(printed).filter((word) => !vocabulary.has(word))).toEqual([]);
    expect(vocabulary.has('selfie')).toBe(true);
  }
});

test('no question of the evaluation stands among the words that lead to the clauses: it would prove nothing', () => {
  const asked = JSON.parse(readFileSync('tests/search/questions.json', 'utf8')) as { q: string }[];
  const typed = [...corpus.foundBy.values()].flatMap((clauses) =>
    [...clauses.values()].flatMap((words) => langs.flatMap((lang) => words[lang]?.split('\n') ?? [])),
  );
  expect(typed.length).toBeGreaterThan(20_000);
  const known = new Set(typed.map((text) => wordsOf(text).join(' ')));
  expect(asked.filter(({ q }) => known.has(wordsOf(q).join(' ')))).toEqual([]);
});
