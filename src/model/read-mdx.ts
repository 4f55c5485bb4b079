import { mdxToHast } from 'satteri';
import type { Finding, Issue } from './issue.ts';
import type { TextFile } from './text-file.ts';

/** The little of satteri's tree that a policy file may use. satteri is 0.x: nothing else in the project knows it. */
export interface MdxNode {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Record<string, unknown>;
  attributes?: {
    type: string;
    name?: string;
    value?: string | null | { type: string; value: string };
  }[];
  children?: MdxNode[];
  position?: { start: { line: number; column: number }; end: { line: number; column: number } };
}

const frontMatterPattern = /^---\n([\s\S]*?)\n---(?:\n|$)/;

/** Where the YAML of the front matter stands. */
export function frontMatterRange(text: string): { start: number; end: number } | undefined {
  const match = frontMatterPattern.exec(text);
  return match ? { start: 4, end: 4 + match[1]!.length + 1 } : undefined;
}

/** satteri's sentences, said for an author. Each pattern was seen with satteri 0.10. */
const sayings: [RegExp, (match: RegExpExecArray) => Finding][] = [
  [
    /Unexpected closing tag `(<\/\w*>)`, expected corresponding closing tag for `(<\w*>)` \((\d+):\d+\)/,
    ([, found, open, line]) => ({
      message: `${found} closes nothing here: ${open} of line ${line} is still open.`,
      expected: `${open!.replace('<', '</')} before ${found}.`,
      remedy: `Close ${open} where its words end, or take one of the two tags out.`,
    }),
  ],
  [
    /Unexpected closing tag `(<\/\w*>)`, expected an open tag first/,
    ([, found]) => ({
      message: `${found} closes nothing: no such tag is open.`,
      expected: `${found!.replace('/', '')} before it.`,
      remedy: `Open it where its words begin, or take ${found} out.`,
    }),
  ],
  [
    /Expected a closing tag for `(<\w*>)`/,
    ([, open]) => ({
      message: `${open} is never closed.`,
      expected: `${open!.replace('<', '</')} where its words end.`,
      remedy: 'Add the closing tag.',
    }),
  ],
  [
    /expression|brace/,
    () => ({
      message: 'A "{" opens something that never ends.',
      expected: 'words, or a comment written {/* … */}.',
      remedy: 'Write \\{ where the source prints a brace; take the brace out where it does not.',
    }),
  ],
  [
    /before name|valid JSX tag|in name|attribute/,
    () => ({
      message: 'A "<" begins something that is not a tag of ours.',
      expected: '<Section …>, <Clause …>, <Rule …>, <Imprint> or <Omitted …>, each attribute as name="value".',
      remedy: 'Complete the tag; write \\< where the source prints that sign; write a comment as {/* … */}.',
    }),
  ],
];

/** Parses MDX; a fault of its syntax comes back as an issue, for it hides everything behind it. */
export function parseMdx(file: TextFile): MdxNode | Issue {
  try {
    return mdxToHast(file.text, { features: { smartPunctuation: false, gfm: false } }) as MdxNode;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const place = /^(\d+):(\d+)(?:-\d+:\d+)?:/.exec(text);
    const offset = place ? file.offsetAt(Number(place[1]), Number(place[2])) : 0;
    for (const [pattern, say] of sayings) {
      const match = pattern.exec(text);
      if (match) return file.issueAt(offset, 1, say(match));
    }
    return file.issueAt(offset, 1, {
      message: `This is not MDX: ${text.replace(/^[\d:-]+ /, '')}.`,
      expected: 'words and the tags of content/README.md.',
      remedy: 'Look at the tags and signs of this line.',
    });
  }
}

/** Where a node begins in the file. */
export const startOf = (file: TextFile, node: MdxNode): number =>
  node.position ? file.offsetAt(node.position.start.line, node.position.start.column) : 0;

export const endOf = (file: TextFile, node: MdxNode): number =>
  node.position ? file.offsetAt(node.position.end.line, node.position.end.column) : 0;

/** What an attribute says as words, were the others of its tag wrong. */
export function attributeOf(node: MdxNode, name: string): string | undefined {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Where the value of an attribute stands, or its name. satteri gives no position for either: it is found in the element's opening tag. */
export function attributeRange(
  file: TextFile,
  node: MdxNode,
  name: string,
  occurrence = 0,
  part: 'name' | 'value' = 'value',
): { offset: number; length: number } {
  const start = startOf(file, node);
  const opening = `<${node.name ?? ''}`.length;
  const source = file.text.slice(start + opening, endOf(file, node));
  // Sticky, attribute after attribute: no word inside a value is taken for a name.
  const matches = [...source.matchAll(/(\s+)([^\s=>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|\{[^}]*\}))?/gy)].filter(
    (match) => match[2] === name,
  );
  const match = matches[Math.min(occurrence, matches.length - 1)];
  if (!match) return { offset: start, length: opening };
  const offset = start + opening + match.index;
  if (part === 'name' || match[3] === undefined) return { offset: offset + match[1]!.length, length: name.length };
  return { offset: offset + match[0].length - match[3].length + 1, length: Math.max(1, match[3].length - 2) };
}
