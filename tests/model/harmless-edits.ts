import type { ContentFiles } from '../../src/model/corpus.ts';
import { Dice } from './dice.ts';
import { boards, filesAround, ledgerPath, mdxPath, sumsPath, textAt, withFile } from './real-files.ts';

/** Edits of a policy file that an author may make at any time, and that change nothing of what it says. */

/** What Markdown would read as a list, a heading or a quotation at the start of a line. */
const signOfMarkdown = /^(?:[-+*#>=|~`]|\d+[.)])/;

const tagOrWord = /\{\/\*[\s\S]*?\*\/\}|<(?:"[^"]*"|[^">])*>|[^\s<]+|\s+/g;

/** The body's lines, without the front matter, each edited on its own. */
function editBody(text: string, edit: (body: string) => string): string {
  const start = text.indexOf('\n---\n') + 5;
  return text.slice(0, start) + edit(text.slice(start));
}

const editLines = (text: string, edit: (line: string) => string): string =>
  editBody(text, (body) => body.split('\n').map(edit).join('\n'));

/** Sets every paragraph anew at `width`; the spaces inside a tag stay. */
const rewrap =
  (width: number) =>
  (text: string): string =>
    editBody(text, (body) =>
      body.replaceAll(/(?:^(?!<\/?(?:Section|Clause|Imprint|Omitted))\S.*\n)+/gm, (paragraph) => {
        const lines = [''];
        const words = paragraph.trim().split(/\n| (?![^<]*>)/);
        for (const word of words) {
          const line = lines.at(-1)!;
          if (line === '' || line.length + word.length < width || signOfMarkdown.test(word)) {
            lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
          } else {
            lines.push(word);
          }
        }
        return `${lines.join('\n')}\n`;
      }),
    );

const indentByNesting = (text: string): string => {
  let depth = 0;
  return editLines(text, (line) => {
    if (line.startsWith('</')) depth -= 1;
    const indented = line === '' ? line : '  '.repeat(depth) + line;
    if (/^<(?:Section|Clause|Imprint|Omitted)\b/.test(line)) depth += 1;
    return indented;
  });
};

const trailingSpaces =
  (dice: Dice) =>
  (text: string): string =>
    editLines(text, (line) => line + ' '.repeat(dice.below(4)));

const blankLines = (text: string): string => editBody(text, (body) => body.replaceAll(/^(<.*>)$/gm, '\n$1\n\n'));

const noBlankLines = (text: string): string => editBody(text, (body) => body.replaceAll(/>\n\n+</g, '>\n<'));

const commentsBetween = (text: string): string =>
  editBody(text, (body) =>
    body.replaceAll(/^(<\/(?:Section|Clause|Omitted|Imprint)>)$/gm, '$1\n\n{/* Read again < 2026 & {kept} */}\n'),
  );

/** A comment after every seventh word or so: a word in the text, not in a tag. */
const commentsInWords =
  (dice: Dice) =>
  (text: string): string =>
    editBody(text, (body) =>
      body.replaceAll(tagOrWord, (part, offset: number) =>
        /^[ ]$/.test(part) && dice.below(7) === 0 && body[offset - 1] !== '\n' ? ' {/* sic? */} ' : part,
      ),
    );

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

const byteOrderMark = (text: string): string => `\uFEFF${text}`;

const editTags = (text: string, edit: (tag: string) => string): string =>
  editBody(text, (body) => body.replaceAll(/<[A-Z](?:"[^"]*"|[^">])*>/g, edit));

const reversedAttributes = (text: string): string =>
  editTags(text, (tag) => {
    const attributes = tag.match(/\s[a-z]+(?:="[^"]*")?/g) ?? [];
    return `${/^<\w+/.exec(tag)![0]}${attributes.toReversed().join('')}>`;
  });

const attributesOnLines = (text: string): string =>
  editTags(text, (tag) => tag.replaceAll(/\s(?=[a-z]+(?:="[^"]*")?)(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '\n  '));

const singleQuotes = (text: string): string => editTags(text, (tag) => tag.replaceAll(/="([^"']*)"/g, "='$1'"));

export interface HarmlessEdit {
  what: string;
  path: string;
  files: ContentFiles;
}

function made(what: string, path: string, edit: (text: string) => string): HarmlessEdit {
  const text = textAt(path);
  const edited = edit(text);
  if (edited === text) throw new Error(`Nothing was edited: ${what}, ${path}.`);
  return { what, path, files: withFile(path, edited, filesAround(path)) };
}

export function harmlessEditsOf(seed: number): HarmlessEdit[] {
  const dice = new Dice(seed);
  const ofPolicies: [what: string, edit: (text: string) => string][] = [
    ['paragraphs set at 60 characters', rewrap(60)],
    ['paragraphs set at 100 characters', rewrap(100)],
    ['a word to a line', rewrap(1)],
    ['elements indented by their nesting', indentByNesting],
    ['spaces at the ends of lines', trailingSpaces(dice)],
    ['more blank lines between elements', blankLines],
    ['no blank lines between elements', noBlankLines],
    ['comments between elements', commentsBetween],
    ['comments in the words', commentsInWords(dice)],
    ['attributes in another order', reversedAttributes],
    ['an attribute to a line', attributesOnLines],
    ['single quotes', singleQuotes],
  ];
  const ofAnyFile: [what: string, edit: (text: string) => string][] = [
    ['CRLF at the ends of lines', crlf],
    ['a byte order mark', byteOrderMark],
  ];
  const others = [sumsPath, ledgerPath, 'content/topics/consent.yaml', 'content/policies/cstl/marking/settled.yaml'];
  return [
    ...[...ofPolicies, ...ofAnyFile].flatMap(([what, edit]) => boards.map((board) => made(what, mdxPath(board), edit))),
    ...ofAnyFile.flatMap(([what, edit]) => others.map((path) => made(what, path, edit))),
    made('comments in the ledger', ledgerPath, (text) => text.replace('\n', '\n\n# The first five.\n')),
    made('comments in a marking', 'content/policies/csno/marking/first.yaml', (text) => `# As handed in.\n\n${text}`),
  ];
}
