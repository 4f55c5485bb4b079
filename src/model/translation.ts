import { createHash } from 'node:crypto';
import { departures, type Glossary } from './glossary.ts';
import type { Finding, Issue } from './issue.ts';
import type { Lang } from './lang.ts';
import { near } from './near.ts';
import {
  placedClauses,
  policyText,
  translatedFrontMatter,
  type Clause,
  type Inline,
  type Policy,
  type PolicyText,
  type Rule,
  type Section,
} from './policy.ts';
import { parseMdx } from './read-mdx.ts';
import { PolicyReader, requireFrontMatter } from './read-policy.ts';
import { readYaml } from './read-yaml.ts';
import type { TextFile } from './text-file.ts';

/**
 * A translation of a policy: other words under the same ids, in the same nesting, with the same rules around them. Each clause and
 * title bears a stamp of the words it was made from, so that it is known to be stale once they change.
 */
export interface Translation extends PolicyText {
  lang: Lang;
  /** Ids of clauses and sections whose original has changed since they were translated. */
  stale: ReadonlySet<string>;
}

/** The stamp of the words that a translation was made from. */
export const stampOf = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 8);

type Kind = 'section' | 'clause';

interface Element {
  kind: Kind;
  id: string;
  /** What it stands in, "section 4" or "clause 4.b"; the policy itself has no name. */
  inside: string;
  words: string;
}

/** Sections and clauses in reading order, each with what it stands in. */
function elementsOf(nodes: readonly (Section | Clause)[], inside = ''): Element[] {
  return nodes.flatMap((node) => [
    { kind: node.kind, id: node.id, inside, words: node.kind === 'section' ? node.title : node.text },
    ...elementsOf(node.kind === 'section' ? node.children : node.clauses, `${node.kind} ${node.id}`),
  ]);
}

const keyOf = ({ kind, id }: { kind: Kind; id: string }): string => `${kind} ${id}`;

/** What a rule and its translation have in common. */
const markOf = ({ criteria, force, against, except }: Rule): string =>
  [criteria.toSorted().join(' '), force, against ? 'against' : '', except === undefined ? '' : 'with an exception']
    .filter(Boolean)
    .join(', ');

/** For each rule of the original the place of its translation; undefined where one has none. */
function matchRules(original: readonly Rule[], translated: readonly Rule[]): number[] | undefined {
  if (original.length !== translated.length) return undefined;
  const used = new Set<number>();
  const places = original.map((rule) => {
    const at = translated.findIndex((one, index) => !used.has(index) && markOf(one) === markOf(rule));
    used.add(at);
    return at;
  });
  return places.includes(-1) ? undefined : places;
}

/** The translated words in the original's nesting. */
class Joiner {
  readonly #titles: ReadonlyMap<string, string>;
  readonly #clauses: ReadonlyMap<string, Clause>;
  readonly #places: ReadonlyMap<string, number[]>;

  constructor(translated: PolicyText, places: ReadonlyMap<string, number[]>) {
    this.#titles = translated.titles;
    this.#clauses = translated.clauses;
    this.#places = places;
  }

  section(section: Section): Section {
    return {
      ...section,
      title: this.#titles.get(section.id)!,
      children: section.children.map((child) => (child.kind === 'section' ? this.section(child) : this.clause(child))),
    };
  }

  clause(clause: Clause): Clause {
    const { text, words, rules } = this.#clauses.get(clause.id)!;
    const places = this.#places.get(clause.id)!;
    const renumber = (nodes: Inline[]): Inline[] =>
      nodes.map((node) => {
        if (node.type === 'text') return node;
        const children = renumber(node.children);
        return node.type === 'rule' ? { ...node, index: places.indexOf(node.index), children } : { ...node, children };
      });
    return {
      ...clause,
      text,
      words: renumber(words),
      rules: clause.rules.map((rule, index) => {
        const { quote, except } = rules[places[index]!]!;
        return { ...rule, quote, ...(except === undefined ? {} : { except }) };
      }),
      clauses: clause.clauses.map((inner) => this.clause(inner)),
    };
  }
}

export interface TranslationReading {
  /** Only when it answers its original clause by clause. */
  translation?: Translation;
  issues: Issue[];
  /** Where the words are stale: nothing that stops a build. */
  warnings: Issue[];
  /** The exceptions of the glossary that it needs. */
  excepted: string[];
}

/** Text in; a translation that answers its original clause by clause, or every error that keeps it from doing so. */
export function readTranslation(
  file: TextFile,
  lang: Lang,
  original: Policy,
  glossary: Glossary | undefined,
): TranslationReading {
  const range = requireFrontMatter(file);
  if ('message' in range) return { issues: [range], warnings: [], excepted: [] };
  const front = readYaml(file, translatedFrontMatter, range.start, range.end);
  const issues: Issue[] = [...front.issues];
  const warnings: Issue[] = [];
  if (front.value && front.value.value.translates !== original.language) {
    const { offset, length } = front.value.range(['translates']);
    issues.push(
      file.issueAt(offset, length, {
        message: `The original of ${original.board} is not in "${front.value.value.translates}".`,
        expected: `translates: ${original.language}.`,
        remedy: 'Correct the language.',
      }),
    );
  }
  const tree = parseMdx(file);
  if ('message' in tree) return { issues: [...issues, tree], warnings, excepted: [] };
  const reader = new PolicyReader(file);
  reader.readContainer(tree.children ?? [], 'everyone');
  issues.push(...reader.issues);
  if (issues.length > 0 || !front.value) return { issues, warnings, excepted: [] };

  const { title } = front.value.value;
  const originalPath = file.path.replace(`${lang}.mdx`, `${original.language}.mdx`);
  const placeOf = ({ kind, id }: { kind: Kind; id: string }) =>
    (kind === 'clause' ? reader.places : reader.sectionPlaces).get(id) ?? { offset: range.start, length: 1 };
  const at = (element: { kind: Kind; id: string }, finding: Finding): Issue => {
    const { offset, length } = placeOf(element);
    return file.issueAt(offset, length, finding);
  };

  const theirs = elementsOf(original.sections);
  const ours = elementsOf(reader.sections);
  const byKey = new Map(ours.map((element) => [keyOf(element), element]));
  const known = new Map(theirs.map((element) => [keyOf(element), element]));
  for (const element of ours) {
    if (known.has(keyOf(element))) continue;
    issues.push(
      at(element, {
        message: `The original has no ${keyOf(element)}.`,
        expected: `the ids of ${originalPath}.`,
        remedy: 'Correct the id, or take it out.',
        suggestion: near(
          element.id,
          theirs.filter(({ kind }) => kind === element.kind).map(({ id }) => id),
        ),
      }),
    );
  }
  const order = ours.filter((element) => known.has(keyOf(element))).map(keyOf);
  const expectedOrder = theirs.filter((element) => byKey.has(keyOf(element))).map(keyOf);
  const places = new Map<string, number[]>();
  const clauses = new Map(placedClauses(original).map(({ clause }) => [clause.id, clause]));
  const translated = policyText({ title, sections: reader.sections });
  const stale = new Set<string>();
  for (const [index, element] of theirs.entries()) {
    const key = keyOf(element);
    const found = byKey.get(key);
    if (!found) {
      const before = theirs.slice(0, index).findLast((one) => byKey.has(keyOf(one)));
      issues.push(
        at(before ?? element, {
          message: `The ${key} is not translated.`,
          expected: `every clause and section of ${originalPath}.`,
          remedy: `Translate it${before ? ` after the ${keyOf(before)}` : ''}, then stamp it: npm run stamp -- ${original.board}:${element.id}.`,
        }),
      );
      continue;
    }
    if (found.inside !== element.inside) {
      issues.push(
        at(found, {
          message: `The ${key} stands in ${found.inside || 'no section'}; in the original it stands in ${element.inside || 'no section'}.`,
          expected: 'the nesting of the original.',
          remedy: 'Move it.',
        }),
      );
    }
    if (found.words === element.words && element.words.split(' ').length > 5) {
      issues.push(
        at(found, {
          message: `The words of the ${key} are those of the original.`,
          expected: `its translation: "${element.words.slice(0, 60)}…".`,
          remedy: 'Translate it.',
        }),
      );
    }
    const stamp = reader.stamps[element.kind].get(element.id);
    if (stamp === undefined) {
      issues.push(
        at(found, {
          message: `The ${key} does not say which words it was made from.`,
          expected: `of="${stampOf(element.words)}".`,
          remedy: `Compare it with the original, then stamp it: npm run stamp -- ${original.board}:${element.id}.`,
        }),
      );
    } else if (stamp !== stampOf(element.words)) {
      stale.add(element.id);
      warnings.push(
        at(found, {
          message: `The original has changed since the ${key} was translated.`,
          expected: `a translation of "${element.words.slice(0, 90)}".`,
          remedy: `Correct the translation, then stamp it: npm run stamp -- ${original.board}:${element.id}.`,
        }),
      );
    }
    if (element.kind === 'section') continue;
    const { rules } = clauses.get(element.id)!;
    const made = translated.clauses.get(element.id)!.rules;
    const matched = matchRules(rules, made);
    if (matched) places.set(element.id, matched);
    else {
      const list = (of: readonly Rule[]) => of.map((rule) => `[${markOf(rule)}]`).join(' ') || 'none';
      issues.push(
        at(found, {
          message: `The rules of the ${key} are not those of the original: ${list(made)}.`,
          expected: `around the corresponding words: ${list(rules)}.`,
          remedy: 'Mark the words that state the same rule; or correct the mark in the original.',
        }),
      );
    }
  }
  const moved = order.findIndex((key, index) => key !== expectedOrder[index]);
  if (moved >= 0) {
    issues.push(
      at(byKey.get(order[moved]!)!, {
        message: `The ${order[moved]!} stands where the original has the ${expectedOrder[moved]!}.`,
        expected: 'the order of the original.',
        remedy: 'Move it.',
      }),
    );
  }
  if (issues.length > 0) return { issues, warnings, excepted: [] };
  const joiner = new Joiner(translated, places);
  const text = policyText({ title, sections: original.sections.map((section) => joiner.section(section)) });
  const translation = { ...text, lang, stale };
  if (!glossary) return { translation, issues, warnings, excepted: [] };
  const departed = departures(glossary, original, translation, at);
  return { translation, issues: departed.issues, warnings, excepted: departed.excepted };
}

/** The text of a translation with another stamp on one element. */
export function stampElement(text: string, element: 'Section' | 'Clause', id: string, stamp: string): string {
  const opening = `<${element} id="${id}"`;
  const at = text.indexOf(opening);
  if (at < 0) return text;
  const end = at + opening.length;
  return `${text.slice(0, end)} of="${stamp}"${text.slice(end).replace(/^ of="[^"]*"/, '')}`;
}
