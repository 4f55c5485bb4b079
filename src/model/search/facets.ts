import { topicOf, type Catalogue, type CatalogueClause } from './catalogue.ts';

/** The limits that a reader sets to a search, and how many clauses each would leave. */

export const facetNames = ['board', 'topic', 'force', 'audience'] as const;
export type FacetName = (typeof facetNames)[number];
/** An empty value sets no limit. */
export type Limits = Record<FacetName, string>;

function valuesOf(catalogue: Catalogue, { board, audience, rules }: CatalogueClause, name: FacetName): string[] {
  switch (name) {
    case 'board':
      return [catalogue.boards[board]!.id];
    case 'topic':
      return rules.flatMap(({ on }) => on.map((question) => topicOf(catalogue.questions[question]!.id)));
    case 'force':
      return rules.map(({ force }) => force);
    case 'audience':
      return rules.length > 0 ? rules.map((rule) => rule.audience ?? audience) : [audience];
  }
}

const within = (catalogue: Catalogue, place: number, limits: Limits, names: readonly FacetName[]): boolean =>
  names.every(
    (name) => limits[name] === '' || valuesOf(catalogue, catalogue.clauses[place]!, name).includes(limits[name]),
  );

export const limit = (catalogue: Catalogue, places: readonly number[], limits: Limits): number[] =>
  places.filter((place) => within(catalogue, place, limits, facetNames));

/** For each value of each facet, how many of the clauses would be left if it were chosen beside the other limits. */
export function countFacets(
  catalogue: Catalogue,
  places: readonly number[],
  limits: Limits,
): Record<FacetName, Map<string, number>> {
  const count = (name: FacetName): Map<string, number> => {
    const others = facetNames.filter((other) => other !== name);
    const counts = new Map<string, number>();
    for (const place of places) {
      if (!within(catalogue, place, limits, others)) continue;
      for (const value of new Set(valuesOf(catalogue, catalogue.clauses[place]!, name))) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return counts;
  };
  return { board: count('board'), topic: count('topic'), force: count('force'), audience: count('audience') };
}
