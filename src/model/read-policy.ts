import type { z } from 'zod';
import { audiencesAnswering, type Audience } from './audience.ts';
import { compareWords } from './fidelity.ts';
import { fold } from './fold.ts';
import type { Finding, Issue } from './issue.ts';
import { near } from './near.ts';
import {
  clauseAttributes,
  frontMatter,
  imprintAttributes,
  omittedAttributes,
  ruleAttributes,
  sectionAttributes,
  type Clause,
  type Inline,
  type Omission,
  type Policy,
  type Rule,
  type Section,
  translatedClauseAttributes,
  translatedRuleAttributes,
  translatedSectionAttributes,
} from './policy.ts';
import { readAttributes } from './read-attributes.ts';
import { ReadBack } from './read-back.ts';
import { attributeOf, attributeRange, endOf, frontMatterRange, parseMdx, startOf, type MdxNode } from './read-mdx.ts';
import { readYaml } from './read-yaml.ts';
import type { TextFile } from './text-file.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Which tags a file may use, and what they bear. */
interface Dialect {
  elements: readonly string[];
  section: z.ZodObject;
  clause: z.ZodObject;
  rule: z.ZodObject;
}

const originalDialect: Dialect = {
  elements: ['Section', 'Clause', 'Rule', 'Imprint', 'Omitted'],
  section: sectionAttributes,
  clause: clauseAttributes,
  rule: ruleAttributes,
};

const translatedDialect: Dialect = {
  elements: ['Section', 'Clause', 'Rule'],
  section: translatedSectionAttributes,
  clause: translatedClauseAttributes,
  rule: translatedRuleAttributes,
};

/** What a tag bears in either dialect. */
type Tag<Original extends z.ZodObject, Translated extends z.ZodObject> =
  (z.infer<Original> & Partial<z.infer<Translated>>) | undefined;

type SectionTag = Tag<typeof sectionAttributes, typeof translatedSectionAttributes>;
type ClauseTag = Tag<typeof clauseAttributes, typeof translatedClauseAttributes>;
type RuleTag = Tag<typeof ruleAttributes, typeof translatedRuleAttributes>;

const isComment = (node: MdxNode): boolean =>
  /^mdx(?:Flow|Text)Expression$/.test(node.type) && /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? '');

const isBlank = (node: MdxNode): boolean => node.type === 'text' && node.value?.trim() === '';

/** What Markdown made of a line that was meant as words. */
const markdownNames: Record<string, string> = {
  ul: 'a list (a line that begins with "-", "*" or "+")',
  ol: 'a numbered list (a line that begins with a number and a full stop)',
  h1: 'a heading (a line that begins with "#" or is underlined)',
  h2: 'a heading (a line that begins with "#" or is underlined)',
  h3: 'a heading (a line that begins with "#")',
  blockquote: 'a quotation (a line that begins with ">")',
  code: 'code (words between backquotes)',
  pre: 'code (lines between fences)',
  hr: 'a rule across the page (a line of dashes or stars)',
  img: 'an image',
};

/** One clause under construction. */
interface OpenClause {
  clause: Clause;
  node: MdxNode;
  /** Something in its own words was refused: that it then seems to hold no words or no rule is no further error. */
  refused: boolean;
}

export class PolicyReader {
  readonly issues: Issue[] = [];
  readonly sections: Section[] = [];
  readonly imprint: string[] = [];
  readonly omissions: Omission[] = [];
  readonly readBack = new ReadBack();
  /** Where each clause id stands in the file. */
  readonly places = new Map<string, { offset: number; length: number }>();
  /** Words were passed over with the tag or sign around them, which is an issue already: to miss each of them adds nothing. */
  wordsLost = false;
  /** Of a translation: what each clause and section was made from, if it says so. */
  readonly stamps = { clause: new Map<string, string>(), section: new Map<string, string>() };
  readonly sectionPlaces = new Map<string, { offset: number; length: number }>();
  readonly #file: TextFile;
  readonly #vocabulary: Vocabulary | undefined;
  readonly #dialect: Dialect;
  readonly #clauseIds = new Map<string, number>();
  readonly #sectionIds = new Map<string, number>();

  /** Without a vocabulary the marks are not held against the questions: a translation has those of its original. */
  constructor(file: TextFile, vocabulary?: Vocabulary) {
    this.#file = file;
    this.#vocabulary = vocabulary;
    this.#dialect = vocabulary ? originalDialect : translatedDialect;
  }

  #report = (issue: Issue): void => void this.issues.push(issue);

  #refuse(node: MdxNode, finding: Finding, length?: number): void {
    const start = startOf(this.#file, node);
    const firstLine = this.#file.text.slice(start, endOf(this.#file, node)).split('\n')[0]!;
    this.#report(this.#file.issueAt(start, length ?? firstLine.length, finding));
  }

  #refuseAttribute(node: MdxNode, name: string, finding: Finding): void {
    const { offset, length } = attributeRange(this.#file, node, name);
    this.#report(this.#file.issueAt(offset, length, finding));
  }

  /** Things that cannot stand anywhere in a policy file; true when the node was one of them. */
  #refuseForeign(node: MdxNode): boolean {
    if (node.type === 'mdxjsEsm') {
      this.#refuse(node, {
        message: 'A line that begins with "import" or "export" is read as program text.',
        expected: 'words and the tags of content/README.md.',
        remedy: 'Take the line out, or join it with the line before.',
      });
    } else if (node.type.endsWith('Expression')) {
      this.#refuse(node, {
        message: 'Braces cannot stand here.',
        expected: 'words, or a comment written {/* … */}.',
        remedy: 'Write \\{ where the source prints a brace; take the braces out where it does not.',
      });
    } else if (node.type.startsWith('mdxJsx') && !this.#dialect.elements.includes(node.name ?? '')) {
      this.#refuse(
        node,
        {
          message: `<${node.name ?? ''}> is not a tag of ours.`,
          expected: `one of ${this.#dialect.elements.join(', ')}.`,
          remedy: 'Correct the name; capitals count.',
          suggestion: near(node.name ?? '', this.#dialect.elements),
        },
        1 + (node.name ?? '').length,
      );
    } else if (node.type === 'element' && !['p', 'strong', 'em', 'a', 'br'].includes(node.tagName!)) {
      this.#refuse(node, {
        message: `Markdown reads ${markdownNames[node.tagName!] ?? `a "${node.tagName}"`} here.`,
        expected: 'plain words, *emphasis* and **strong emphasis** only.',
        remedy: 'Write a backslash before the sign, or join the line with the one before.',
      });
    } else {
      return false;
    }
    this.wordsLost = true;
    return true;
  }

  #misplaced(node: MdxNode, expected: string): void {
    this.wordsLost = true;
    this.#refuse(
      node,
      {
        message: `<${node.name ?? ''}> cannot stand here.`,
        expected,
        remedy: `Move it, or close the tag before it.`,
      },
      1 + (node.name ?? '').length,
    );
  }

  /** The top of the file, or the inside of a section. */
  readContainer(nodes: MdxNode[], audience: Audience, section?: Section): void {
    for (const node of nodes) {
      if (isComment(node) || isBlank(node)) continue;
      if (this.#refuseForeign(node)) continue;
      if (node.tagName === 'p') {
        this.readContainer(node.children ?? [], audience, section);
      } else if (node.name === 'Section') {
        this.#readSection(node, audience, section);
      } else if (node.name === 'Imprint') {
        if (section) this.#misplaced(node, '<Imprint> outside every section.');
        if (readAttributes(this.#file, node, imprintAttributes, this.#report))
          this.imprint.push(...this.#readPlain(node));
      } else if (node.name === 'Omitted') {
        const attributes = readAttributes(this.#file, node, omittedAttributes, this.#report);
        const text = this.#readPlain(node).join('\n');
        if (attributes) this.omissions.push({ reason: attributes.reason, text });
      } else if (node.name === 'Clause' && section) {
        section.children.push(this.#readClause(node, audience));
      } else if (node.type.startsWith('mdxJsx')) {
        this.#misplaced(node, node.name === 'Rule' ? '<Rule> inside a <Clause>.' : '<Clause> inside a <Section>.');
      } else {
        this.wordsLost = true;
        this.#refuse(node, {
          message: 'These words stand in no clause.',
          expected: 'every word inside <Clause>, <Imprint> or <Omitted>, or in the title of a <Section>.',
          remedy: 'Put them in the clause they belong to.',
        });
      }
    }
  }

  #readSection(node: MdxNode, inherited: Audience, parent?: Section): void {
    const attributes = readAttributes(this.#file, node, this.#dialect.section, this.#report) as SectionTag;
    this.#claim(this.#sectionIds, node, 'section');
    this.#readPrinted(node, 'title');
    const { audience = inherited, of, ...rest } = attributes ?? { id: '', title: '' };
    if (attributes) this.sectionPlaces.set(rest.id, attributeRange(this.#file, node, 'id'));
    if (of !== undefined) this.stamps.section.set(rest.id, of);
    const section: Section = { kind: 'section', ...rest, children: [] };
    (parent ? parent.children : this.sections).push(section);
    const issues = this.issues.length;
    this.readContainer(node.children ?? [], audience, section);
    if (section.children.length === 0 && this.issues.length === issues) {
      this.#refuse(node, {
        message: 'This section holds no clause.',
        expected: 'at least one <Clause> or <Section> inside.',
        remedy: 'Put its clauses inside, or take the section out.',
      });
    }
  }

  /** The words of an attribute, which are compared even where another attribute of the tag is wrong. */
  #readPrinted(node: MdxNode, name: 'title' | 'label'): void {
    const value = attributeOf(node, name);
    if (value === undefined) return;
    this.readBack.add(value, attributeRange(this.#file, node, name).offset);
    this.readBack.space();
  }

  #claim(ids: Map<string, number>, node: MdxNode, kind: 'section' | 'clause'): void {
    const id = attributeOf(node, 'id');
    if (id === undefined) return;
    const { line } = this.#file.positionAt(startOf(this.#file, node));
    const other = ids.get(id);
    if (other === undefined) {
      ids.set(id, line);
      return;
    }
    this.#refuseAttribute(node, 'id', {
      message: `The ${kind} id "${id}" stands twice; first on line ${other}.`,
      expected: 'an id that no other has.',
      remedy: 'Give this one the id under which a reader of the paper would look for it.',
    });
  }

  /** Imprint and omissions: words as printed, a string per paragraph. */
  #readPlain(node: MdxNode): string[] {
    const issues = this.issues.length;
    const paragraphs: string[] = [];
    let current: Inline[] = [];
    const flush = (): void => {
      const text = plainText(tidy(current));
      if (text) paragraphs.push(text);
      current = [];
      this.readBack.space();
    };
    for (const child of node.children ?? []) {
      if (child.tagName === 'p') {
        flush();
        this.#readInline(child.children ?? [], current);
        flush();
      } else {
        this.#readInline([child], current);
      }
    }
    flush();
    if (paragraphs.length === 0 && this.issues.length === issues) {
      this.#refuse(node, {
        message: `<${node.name ?? ''}> holds no words.`,
        expected: 'the words as printed.',
        remedy: 'Put the words inside, or take the tag out.',
      });
    }
    return paragraphs;
  }

  #readClause(node: MdxNode, inherited: Audience): Clause {
    const attributes = readAttributes(this.#file, node, this.#dialect.clause, this.#report) as ClauseTag;
    const { label, bullet = false, audience = inherited, unmarked, of } = attributes ?? {};
    const id = attributeOf(node, 'id') ?? '';
    if (of !== undefined) this.stamps.clause.set(id, of);
    this.#claim(this.#clauseIds, node, 'clause');
    if (attributes) this.places.set(id, attributeRange(this.#file, node, 'id'));
    this.readBack.space();
    this.#readPrinted(node, 'label');
    const clause: Clause = {
      kind: 'clause',
      id,
      ...(label ? { label } : {}),
      bullet,
      audience,
      ...(unmarked ? { unmarked } : {}),
      text: '',
      words: [],
      rules: [],
      clauses: [],
    };
    const open: OpenClause = { clause, node, refused: false };
    this.#readClauseContent(node.children ?? [], open);
    clause.words = tidy(clause.words);
    clause.text = plainText(clause.words);
    this.readBack.space();
    this.#checkClause(open, attributes !== undefined);
    return clause;
  }

  #checkClause({ clause, node, refused }: OpenClause, sound: boolean): void {
    if (clause.text === '' && !refused) {
      this.#refuse(node, {
        message: `The clause ${clause.id} holds no words.`,
        expected: 'the words of the clause, before any clause inside it.',
        remedy: 'Put its words inside, or take it out.',
      });
    } else if (this.#vocabulary && sound && !refused && clause.rules.length === 0 && !clause.unmarked) {
      this.#refuse(node, {
        message: `The clause ${clause.id} carries no rule and does not say why.`,
        expected: 'a <Rule> around the words that bind or free someone, or unmarked="…" on the clause.',
        remedy: 'Mark the rule, or give the reason: definition, context, lead-in, administrative.',
      });
    } else if (clause.rules.length > 0 && clause.unmarked) {
      this.#refuseAttribute(node, 'unmarked', {
        message: `The clause ${clause.id} carries rules and says that it carries none.`,
        expected: 'rules, or a reason why there are none.',
        remedy: 'Take unmarked="…" out.',
      });
    }
  }

  /** Between two tags the parser drops the space that the file holds. */
  #keepSpace(previous: MdxNode | undefined, node: MdxNode, into: Inline[]): void {
    if (!previous?.position || !node.position) return;
    const between = this.#file.text.slice(endOf(this.#file, previous), startOf(this.#file, node));
    if (!/^\s+$/.test(between)) return;
    this.readBack.space();
    into.push({ type: 'text', value: ' ' });
  }

  #readClauseContent(nodes: MdxNode[], open: OpenClause): void {
    for (const [index, node] of nodes.entries()) {
      this.#keepSpace(nodes[index - 1], node, open.clause.words);
      const issues = this.issues.length;
      if (node.name === 'Clause') {
        open.clause.clauses.push(this.#readClause(node, open.clause.audience));
      } else if (node.tagName === 'p') {
        this.readBack.space();
        open.clause.words.push({ type: 'text', value: ' ' });
        this.#readClauseContent(node.children ?? [], open);
      } else if (node.name === 'Section' || node.name === 'Imprint' || node.name === 'Omitted') {
        open.refused = true;
        this.#misplaced(node, `<${node.name}> outside every clause.`);
      } else {
        if (open.clause.clauses.length > 0 && !isBlank(node) && !isComment(node)) {
          this.#refuse(node, {
            message: 'Words of a clause stand after a clause inside it.',
            expected: 'first the clause’s own words, then the clauses inside it.',
            remedy: 'Give these words a clause of their own.',
          });
        }
        this.#readInline([node], open.clause.words, open);
        open.refused ||= this.issues.length > issues;
      }
    }
  }

  /** Words, emphasis and, inside a clause, rules. */
  #readInline(nodes: MdxNode[], into: Inline[], open?: OpenClause, inRule = false): void {
    for (const [index, node] of nodes.entries()) {
      this.#keepSpace(nodes[index - 1], node, into);
      if (isComment(node)) continue;
      if (node.type === 'text') {
        if (node.position) this.readBack.addNode(this.#file, node);
        else this.readBack.space();
        into.push({ type: 'text', value: node.value ?? '' });
      } else if (this.#refuseForeign(node)) {
        continue;
      } else if (node.tagName === 'br') {
        this.readBack.space();
        into.push({ type: 'text', value: ' ' });
      } else if (node.tagName === 'strong' || node.tagName === 'em') {
        const start = startOf(this.#file, node);
        const end = endOf(this.#file, node);
        const signs = node.tagName === 'strong' ? 2 : 1;
        const children: Inline[] = [];
        this.readBack.add(this.#file.text.slice(start, start + signs), start);
        this.#readInline(node.children ?? [], children, open, inRule);
        this.readBack.add(this.#file.text.slice(end - signs, end), end - signs);
        into.push({ type: node.tagName, children });
      } else if (node.tagName === 'a') {
        // The copies' links lead nowhere ("#"): their signs count as words of the copy, their text as words of the clause.
        const start = startOf(this.#file, node);
        const end = endOf(this.#file, node);
        const tail = `](${String(node.properties?.href ?? '')})`;
        this.readBack.add('[', start);
        this.#readInline(node.children ?? [], into, open, inRule);
        this.readBack.add(tail, end - tail.length);
      } else if (node.name === 'Rule' && open && !inRule) {
        this.#readRule(node, into, open);
      } else {
        this.#misplaced(
          node,
          node.name !== 'Rule' ? 'words.' : inRule ? 'no rule inside a rule.' : '<Rule> inside a <Clause>.',
        );
      }
    }
  }

  #readRule(node: MdxNode, into: Inline[], open: OpenClause): void {
    const attributes = readAttributes(this.#file, node, this.#dialect.rule, this.#report) as RuleTag;
    const children: Inline[] = [];
    this.#readInline(node.children ?? [], children, open, true);
    const quote = plainText(tidy(children));
    if (quote === '') {
      this.#refuse(node, {
        message: 'This rule holds no words.',
        expected: 'the words that state the rule.',
        remedy: 'Put the words inside, or take the rule out.',
      });
    }
    if (!attributes) {
      into.push(...children);
      return;
    }
    const { on, force, against = false, audience = open.clause.audience, except } = attributes;
    const criteria = on.trim().split(/\s+/);
    if (this.#vocabulary) this.#checkCriteria(node, criteria, audience, this.#vocabulary);
    if (against && force !== 'recommendation') {
      this.#refuseAttribute(node, 'against', {
        message: `"against" says that a recommendation advises against; the force here is "${force}".`,
        expected: 'force="recommendation", or no "against".',
        remedy: 'Correct the force, or take "against" out.',
      });
    }
    if (except !== undefined && !quote.includes(except)) {
      this.#refuseAttribute(node, 'except', {
        message: `The exception "${except}" does not stand in the words of the rule.`,
        expected: `words of "${quote}".`,
        remedy: 'Copy the exception from the marked words, to the letter, or widen the mark so that it holds them.',
      });
    }
    const rule: Rule = { criteria, force, against, audience, ...(except === undefined ? {} : { except }), quote };
    into.push({ type: 'rule', index: open.clause.rules.length, children });
    open.clause.rules.push(rule);
  }

  #checkCriteria(node: MdxNode, criteria: string[], audience: Audience, vocabulary: Vocabulary): void {
    const known = vocabulary.criteria;
    const range = attributeRange(this.#file, node, 'on');
    const value = this.#file.text.slice(range.offset, range.offset + range.length);
    const refuse = (criterion: string, index: number, finding: Finding): void => {
      const at = criteria.slice(0, index).includes(criterion) ? value.lastIndexOf(criterion) : value.indexOf(criterion);
      this.#report(this.#file.issueAt(range.offset + Math.max(0, at), criterion.length, finding));
    };
    criteria.forEach((id, index) => {
      const criterion = known.get(id);
      if (!criterion) {
        const topic = vocabulary.topics.find((one) => id.startsWith(`${one.id}.`));
        refuse(id, index, {
          message: topic ? `The topic ${topic.id} has no criterion "${id}".` : `"${id}" belongs to no topic.`,
          expected: topic
            ? `one of ${topic.criteria.map((one) => one.id).join(', ')}.`
            : 'a criterion of a file in content/topics/, as in friending.requests.',
          remedy: 'Correct the name, or add the criterion to its topic first.',
          suggestion: near(id, known.keys()),
        });
      } else if (criteria.indexOf(id) !== index) {
        refuse(id, index, {
          message: `"${id}" is named twice.`,
          expected: 'each criterion once.',
          remedy: 'Take one of the two out.',
        });
      } else if (!audiencesAnswering(criterion.audience).includes(audience)) {
        refuse(id, index, {
          message: `A rule for "${audience}" does not answer "${id}", which is asked of "${criterion.audience}".`,
          expected: `a rule for ${audiencesAnswering(criterion.audience).join(', ')}, or a criterion asked of ${audience}.`,
          remedy: 'Correct the audience, or choose another criterion.',
        });
      }
    });
  }
}

/** Runs of white space become one space, across the borders of nodes; none at the ends. Text that a comment split is joined. */
function tidy(words: Inline[]): Inline[] {
  let afterSpace = true;
  const collapse = (nodes: Inline[]): Inline[] => {
    const collapsed: Inline[] = [];
    for (const node of nodes) {
      if (node.type !== 'text') {
        const children = collapse(node.children);
        if (children.length > 0) collapsed.push({ ...node, children });
        continue;
      }
      let value = node.value.replaceAll(/\s+/g, ' ');
      if (afterSpace) value = value.replace(/^ /, '');
      if (value === '') continue;
      afterSpace = value.endsWith(' ');
      const last = collapsed.at(-1);
      if (last?.type === 'text') last.value += value;
      else collapsed.push({ type: 'text', value });
    }
    return collapsed;
  };
  const trimEnd = (nodes: Inline[]): Inline[] => {
    const last = nodes.at(-1);
    if (!last) return nodes;
    if (last.type !== 'text') return [...nodes.slice(0, -1), { ...last, children: trimEnd(last.children) }];
    const value = last.value.trimEnd();
    return value === '' ? trimEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { type: 'text', value }];
  };
  return trimEnd(collapse(words));
}

const plainText = (words: Inline[]): string =>
  words.map((node) => (node.type === 'text' ? node.value : plainText(node.children))).join('');

/** A front matter that quotes the source must quote it. Case and accents may differ: a title is often printed in capitals. */
function checkStated(
  stated: { value: string; path: PropertyKey[] }[],
  source: TextFile,
  report: (path: PropertyKey[], finding: Finding) => void,
): void {
  const received = fold(source.text.replaceAll(/[*\n]+/g, ' '));
  for (const { value, path } of stated) {
    if (received.includes(fold(value))) continue;
    report(path, {
      message: `"${value}" does not stand in the source.`,
      expected: `words of ${source.path} (capitals and accents may differ).`,
      remedy: 'Copy the words from the source.',
    });
  }
}

export interface PolicyReading {
  /** Only when there is no issue at all. */
  policy?: Policy;
  issues: Issue[];
  places: ReadonlyMap<string, { offset: number; length: number }>;
}

/** Where the front matter stands, or that there is none. */
export function requireFrontMatter(file: TextFile): { start: number; end: number } | Issue {
  return (
    frontMatterRange(file.text) ??
    file.issueAt(0, 3, {
      message: 'The front matter is missing or never closed.',
      expected: 'a first line "---", the facts about the document, and a line "---".',
      remedy: 'See content/README.md for what it holds.',
    })
  );
}

/** Text in; a policy, or every error that keeps it from being one. */
export function readPolicy(file: TextFile, source: TextFile, board: string, vocabulary: Vocabulary): PolicyReading {
  const range = requireFrontMatter(file);
  if ('message' in range) return { issues: [range], places: new Map() };
  const front = readYaml(file, frontMatter, range.start, range.end);
  const issues: Issue[] = [...front.issues];
  const refuse = (path: PropertyKey[], finding: Finding): void => {
    const { offset, length } = front.value!.range(path);
    issues.push(file.issueAt(offset, length, finding));
  };
  if (front.value) {
    const facts = front.value.value;
    if (facts.board !== board) {
      refuse(['board'], {
        message: `This file stands in the folder of "${board}", not of "${facts.board}".`,
        expected: `board: ${board}.`,
        remedy: 'Correct the name, or move the file.',
        suggestion: near(facts.board, [board]),
      });
    }
    checkStated(
      [
        { value: facts.title, path: ['title'] },
        ...(facts.number ? [{ value: facts.number, path: ['number'] }] : []),
        ...facts.dates.map(({ words }, index) => ({ value: words, path: ['dates', index, 'words'] })),
      ],
      source,
      refuse,
    );
  }

  const tree = parseMdx(file);
  if ('message' in tree) return { issues: [...issues, tree], places: new Map() };
  const reader = new PolicyReader(file, vocabulary);
  reader.readContainer(tree.children ?? [], front.value?.value.audience ?? 'everyone');
  issues.push(...reader.issues);
  if (!reader.wordsLost) issues.push(...compareWords(file, reader.readBack.words(), source));
  if (issues.length > 0 || !front.value) return { issues, places: reader.places };
  return {
    policy: {
      ...front.value.value,
      sections: reader.sections,
      imprint: reader.imprint,
      omissions: reader.omissions,
    },
    issues: [],
    places: reader.places,
  };
}
