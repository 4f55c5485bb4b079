import type { Force } from './force.ts';
import { placedClauses, type Policy, type Section } from './policy.ts';

/** The rules of a policy in the order of its text, by the sections that stand outermost: how it speaks, seen at once. */

interface PrintedRule {
  /** The clause that holds it. */
  clause: string;
  force: Force;
  /** A recommendation that advises against. */
  against: boolean;
}

export interface PrintedSection {
  section: Section;
  rules: PrintedRule[];
}

/** Sections without a rule leave no print. */
export function fingerprint(policy: Pick<Policy, 'sections'>): PrintedSection[] {
  const placed = placedClauses(policy).filter(({ clause }) => clause.rules.length > 0);
  return [...Map.groupBy(placed, ({ sections }) => sections[0]!)].map(([section, clauses]) => ({
    section,
    rules: clauses.flatMap(({ clause }) =>
      clause.rules.map(({ force, against }) => ({ clause: clause.id, force, against })),
    ),
  }));
}
