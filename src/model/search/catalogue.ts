import type { Audience } from '../audience.ts';
import type { Corpus } from '../corpus.ts';
import type { Force } from '../force.ts';
import type { Lang } from '../lang.ts';
import type { Policy } from '../policy.ts';
import { wordsOf } from './words.ts';

/** What the search page knows of every clause and question before it has fetched a word of them. */

interface FoundRule {
  force: Force;
  /** A recommendation that advises against. */
  against?: true;
  /** Where it is not that of the clause. */
  audience?: Audience;
  /** Places in `questions`. */
  on: number[];
}

export interface CatalogueClause {
  id: string;
  /** Place in `boards`. */
  board: number;
  audience: Audience;
  /** How many words it has. */
  size: number;
  /** It says what something is. */
  defines?: true;
  rules: FoundRule[];
}

interface CatalogueQuestion {
  id: string;
  /** How likely it is meant, all else equal; 1 if nothing speaks for it or against. */
  weight: number;
  text: string;
}

export interface Catalogue {
  boards: { id: string; short: string; names: string[] }[];
  topics: string[];
  questions: CatalogueQuestion[];
  /** In the order of the boards and of their texts. */
  clauses: CatalogueClause[];
}

/** "friending.requests" is a question of the topic "friending". */
export const topicOf = (question: string): string => question.slice(0, question.indexOf('.'));

/** The first question of a topic is asked more than the others, a core topic more than a further one; those who ask are mostly staff. */
const weights = { headline: 1.08, core: 1.05, students: 0.92 } as const;

/** Two decimals are as fine as the weights themselves. */
const round = (weight: number): number => Math.round(weight * 100) / 100;

/** The board that alone has a word; of a word that several have it is none of them. */
function soleOwners(words: readonly (readonly [board: string, word: string])[]): Map<string, string | undefined> {
  const owners = new Map<string, string | undefined>();
  for (const [board, word] of words)
    owners.set(word, !owners.has(word) || owners.get(word) === board ? board : undefined);
  return owners;
}

/** Words of each board's name that name no other board and no common thing: "outaouais", "lacs". In one pass over all the texts. */
function namesOf(corpus: Corpus): (policy: Policy) => string[] {
  const words = ({ name }: Policy): string[] => wordsOf(name).filter((word) => word.length > 3);
  const named = soleOwners(corpus.policies.flatMap((one) => words(one).map((word) => [one.board, word] as const)));
  const printed = soleOwners(
    [...corpus.clauses].flatMap(([board, { placed }]) =>
      placed.flatMap(({ clause }) => wordsOf(clause.text).map((word) => [board, word] as const)),
    ),
  );
  const isOwn = (board: string, word: string): boolean =>
    named.get(word) === board && (!printed.has(word) || printed.get(word) === board);
  return (policy) => [...wordsOf(policy.short), ...words(policy).filter((word) => isOwn(policy.board, word))];
}

export function catalogueOf(corpus: Corpus, lang: Lang): Catalogue {
  const names = namesOf(corpus);
  const boards = corpus.policies.map((policy) => ({ id: policy.board, short: policy.short, names: names(policy) }));
  const questions = [...corpus.criteria.keys()];
  const placeOf = new Map(questions.map((id, index) => [id, index]));
  return {
    boards,
    topics: corpus.topics.map(({ id }) => id),
    questions: corpus.topics.flatMap(({ criteria, core }) =>
      criteria.map(({ id, question, audience }, index) => ({
        id,
        weight: round(
          (index === 0 ? weights.headline : 1) *
            (core ? weights.core : 1) *
            (audience === 'students' ? weights.students : 1),
        ),
        text: question[lang],
      })),
    ),
    clauses: corpus.policies.flatMap(({ board }, at) =>
      corpus.clauses.get(board)!.placed.map(({ clause }) => ({
        id: clause.id,
        board: at,
        audience: clause.audience,
        size: wordsOf(corpus.texts.get(board)![lang].clauses.get(clause.id)!.text).length,
        ...(clause.unmarked === 'definition' ? { defines: true as const } : {}),
        rules: clause.rules.map(({ force, against, audience, criteria }) => ({
          force,
          ...(against ? { against } : {}),
          ...(audience === clause.audience ? {} : { audience }),
          on: criteria.map((id) => placeOf.get(id)!),
        })),
      })),
    ),
  };
}
