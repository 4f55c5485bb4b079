import type { Corpus } from '../corpus.ts';
import { fold } from '../fold.ts';
import type { Lang } from '../lang.ts';
import type { Clause, PlacedClause } from '../policy.ts';
import { termsLanguage } from '../terms.ts';
import type { Criterion, Topic } from '../vocabulary.ts';
import { isEmptyWord, stemsOf, wordsOf } from './words.ts';

/**
 * What the engine indexes for one language: one record for each clause, with its words in that language, and one for each question,
 * with the words that people use for it. A clause is found by its words, by those that people use for it, or because it answers a
 * question that was found.
 */

/** The words of a clause, and of the sentence it completes, and what else people call what it says. */
function clauseStems(corpus: Corpus, board: string, { clause, within }: PlacedClause, lang: Lang): string[] {
  const { clauses } = corpus.texts.get(board)![lang];
  const texts = [clause, ...within].map(({ id }) => clauses.get(id)!.text);
  return [...new Set([...texts, ...wordsFor(corpus, board, clause, lang)].flatMap((text) => stemsOf(text, lang)))];
}

const wordsFor = ({ foundBy }: Corpus, board: string, { id }: Clause, lang: Lang): readonly string[] =>
  foundBy.get(board)?.get(id)?.[lang] ?? [];

/**
 * The words of a question in the order in which people say them: two that stand side by side in what was typed, and here, were meant
 * together. What people call the whole topic, and no question claims for itself, leads to the first. Then the stems that an answer
 * would use.
 */
function questionStems(
  topic: Topic,
  criterion: Criterion,
  claimed: ReadonlySet<string>,
  telling: ReadonlySet<string>,
  lang: Lang,
): string[] {
  const whole =
    topic.criteria[0]!.id === criterion.id
      ? [topic.name[lang], ...topic.synonyms[lang].filter((synonym) => !claimed.has(synonym))]
      : [];
  const said = [criterion.question[lang], ...(criterion.synonyms?.[lang] ?? []), ...whole].flatMap((text) =>
    stemsOf(text, lang),
  );
  const expected = lang === termsLanguage ? expectedStems(criterion) : [];
  return [...said, ...new Set(expected.filter((one) => telling.has(one) && !said.includes(one)))];
}

const expectedStems = ({ terms }: Criterion): string[] => stemsOf(terms.join(' '), termsLanguage);

/** A stem that the answers to many questions would use tells none of them apart. */
const mostQuestions = 7;

function tellingStems(criteria: readonly Criterion[]): Set<string> {
  const all = criteria.flatMap((criterion) => [...new Set(expectedStems(criterion))]);
  return new Set(
    [...Map.groupBy(all, (one) => one)].flatMap(([one, uses]) => (uses.length > mostQuestions ? [] : [one])),
  );
}

/** Every word of the policies in a language, folded. */
function printedWords(corpus: Corpus, lang: Lang): string[] {
  const texts = [...corpus.texts.values()].flatMap((text) => [...text[lang].clauses.values()].map((one) => one.text));
  return [...new Set(texts.flatMap(wordsOf))].toSorted();
}

export interface SearchDocument {
  /** "csno:4.c" or "friending.requests". */
  key: string;
  stems: string[];
}

export function searchDocuments(corpus: Corpus, lang: Lang): SearchDocument[] {
  const topics = new Map(corpus.topics.map((topic) => [topic.id, topic]));
  const clauses = [...corpus.clauses].flatMap(([board, { placed }]) =>
    placed.map((one) => ({
      key: `${board}:${one.clause.id}`,
      stems: clauseStems(corpus, board, one, lang),
    })),
  );
  const claimed = new Set([...corpus.criteria.values()].flatMap(({ synonyms }) => synonyms?.[lang] ?? []));
  const telling = tellingStems([...corpus.criteria.values()]);
  const questions = [...corpus.criteria].map(([key, criterion]) => ({
    key,
    stems: questionStems(topics.get(criterion.topic)!, criterion, claimed, telling, lang),
  }));
  return [...clauses, ...questions];
}

/** The words of a language that the search knows: those of the policies, the questions, and what people call them. */
export function searchVocabulary(corpus: Corpus, lang: Lang): string[] {
  const ours = corpus.topics.flatMap(({ name, synonyms, criteria }) => [
    name[lang],
    ...synonyms[lang],
    ...criteria.flatMap((criterion) => [criterion.question[lang], ...(criterion.synonyms?.[lang] ?? [])]),
  ]);
  const theirs = [...corpus.foundBy.values()].flatMap((clauses) =>
    [...clauses.values()].flatMap((words) => words[lang] ?? []),
  );
  const words = new Set([
    ...printedWords(corpus, lang),
    ...[...ours, ...theirs].flatMap((text) => wordsOf(fold(text))),
  ]);
  return [...words].filter((word) => !isEmptyWord(word)).toSorted();
}
