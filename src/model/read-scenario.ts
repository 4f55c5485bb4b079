import type { z } from 'zod';
import type { Finding, Issue } from './issue.ts';
import { langs, type Lang } from './lang.ts';
import { near } from './near.ts';
import { readAttributes } from './read-attributes.ts';
import { attributeRange, endOf, parseMdx, startOf, type MdxNode } from './read-mdx.ts';
import { requireFrontMatter } from './read-policy.ts';
import { readYaml } from './read-yaml.ts';
import {
  answerAttributes,
  scenarioFacts,
  scenarioWords,
  type Scenario,
  type ScenarioAnswer,
  type ScenarioText,
} from './scenario.ts';
import type { TextFile } from './text-file.ts';

/** What a scenario may cite, and in what order the boards answer. */
export interface Citable {
  boards: readonly string[];
  clauses: ReadonlyMap<string, ReadonlySet<string>>;
  topics: readonly string[];
}

const elements = ['Situation', 'Answer', 'Gap', 'Discussion'] as const;
type ElementName = (typeof elements)[number];

interface Part {
  node: MdxNode;
  name: ElementName;
  words: string;
}

/** One file: the parts of it, and everything that is wrong with each. */
class ScenarioReader {
  readonly issues: Issue[] = [];
  readonly #file: TextFile;
  readonly #citable: Citable;

  constructor(file: TextFile, citable: Citable) {
    this.#file = file;
    this.#citable = citable;
  }

  #report = (issue: Issue): void => void this.issues.push(issue);

  refuse(node: MdxNode | undefined, finding: Finding): void {
    const start = node ? startOf(this.#file, node) : 0;
    const line = node ? this.#file.text.slice(start, endOf(this.#file, node)).split('\n')[0]! : '';
    this.#report(this.#file.issueAt(start, Math.max(1, line.length), finding));
  }

  #words(node: MdxNode): string {
    if (node.type === 'text') return node.value ?? '';
    if (node.type === 'element' && node.tagName === 'p')
      return `${node.children?.map((one) => this.#words(one)).join('') ?? ''} `;
    this.refuse(node, {
      message: 'This is more than plain words.',
      expected: 'one paragraph of plain words inside each tag.',
      remedy: 'Write it as words; put a backslash before a sign that Markdown takes for something else.',
    });
    return '';
  }

  /** The tags of the file, in order, each with its words. */
  parts(nodes: readonly MdxNode[]): Part[] {
    return nodes.flatMap((node): Part[] => {
      if (node.type === 'text' && node.value?.trim() === '') return [];
      if (node.type === 'element' && node.tagName === 'p') return this.parts(node.children ?? []);
      const name = elements.find((one) => one === node.name);
      if (!name) {
        this.refuse(node, {
          message: node.name ? `<${node.name}> is not a tag of a scenario.` : 'These words stand in no tag.',
          expected: `${elements.map((one) => `<${one}>`).join(', ')}, and nothing outside them.`,
          remedy: 'Correct the name, or put the words inside.',
          suggestion: near(node.name ?? '', elements),
        });
        return [];
      }
      const words = (node.children ?? [])
        .map((one) => this.#words(one))
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim();
      if (words === '') {
        this.refuse(node, {
          message: `<${name}> holds no words.`,
          expected: 'what it says.',
          remedy: 'Write it, or take the tag out.',
        });
      }
      return [{ node, name, words }];
    });
  }

  one(parts: readonly Part[], name: 'Situation' | 'Gap'): string {
    const own = parts.filter((part) => part.name === name);
    if (own.length !== 1) {
      this.refuse(own[1]?.node, {
        message: own.length === 0 ? `There is no <${name}>.` : `<${name}> stands twice.`,
        expected: `one <${name}>.`,
        remedy: own.length === 0 ? 'Write it.' : 'Join the two.',
      });
    }
    return own[0]?.words ?? '';
  }

  /** One answer for each board, in their order, each citing clauses that exist. */
  answers(parts: readonly Part[]): (ScenarioAnswer & { words: string })[] {
    const { boards, clauses } = this.#citable;
    const read = parts.flatMap(({ node, name, words }) => {
      if (name !== 'Answer') return [];
      const attributes = readAttributes(this.#file, node, answerAttributes, this.#report);
      if (!attributes) return [];
      const { board, vote } = attributes;
      const cites = attributes.cites?.trim().split(/\s+/) ?? [];
      const at = (attribute: string, finding: Finding): void => {
        const { offset, length } = attributeRange(this.#file, node, attribute);
        this.#report(this.#file.issueAt(offset, length, finding));
      };
      const known = clauses.get(board);
      if (!known) {
        at('board', {
          message: `There is no board "${board}".`,
          expected: `one of ${boards.join(', ')}.`,
          remedy: 'Correct the name.',
          suggestion: near(board, boards),
        });
        return [];
      }
      for (const cite of cites.filter((one) => !known.has(one))) {
        at('cites', {
          message: `${board} has no clause "${cite}".`,
          expected: 'ids of clauses of that board, separated by spaces.',
          remedy: 'Correct the id.',
          suggestion: near(cite, known),
        });
      }
      if (vote !== 'silent' && cites.length === 0) {
        at('vote', {
          message: `The answer "${vote}" of ${board} rests on no clause.`,
          expected: 'cites="…": no claim is without its words.',
          remedy: 'Name the clauses that it rests on; or say vote="silent" where the text does not reach the case.',
        });
      }
      return [{ board, vote, cites, words }];
    });
    const missing = boards.filter((board) => !read.some((answer) => answer.board === board));
    const doubled = read.filter(({ board }, index) => read.findIndex((one) => one.board === board) !== index);
    for (const board of missing) {
      this.refuse(undefined, {
        message: `The scenario has no answer of ${board}.`,
        expected: `an <Answer> for each of ${boards.join(', ')}.`,
        remedy: 'Write it; where the text does not reach the case, vote="silent".',
      });
    }
    for (const { board } of doubled) {
      this.refuse(undefined, {
        message: `The scenario has two answers of ${board}.`,
        expected: 'one <Answer> for each board.',
        remedy: 'Join the two.',
      });
    }
    return boards.flatMap((board) => read.find((answer) => answer.board === board) ?? []);
  }
}

type Words = z.infer<typeof scenarioWords>;
type Facts = z.infer<typeof scenarioFacts>;

interface Read {
  front: Words | Facts;
  text: ScenarioText;
  answers: ScenarioAnswer[];
}

function readFile(file: TextFile, lang: Lang, citable: Citable): { read?: Read; issues: Issue[] } {
  const range = requireFrontMatter(file);
  if ('message' in range) return { issues: [range] };
  const schema: z.ZodType<Words | Facts> = lang === langs[0] ? scenarioFacts : scenarioWords;
  const front = readYaml(file, schema, range.start, range.end);
  const tree = parseMdx(file);
  if ('message' in tree) return { issues: [...front.issues, tree] };
  const reader = new ScenarioReader(file, citable);
  const parts = reader.parts(tree.children ?? []);
  const answers = reader.answers(parts);
  const situation = reader.one(parts, 'Situation');
  const gap = reader.one(parts, 'Gap');
  const discussion = parts.flatMap(({ name, words }) => (name === 'Discussion' ? [words] : []));
  const issues = [...front.issues, ...reader.issues];
  const topics = front.value && 'topics' in front.value.value ? front.value.value.topics : [];
  topics.forEach((topic, index) => {
    if (citable.topics.includes(topic)) return;
    const { offset, length } = front.value!.range(['topics', index]);
    issues.push(
      file.issueAt(offset, length, {
        message: `There is no topic "${topic}".`,
        expected: 'the name of a file in content/topics/.',
        remedy: 'Correct the name.',
        suggestion: near(topic, citable.topics),
      }),
    );
  });
  if (!front.value || issues.length > 0) return { issues };
  const { slug, title, question } = front.value.value;
  return {
    issues,
    read: {
      front: front.value.value,
      text: { slug, title, question, situation, gap, discussion, answers: answers.map(({ words }) => words) },
      answers: answers.map(({ board, vote, cites }) => ({ board, vote, cites })),
    },
  };
}

/** The scenario out of its files, one for each language, which must say the same of every board. */
export function readScenario(
  id: string,
  files: Readonly<Record<Lang, TextFile | undefined>>,
  citable: Citable,
): { scenario?: Scenario; issues: Issue[] } {
  const reads = langs.map((lang) => {
    const file = files[lang];
    return file ? readFile(file, lang, citable) : { issues: [] };
  });
  const issues = reads.flatMap((one) => one.issues);
  const whole = reads.flatMap(({ read }) => (read ? [read] : []));
  if (whole.length < langs.length) return { issues };
  const [first, ...others] = whole as [Read, ...Read[]];
  const facts = ({ board, vote, cites }: ScenarioAnswer): string => `${board} ${vote} ${cites.join(' ')}`;
  for (const [index, other] of others.entries()) {
    const file = files[langs[index + 1]!]!;
    const differing = first.answers.find((answer, at) => facts(answer) !== facts(other.answers[at]!));
    if (differing) {
      issues.push(
        file.issueAt(0, 1, {
          message: `The answer of ${differing.board} is not that of ${files[langs[0]]!.path}.`,
          expected: `vote="${differing.vote}"${differing.cites.length > 0 ? ` cites="${differing.cites.join(' ')}"` : ''}.`,
          remedy: 'Let both languages say the same.',
        }),
      );
    }
    if (first.text.discussion.length !== other.text.discussion.length) {
      issues.push(
        file.issueAt(0, 1, {
          message: `There are ${other.text.discussion.length} questions to discuss; ${files[langs[0]]!.path} has ${first.text.discussion.length}.`,
          expected: 'as many <Discussion> in each language.',
          remedy: 'Translate the one that is missing.',
        }),
      );
    }
  }
  if (issues.length > 0) return { issues };
  const { order, minutes, audience, topics } = first.front as Facts;
  return {
    issues,
    scenario: {
      id,
      order,
      minutes,
      audience,
      topics,
      answers: first.answers,
      texts: Object.fromEntries(langs.map((lang, index) => [lang, whole[index]!.text])) as Record<Lang, ScenarioText>,
    },
  };
}
