import type { Audience } from '../audience.ts';
import type { Corpus } from '../corpus.ts';
import type { Force } from '../force.ts';
import type { Lang } from '../lang.ts';
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

/** Words of a board's name that name no other board and no common thing: "outaouais", "lacs". */
function namesOf(corpus: Corpus, board: string): string[] {
  const words = (name: string): string[] => wordsOf(name).filter((word) => word.length > 3);
  const others = new Set(corpus.policies.filter((policy) => policy.board !== board).flatMap(({ name }) => words(name)));
  const { name, short } = corpus.policies.find((policy) => policy.board === board)!;
  const printed = new Set(
    [...corpus.clauses].flatMap(([other, { placed }]) =>
      other === board ? [] : placed.flatMap(({ clause }) => wordsOf(clause.text)),
    ),
  );
  return [...wordsOf(short), ...words(name).filter((word) => !others.has(word) && !printed.has(word))];
}

export function catalogueOf(corpus: Corpus, lang: Lang): Catalogue {
  const boards = corpus.policies.map(({ board, short }) => ({ id: board, short, names: namesOf(corpus, board) }));
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
