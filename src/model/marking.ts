import { z } from 'zod';
import { audiences, type Audience } from './audience.ts';
import { forces, type Force } from './force.ts';
import { bilingual } from './lang.ts';
import { placedClauses, unmarkedReasons, type Policy } from './policy.ts';

/**
 * How far two passes over a policy, made without sight of each other, agree. Their raw marks are kept beside the policy;
 * every figure on the method page is computed from them.
 */

/** One pass as it was handed in: marks, and the clauses left without one. */
export const passSchema = z.array(
  z.union([
    z.strictObject({
      clause: z.string(),
      words: z.string().min(1),
      on: z.array(z.string()).min(1),
      force: z.enum(forces),
      audience: z.enum(audiences).optional(),
      except: z.string().min(1).optional(),
      note: z.string().optional(),
    }),
    z.strictObject({ clause: z.string(), unmarked: z.enum(unmarkedReasons), note: z.string().optional() }),
  ]),
);

/** How each difference was settled. `other` means that the published marks are neither pass's. */
export const settledSchema = z.array(
  z.strictObject({
    clause: z.string(),
    kept: z.enum(['first', 'second', 'other']),
    why: z.string(),
  }),
);

export type Settlement = z.infer<typeof settledSchema>[number];

/** The reasons that settlements point to, each said once. */
export const reasonsSchema = z.record(z.string(), bilingual);

/** A mark at its place in the text of its clause, its audience resolved. */
export interface Mark {
  clause: string;
  from: number;
  to: number;
  words: string;
  on: string[];
  force: Force;
  audience: Audience;
  except: string | undefined;
}

export const markAttributes = ['words', 'on', 'force', 'audience', 'except'] as const;
export type MarkAttribute = (typeof markAttributes)[number];

export interface Agreement {
  /** Marks of the first and of the second pass, and how many of them mark the same place. */
  first: number;
  second: number;
  matched: number;
  /** Of the matched marks, how many are equal in each attribute. */
  equal: Record<MarkAttribute, number>;
  /** Cohen's kappa for the force of the matched marks: agreement beyond what chance would give. */
  kappa: number | undefined;
}

export type Pair = [Mark | undefined, Mark | undefined];

const overlap = (a: Mark, b: Mark): number =>
  a.clause === b.clause ? Math.min(a.to, b.to) - Math.max(a.from, b.from) : 0;

/** Pairs the marks that share the most characters; what is left stands alone. In the order of the text. */
export function pairMarks(first: Mark[], second: Mark[]): Pair[] {
  const candidates = first
    .flatMap((a) => second.map((b) => ({ a, b, shared: overlap(a, b) })))
    .filter(({ shared }) => shared > 0)
    .toSorted((x, y) => y.shared - x.shared);
  const partner = new Map<Mark, Mark>();
  for (const { a, b } of candidates) {
    if (!partner.has(a) && !partner.has(b)) partner.set(a, b).set(b, a);
  }
  return [
    ...first.map((a): Pair => [a, partner.get(a)]),
    ...second.filter((b) => !partner.has(b)).map((b): Pair => [undefined, b]),
  ];
}

const valueOf = (mark: Mark, attribute: MarkAttribute): string =>
  attribute === 'on' ? mark.on.toSorted().join(' ') : (mark[attribute] ?? '');

export const differingAttributes = ([a, b]: Pair): MarkAttribute[] =>
  a && b ? markAttributes.filter((attribute) => valueOf(a, attribute) !== valueOf(b, attribute)) : [];

function kappaOf(pairs: [Mark, Mark][]): number | undefined {
  if (pairs.length === 0) return undefined;
  const share = (count: number) => count / pairs.length;
  const observed = share(pairs.filter(([a, b]) => a.force === b.force).length);
  const expected = forces.reduce(
    (sum, force) =>
      sum +
      share(pairs.filter(([a]) => a.force === force).length) * share(pairs.filter(([, b]) => b.force === force).length),
    0,
  );
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
}

export function agreementOf(first: Mark[], second: Mark[]): Agreement {
  const matched = pairMarks(first, second).filter((pair): pair is [Mark, Mark] => Boolean(pair[0] && pair[1]));
  const equal = Object.fromEntries(
    markAttributes.map((attribute) => [
      attribute,
      matched.filter(([a, b]) => valueOf(a, attribute) === valueOf(b, attribute)).length,
    ]),
  ) as Record<MarkAttribute, number>;
  return { first: first.length, second: second.length, matched: matched.length, equal, kappa: kappaOf(matched) };
}

/** The counts of several policies together. A kappa of mixed texts would mean little, so it has none. */
export function sumAgreements(agreements: Agreement[]): Agreement {
  const sum = (of: (agreement: Agreement) => number) => agreements.reduce((total, one) => total + of(one), 0);
  const equal = Object.fromEntries(
    markAttributes.map((attribute) => [attribute, sum((one) => one.equal[attribute])]),
  ) as Record<MarkAttribute, number>;
  return {
    first: sum(({ first }) => first),
    second: sum(({ second }) => second),
    matched: sum(({ matched }) => matched),
    equal,
    kappa: undefined,
  };
}

/** The clauses on which two sets of marks differ in anything. */
export function differingClauses(first: Mark[], second: Mark[]): Set<string> {
  return new Set(
    pairMarks(first, second)
      .filter((pair) => !pair[0] || !pair[1] || differingAttributes(pair).length > 0)
      .map(([a, b]) => (a ?? b)!.clause),
  );
}

/** The published marks of a policy, in the form of a pass. */
export function publishedMarks(policy: Policy): Mark[] {
  return placedClauses(policy).flatMap(({ clause }) => {
    let from = 0;
    return clause.rules.map((rule): Mark => {
      from = clause.text.indexOf(rule.quote, from);
      return {
        clause: clause.id,
        from,
        to: from + rule.quote.length,
        words: rule.quote,
        on: rule.criteria,
        force: rule.force,
        audience: rule.audience,
        except: rule.except,
      };
    });
  });
}
