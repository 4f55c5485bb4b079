import { formatDate } from './date.ts';
import type { Lang } from './lang.ts';
import { phrases, type Phrases } from './phrases/phrases.ts';
import type { Clause, PlacedClause, Policy, Section } from './policy.ts';

/** A citation in three parts, so that the title can stand in italics where italics exist. */
export interface Citation {
  before: string;
  title: string;
  after: string;
}

type Wording = Phrases['cite'];

/** A heading is cited as it is printed, in every language. */
const headingOf = (title: string): string => `« ${title} »`;

/** An article is known by its number alone within its annex; headings count only where no article follows them. */
function sectionLocator(sections: Section[], wording: Wording): string {
  let annex: string | undefined;
  let parts: string[] = [];
  for (const section of sections) {
    if (section.annex) [annex, parts] = [wording.annex(section.annex), []];
    if (section.article) parts = [wording.article(section.article)];
    if (section.heading) parts.push(headingOf(section.heading));
  }
  return [...(annex ? [annex] : []), ...parts].join(', ');
}

/** "r3", "p2" and "8" end in what we counted; "note" in a name. */
const countOf = (id: string): number | undefined => {
  const digits = /(?:^|[.])[pr]?(\d+)$/.exec(id)?.[1];
  return digits ? Number(digits) : undefined;
};

interface Step {
  text: string;
  counted: boolean;
}

function step(clause: Clause, sections: Section[], within: Clause[], wording: Wording): Step {
  const { id, label, bullet } = clause;
  const bare = label?.replace(/[.)]$/, '');
  if (bare !== undefined) {
    return { text: /^\d+$/.test(bare) ? wording.numbered(bare) : wording.lettered(bare), counted: false };
  }
  // The only paragraph of a section, or the sentence that introduces its list, bears the section's own id.
  if (sections.some((section) => section.id === id)) return { text: '', counted: false };
  const count = countOf(id);
  if (count === undefined) return { text: `, ${id.split('.').at(-1)}`, counted: false };
  if (!bullet) return { text: wording.paragraph(count), counted: true };
  return { text: within.some((outer) => outer.bullet) ? wording.subpoint(count) : wording.point(count), counted: true };
}

function steps({ clause, sections, within }: PlacedClause, wording: Wording): Step[] {
  return [...within, clause].map((one, depth) => step(one, sections, within.slice(0, depth), wording));
}

/** The source prints no number there: a reader of the paper would have to count, as we did. */
export const isCounted = (placed: PlacedClause): boolean =>
  steps(placed, phrases('fr').cite).some(({ counted }) => counted);

/** "art. 4 c)": where in the document a reader of the paper would look. */
export function locate(placed: PlacedClause, lang: Lang): string {
  const wording = phrases(lang).cite;
  const path = steps(placed, wording);
  return [
    sectionLocator(placed.sections, wording),
    ...path.map(({ text }) => text),
    path.some(({ counted }) => counted) ? wording.counted : '',
  ].join('');
}

/** The date by which the document is cited: the last one it states. */
export function citedDate(policy: Policy, lang: Lang): string {
  const last = policy.dates.at(-1);
  return last ? formatDate(last.date, lang) : phrases(lang).cite.undated;
}

export function citePolicy(policy: Policy, lang: Lang): Citation {
  return {
    before: [policy.short, ...(policy.number ? [policy.number] : []), ''].join(', '),
    title: policy.title,
    after: `, ${citedDate(policy, lang)}`,
  };
}

export function citeClause(policy: Policy, placed: PlacedClause, lang: Lang): Citation {
  const citation = citePolicy(policy, lang);
  return { ...citation, after: `${citation.after}, ${locate(placed, lang)}` };
}

export const plainCitation = ({ before, title, after }: Citation): string => `${before}${title}${after}`;
