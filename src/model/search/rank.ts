import type { Catalogue, CatalogueClause } from './catalogue.ts';

/**
 * Which clause helps most. The engine says which clauses and which of our questions have each word of what was asked; here a
 * clause is weighed by its own words and by what it answers. Pure: the same hits give the same order.
 */

/** For one word of what was asked: the places, in the catalogue, of what has it. */
export interface WordHits {
  /** With how much speaks for its leading to each. */
  clauses: ReadonlyMap<number, number>;
  questions: ReadonlySet<number>;
}

export interface Ranking {
  /** Places of clauses in the catalogue, the most helpful first. */
  clauses: readonly number[];
  /** Those of them that help enough to be shown where nothing else limits them. */
  helpful: readonly number[];
  /** The best one has most of what was asked; else what was found is only near. */
  fits: boolean;
  /** Places of the questions that were asked, the most likely first. */
  asked: number[];
}

const tuning = {
  /** What a clause has that answers a question with all the words. */
  answers: 1,
  /** What a clause that defines has before others, where somebody asks what something is. */
  defines: 1,
  /** Questions that fit at least this share of the best one are asked too. */
  asked: 0.85,
  /** And none is asked if the best one fits less of the words than this. */
  understood: 0.5,
  /** What helps at least so much fits: of the questions in tests/search/, most that no text answers stay below, and few others. */
  fits: 3,
  /** And so does what has at least this share of the words, be it in its own text or in the question that it answers. */
  whole: 0.8,
  /** A clause is helpful if it helps at least this share of what the best one helps. */
  least: 0.5,
  /** A clause of a preferred board comes first if it helps at least this much of what the best one helps. */
  preferred: 0.58,
} as const;

/** A rare word says more than a common one. */
const rarity = (hits: number, all: number): number => Math.log(1 + all / (1 + hits));

/** How well each place has what was asked; `found`: for each word, the places of what has it, and how well. */
function weigh(found: readonly ReadonlyMap<number, number>[], all: number): Map<number, number> {
  const scores = new Map<number, number>();
  const rarities = found.map(({ size }) => rarity(size, all));
  const total = rarities.reduce((sum, one) => sum + one, 0) || 1;
  found.forEach((places, index) => {
    for (const [place, how] of places) scores.set(place, (scores.get(place) ?? 0) + (how * rarities[index]!) / total);
  });
  return scores;
}

const having = (places: Iterable<number>): Map<number, number> => new Map([...places].map((place) => [place, 1]));

/** `preferred`: boards that the question names or the reader chose, by their place; `meaning`: it asks what something is. */
export function rank(
  catalogue: Catalogue,
  words: readonly WordHits[],
  preferred: ReadonlySet<number> = new Set(),
  meaning = false,
): Ranking {
  const byWords = weigh(
    words.map(({ clauses }) => clauses),
    catalogue.clauses.length,
  );
  const shares = weigh(
    words.map(({ clauses }) => having(clauses.keys())),
    catalogue.clauses.length,
  );
  const byQuestion = weigh(
    words.map(({ questions }) => having(questions)),
    catalogue.questions.length,
  );
  for (const [place, score] of byQuestion) {
    byQuestion.set(place, score * catalogue.questions[place]!.weight);
  }
  const answers = ({ rules }: CatalogueClause): number =>
    Math.max(0, ...rules.flatMap(({ on }) => on.map((question) => byQuestion.get(question) ?? 0)));
  const scored = catalogue.clauses.flatMap((clause, place) => {
    const own = byWords.get(place) ?? 0;
    const answering = answers(clause);
    if (own === 0 && answering === 0) return [];
    const defining = meaning && clause.defines ? tuning.defines : 0;
    return [{ place, score: own + tuning.answers * answering + defining }];
  });
  const bestClause = Math.max(0, ...scored.map(({ score }) => score));
  const isFirst = ({ place, score }: { place: number; score: number }): boolean =>
    preferred.has(catalogue.clauses[place]!.board) && score >= bestClause * tuning.preferred;
  // A clause without any rule is context.
  const hasRules = ({ place }: { place: number }): boolean => catalogue.clauses[place]!.rules.length > 0;
  const bestQuestion = Math.max(0, ...byQuestion.values());
  const ordered = scored.toSorted(
    (a, b) =>
      Number(isFirst(b)) - Number(isFirst(a)) ||
      b.score - a.score ||
      Number(hasRules(b)) - Number(hasRules(a)) ||
      catalogue.clauses[a.place]!.size - catalogue.clauses[b.place]!.size ||
      a.place - b.place,
  );
  return {
    clauses: ordered.map(({ place }) => place),
    helpful: ordered.filter(({ score }) => score >= bestClause * tuning.least).map(({ place }) => place),
    fits: bestClause >= tuning.fits || Math.max(bestQuestion, ...shares.values()) >= tuning.whole,
    asked:
      bestQuestion < tuning.understood
        ? []
        : [...byQuestion]
            .filter(([, score]) => score >= bestQuestion * tuning.asked)
            .toSorted(([a, x], [b, y]) => y - x || a - b)
            .map(([place]) => place),
  };
}
