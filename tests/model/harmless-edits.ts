import type { Dice } from './dice.ts';

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
export const rewrap =
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

export const indentByNesting = (text: string): string => {
  let depth = 0;
  return editLines(text, (line) => {
    if (line.startsWith('</')) depth -= 1;
    const indented = line === '' ? line : '  '.repeat(depth) + line;
    if (/^<(?:Section|Clause|Imprint|Omitted)\b/.test(line)) depth += 1;
    return indented;
  });
};

export const trailingSpaces =
  (dice: Dice) =>
  (text: string): string =>
    editLines(text, (line) => line + ' '.repeat(dice.below(4)));

export const blankLines = (text: string): string => editBody(text, (body) => body.replaceAll(/^(<.*>)$/gm, '\n$1\n\n'));

export const noBlankLines = (text: string): string => editBody(text, (body) => body.replaceAll(/>\n\n+</g, '>\n<'));

export const commentsBetween = (text: string): string =>
  editBody(text, (body) => body.replaceAll(/^(<\/(?:Section|Clause|Omitted|Imprint)>)$/gm, '$1\n\n{/* Read again < 2026 & {kept} */}\n'));

/** A comment after every seventh word or so: a word in the text, not in a tag. */
export const commentsInClauses =
  (dice: Dice) =>
  (text: string): string =>
    editBody(text, (body) =>
      body.replaceAll(tagOrWord, (part, offset: number) =>
        /^[ ]$/.test(part) && dice.below(7) === 0 && body[offset - 1] !== '\n' ? ' {/* sic? */} ' : part,
      ),
    );

export const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

export const byteOrderMark = (text: string): string => `\uFEFF${text}`;

const editTags = (text: string, edit: (tag: string) => string): string =>
  editBody(text, (body) => body.replaceAll(/<[A-Z](?:"[^"]*"|[^">])*>/g, edit));

export const attributesReversed = (text: string): string =>
  editTags(text, (tag) => {
    const attributes = tag.match(/\s[a-z]+(?:="[^"]*")?/g) ?? [];
    return `${/^<\w+/.exec(tag)![0]}${attributes.toReversed().join('')}>`;
  });

export const attributesOnLines = (text: string): string =>
  editTags(text, (tag) => tag.replaceAll(/\s(?=[a-z]+(?:="[^"]*")?)(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '\n  '));

export const singleQuotes = (text: string): string => editTags(text, (tag) => tag.replaceAll(/="([^"']*)"/g, "='$1'"));
