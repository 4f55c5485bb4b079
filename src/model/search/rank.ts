import type { Catalogue, CatalogueClause } from './catalogue.ts';
import type { Evidence } from './records.ts';

/**
 * Which clause helps most. The engine says which clauses and which of our questions have each word of what was asked; here a
 * clause is weighed by its own words and by what it answers. Pure: the same hits give the same order.
 */

/** For one word of what was asked: the places, in the catalogue, of what has it. */
export interface WordHits {
  /** With what speaks for its leading to each. */
  clauses: ReadonlyMap<number, Evidence>;
  questions: ReadonlySet<number>;
  /** How much it tells a question from another, beside how rare it is. */
  weight: number;
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

/** A commonplace word tells less than another. */
export const weights = { word: 1, commonplace: 0.4 } as const;

const tuning = {
  /** A word counts for more where more speaks for it. */
  evidence: { 1: 0.5, 2: 0.8, 3: 1.1 } satisfies Record<Evidence, number>,
  /** What a clause answers, beside its own words. */
  answers: 0.55,
  /** A clause without any rule is context. */
  unmarked: 0.9,
  /** What a clause that defines has before others, where somebody asks what something is. */
  defines: 0.6,
  /** Questions that fit at least this share of the best one are asked too. */
  asked: 0.85,
  /** And none is asked if the best one fits less of the words than this. */
  understood: 0.5,
  /** What helps at least so much fits: of the questions in tests/search/, most that no text answers stay below, and few others. */
  fits: 0.5,
  /** A clause is helpful if it helps at least this share of what the best one helps. */
  least: 0.5,
  /** A clause of a preferred board comes first if it helps at least this much of what the best one helps. */
  preferred: 0.58,
} as const;

/** A rare word says more than a common one. */
const rarity = (hits: number, all: number): number => Math.log(1 + all / (1 + hits));

/** What share of what was asked each place has; `found`: for each word, the places of what has it, and how well. */
function weigh(
  words: readonly WordHits[],
  found: readonly ReadonlyMap<number, number>[],
  all: number,
): Map<number, number> {
  const scores = new Map<number, number>();
  const rarities = found.map(({ size }, index) => rarity(size, all) * words[index]!.weight);
  const total = rarities.reduce((sum, one) => sum + one, 0) || 1;
  found.forEach((places, index) => {
    for (const [place, how] of places) scores.set(place, (scores.get(place) ?? 0) + (how * rarities[index]!) / total);
  });
  return scores;
}

/** `preferred`: boards that the question names or the reader chose, by their place; `meaning`: it asks what something is. */
export function rank(
  catalogue: Catalogue,
  words: readonly WordHits[],
  preferred: ReadonlySet<number> = new Set(),
  meaning = false,
): Ranking {
  const byWords = weigh(
    words,
    words.map(({ clauses }) => new Map([...clauses].map(([place, evidence]) => [place, tuning.evidence[evidence]]))),
    catalogue.clauses.length,
  );
  const byQuestion = weigh(
    words,
    words.map(({ questions }) => new Map([...questions].map((place) => [place, 1]))),
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
    const context = clause.rules.length === 0 ? tuning.unmarked : 1;
    const defining = meaning && clause.defines ? tuning.defines : 0;
    return [{ place, score: (own + tuning.answers * answering) * context + defining }];
  });
  const bestClause = Math.max(0, ...scored.map(({ score }) => score));
  const isFirst = ({ place, score }: { place: number; score: number }): boolean =>
    preferred.has(catalogue.clauses[place]!.board) && score >= bestClause * tuning.preferred;
  const bestQuestion = Math.max(0, ...byQuestion.values());
  const ordered = scored.toSorted(
    (a, b) =>
      Number(isFirst(b)) - Number(isFirst(a)) ||
      b.score - a.score ||
      catalogue.clauses[a.place]!.size - catalogue.clauses[b.place]!.size ||
      a.place - b.place,
  );
  return {
    clauses: ordered.map(({ place }) => place),
    helpful: ordered.filter(({ score }) => score >= bestClause * tuning.least).map(({ place }) => place),
    fits: bestClause >= tuning.fits,
    asked:
      bestQuestion < tuning.understood
        ? []
        : [...byQuestion]
            .filter(([, score]) => score >= bestQuestion * tuning.asked)
            .toSorted(([a, x], [b, y]) => y - x || a - b)
            .map(([place]) => place),
  };
}
