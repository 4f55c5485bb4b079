import { z } from 'zod';
import { idPattern } from './clause-key.ts';
import { audiences, type Audience } from './audience.ts';
import { forces, type Force } from './force.ts';
import { bilingual, langs } from './lang.ts';

/** The element attributes and the front matter of a policy file: one definition gives the type, the check and the author's help. */

const id = z.string().regex(idPattern, 'letters, digits, "." and "-", as in 4.c or annexe-2.personnel.8');

const audience = z.enum(audiences);

const flag = z.literal(true);

/** Why a clause carries no rule. A clause without one and without rules stops the build. */
export const unmarkedReasons = ['definition', 'context', 'lead-in', 'administrative'] as const;
export type UnmarkedReason = (typeof unmarkedReasons)[number];

/** Words of the copy that are not the policy's text. */
const omissionReasons = ['running-header', 'page-number', 'table-of-contents'] as const;
export type OmissionReason = (typeof omissionReasons)[number];

export const sectionAttributes = z.strictObject({
  id,
  title: z.string().min(1),
  /** How a citation names the section; see cite.ts. Without any of the three a section is passed over in citations. */
  annex: z.string().optional(),
  article: z.string().optional(),
  heading: z.string().optional(),
  audience: audience.optional(),
});

export const clauseAttributes = z.strictObject({
  id,
  label: z.string().min(1).optional(),
  bullet: flag.optional(),
  audience: audience.optional(),
  unmarked: z.enum(unmarkedReasons).optional(),
});

export const ruleAttributes = z.strictObject({
  on: z.string().min(1),
  force: z.enum(forces),
  /** A recommendation that advises against: « éviter », « suggère de ne pas ». */
  against: flag.optional(),
  audience: audience.optional(),
  except: z.string().min(1).optional(),
});

/**
 * A translation bears the words and, for each of them, the stamp of the original words that they were made from (see
 * translation.ts). What is not words it takes from the original.
 */
const of = z
  .string()
  .regex(/^[0-9a-f]{8}$/, 'the stamp that "npm run stamp" writes')
  .optional();

export const translatedSectionAttributes = sectionAttributes.pick({ id: true, title: true }).extend({ of });
export const translatedClauseAttributes = clauseAttributes.pick({ id: true }).extend({ of });
export const translatedRuleAttributes = ruleAttributes.omit({ audience: true });

export const omittedAttributes = z.strictObject({ reason: z.enum(omissionReasons) });

export const imprintAttributes = z.strictObject({});

export const provinces = ['NB', 'QC', 'AB'] as const;
export const instruments = ['directive', 'charter', 'framework'] as const;
export const dateKinds = ['in-force', 'resolution', 'printed'] as const;

export const frontMatter = z.strictObject({
  board: z.string().meta({ description: 'The id of the board: the name of the folder.' }),
  short: z.string().min(1).meta({ description: 'How the board abbreviates its own name.' }),
  name: z.string().min(1).meta({ description: 'The full name of the board, in French.' }),
  province: z.enum(provinces),
  instrument: z.enum(instruments),
  title: z.string().min(1).meta({ description: "The document's title, in the words of the source." }),
  number: z.string().min(1).optional().meta({ description: 'Its number, in the words of the source.' }),
  dates: z
    .array(
      z.strictObject({
        kind: z.enum(dateKinds),
        date: z.iso.date(),
        words: z.string().min(1).meta({ description: 'The words of the source that state it.' }),
      }),
    )
    .meta({ description: 'Only dates that the source states; empty for an undated text.' }),
  language: z.enum(langs).meta({ description: 'The language of the text that counts; the file bears its name.' }),
  audience: audience.meta({ description: 'Whom a clause concerns where nothing nearer says otherwise.' }),
  binds: bilingual.meta({ description: 'Who is bound, in our words.' }),
  received: bilingual.meta({ description: 'Where our copy of the text came from.' }),
});

export type FrontMatter = z.infer<typeof frontMatter>;

export const translatedFrontMatter = z.strictObject({
  translates: z.enum(langs).meta({ description: 'The language of the original.' }),
  title: z.string().min(1).meta({ description: "The document's title, translated." }),
});

/** The words of a clause, in order; text is verbatim but for runs of white space, which are one space. */
export type Inline =
  | { type: 'text'; value: string }
  | { type: 'strong' | 'em'; children: Inline[] }
  | { type: 'rule'; index: number; children: Inline[] };

export interface Rule {
  criteria: string[];
  force: Force;
  /** A recommendation that advises against. */
  against: boolean;
  audience: Audience;
  /** The condition or exception that stands in the quotation, in the words of the source. */
  except?: string;
  quote: string;
}

export interface Clause {
  kind: 'clause';
  id: string;
  /** What the source prints before the words, if it numbers them: "c.", "8.". */
  label?: string;
  /** The source prints the clause as a list item without a number. */
  bullet: boolean;
  audience: Audience;
  unmarked?: UnmarkedReason;
  text: string;
  words: Inline[];
  rules: Rule[];
  /** The items that complete or develop this clause. */
  clauses: Clause[];
}

export interface Section {
  kind: 'section';
  id: string;
  title: string;
  annex?: string;
  article?: string;
  heading?: string;
  children: (Section | Clause)[];
}

export interface Omission {
  reason: OmissionReason;
  text: string;
}

export interface Policy extends FrontMatter {
  sections: Section[];
  /** What the document prints about itself: its number, its title, its dates. */
  imprint: string[];
  omissions: Omission[];
}

/** The words of a policy in one language: the original, or a translation of it with the same ids, nesting and rules. */
export interface PolicyText {
  title: string;
  sections: Section[];
  /** Every clause by its id. */
  clauses: ReadonlyMap<string, Clause>;
  /** The titles of the sections by their ids. */
  titles: ReadonlyMap<string, string>;
}

/** A clause with what surrounds it. */
export interface PlacedClause {
  clause: Clause;
  sections: Section[];
  /** The clauses it completes, outermost first. */
  within: Clause[];
}

/** Every clause of a policy in reading order. */
export function placedClauses(policy: Pick<Policy, 'sections'>): PlacedClause[] {
  const placed: PlacedClause[] = [];
  const visit = (node: Section | Clause, sections: Section[], within: Clause[]): void => {
    if (node.kind === 'section') {
      for (const child of node.children) visit(child, [...sections, node], []);
      return;
    }
    placed.push({ clause: node, sections, within });
    for (const child of node.clauses) visit(child, sections, [...within, node]);
  };
  for (const section of policy.sections) visit(section, [], []);
  return placed;
}

/** Every section of a policy in reading order. */
function allSections({ sections }: Pick<Policy, 'sections'>): Section[] {
  return sections.flatMap((section) => [
    section,
    ...allSections({ sections: section.children.filter((child) => child.kind === 'section') }),
  ]);
}

export function policyText({ title, sections }: Pick<Policy, 'title' | 'sections'>): PolicyText {
  return {
    title,
    sections,
    clauses: new Map(placedClauses({ sections }).map(({ clause }) => [clause.id, clause])),
    titles: new Map(allSections({ sections }).map((section) => [section.id, section.title])),
  };
}
