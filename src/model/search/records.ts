import type { Corpus } from '../corpus.ts';
import { inEach, langs, type Lang } from '../lang.ts';
import type { Criterion, Topic } from '../vocabulary.ts';
import { isEmptyWord, stem, stemsOf, wordsOf } from './words.ts';

/**
 * What the engine indexes for one language: one record for each clause, with its words in that language and those of people who need
 * it, and one for each question, with the words that people use for it. A clause is found by its words, by those that people use for
 * it, or because it answers a question that was found.
 */

/** How much speaks for a word leading to a clause: one if its text has it, and two each time that those who use it double. */
const evidence = (isPrinted: boolean, uses: number): number => Number(isPrinted) + Math.round(2 * Math.log2(1 + uses));

interface ClauseDocument {
  /** "csno:4.c" */
  key: string;
  /** By stem: how much speaks for each. */
  words: Map<string, number>;
}

const tally = (sets: readonly ReadonlySet<string>[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const set of sets) for (const one of set) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** The words of a language that the site itself uses: those of the policies, of the questions, and what people call these. */
function ourWords(corpus: Corpus, lang: Lang): Set<string> {
  const texts = [...corpus.texts.values()].flatMap((text) => [...text[lang].clauses.values()].map((one) => one.text));
  const said = corpus.topics.flatMap(({ name, synonyms, criteria }) => [
    name[lang],
    ...synonyms[lang],
    ...criteria.flatMap((criterion) => [criterion.question[lang], ...(criterion.synonyms?.[lang] ?? [])]),
  ]);
  return new Set([...texts, ...said].flatMap(wordsOf).filter((word) => !isEmptyWord(word)));
}

/**
 * What people type who need a clause, in words. A word that only the other language has is left to its index, which finds the same
 * clauses: « friend request » is English wherever it is typed.
 */
function theirWords(corpus: Corpus, lang: Lang): (board: string, id: string) => string[][] {
  const stems = inEach((one) => new Set([...ourWords(corpus, one)].map((word) => stem(word, one))));
  const has = (word: string, one: Lang): boolean => stems[one].has(stem(word, one));
  const isForeign = (word: string): boolean => !has(word, lang) && langs.some((other) => has(word, other));
  const telling = new Map<string, boolean>();
  const tells = (word: string): boolean => {
    const known = telling.get(word) ?? (!isEmptyWord(word) && !isForeign(word));
    telling.set(word, known);
    return known;
  };
  return (board, id) =>
    (corpus.foundBy.get(board)?.get(id)?.[lang]?.split('\n') ?? []).map((text) => wordsOf(text).filter(tells));
}

/**
 * A word that only one of those who need a clause uses leads there if those who need so many clauses use it: what fewer use is chance.
 * But not if it would lead to more than this share of all clauses.
 */
const fewest = 10;
const most = 1 / 10;

/**
 * The words of each clause, and of the sentence it completes, and what people call what it says. Each of their words is put into
 * `vocabulary`.
 */
function clauseDocuments(corpus: Corpus, lang: Lang, vocabulary: Set<string>): ClauseDocument[] {
  const typed = theirWords(corpus, lang);
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const known = stems.get(word) ?? stem(word, lang);
    stems.set(word, known);
    return known;
  };
  const all = [...corpus.clauses].flatMap(([board, { placed }]) =>
    placed.map(({ clause, within }) => {
      const { clauses } = corpus.texts.get(board)![lang];
      const texts = [clause, ...within].map(({ id }) => clauses.get(id)!.text);
      const theirs = typed(board, clause.id);
      for (const words of theirs) for (const word of words) vocabulary.add(word);
      return {
        key: `${board}:${clause.id}`,
        printed: new Set(texts.flatMap((text) => stemsOf(text, lang))),
        asked: tally(theirs.map((words) => new Set(words.map(stemOf)))),
      };
    }),
  );
  const clausesWith = tally(all.map(({ printed, asked }) => new Set([...printed, ...asked.keys()])));
  const tells = (word: string, uses: number): boolean => {
    const clauses = clausesWith.get(word)!;
    return uses > 1 || (clauses >= fewest && clauses <= all.length * most);
  };
  return all.map(({ key, printed, asked }) => {
    const telling = [...asked].filter(([word, uses]) => tells(word, uses));
    const words = new Map<string, number>();
    for (const word of printed) words.set(word, evidence(true, 0));
    for (const [word, uses] of telling) words.set(word, evidence(printed.has(word), uses));
    return { key, words };
  });
}

/** What people call the whole topic, and no question claims for itself, leads to the first. */
function questionStems(topic: Topic, criterion: Criterion, claimed: ReadonlySet<string>, lang: Lang): Set<string> {
  const whole =
    topic.criteria[0]!.id === criterion.id
      ? [topic.name[lang], ...topic.synonyms[lang].filter((synonym) => !claimed.has(synonym))]
      : [];
  const said = [criterion.question[lang], ...(criterion.synonyms?.[lang] ?? []), ...whole];
  return new Set(said.flatMap((text) => stemsOf(text, lang)));
}

interface QuestionDocument {
  /** "friending.requests" */
  key: string;
  stems: Set<string>;
}

interface SearchDocuments {
  /** In the order of the catalogue. */
  clauses: ClauseDocument[];
  questions: QuestionDocument[];
  /** The words of the language that the search knows: nobody who types them has mistyped. */
  vocabulary: string[];
}

export function searchDocuments(corpus: Corpus, lang: Lang): SearchDocuments {
  const topics = new Map(corpus.topics.map((topic) => [topic.id, topic]));
  const claimed = new Set([...corpus.criteria.values()].flatMap(({ synonyms }) => synonyms?.[lang] ?? []));
  const questions = [...corpus.criteria].map(([key, criterion]) => ({
    key,
    stems: questionStems(topics.get(criterion.topic)!, criterion, claimed, lang),
  }));
  const vocabulary = ourWords(corpus, lang);
  const clauses = clauseDocuments(corpus, lang, vocabulary);
  return { clauses, questions, vocabulary: [...vocabulary].toSorted() };
}
