import type { Audience } from './audience.ts';
import type { Force } from './force.ts';

/** What a clause does, said once for each of those whom it concerns, however many of its rules do it. */
export interface SaidForce {
  force: Force;
  /** A recommendation that advises against. */
  against: boolean;
  audience: Audience;
}

export function saidForces(rules: readonly { force: Force; against?: boolean; audience: Audience }[]): SaidForce[] {
  const said = rules.map(({ force, against = false, audience }) => ({ force, against, audience }));
  return [...new Map(said.map((one) => [`${one.force} ${one.against} ${one.audience}`, one])).values()];
}
