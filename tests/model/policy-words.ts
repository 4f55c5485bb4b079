import { fileAt, mdxPath } from './real-files.ts';

/** Where the words of a policy stand in its file: found by a scan of the tags, which knows nothing of the reader under test. */

export type WordKind = 'clause' | 'title' | 'label' | 'imprint' | 'omission';

export interface PolicyWord {
  board: string;
  kind: WordKind;
  /** A run of characters without a space or a tag between them. */
  text: string;
  offset: number;
  line: number;
  /** No tag touches the run, and it is not alone in its element: it can be taken out and leaves only its absence. */
  whole: boolean;
}

export interface PolicyTag {
  board: string;
  name: string;
  closing: boolean;
  text: string;
  offset: number;
  end: number;
  line: number;
  /** How many elements of the same name are open around it. */
  depth: number;
  /** Offset and end of each attribute's value. */
  values: Map<string, { offset: number; end: number; text: string }>;
}

const piece = /\{\/\*[\s\S]*?\*\/\}|<(?<closing>\/?)(?<name>[A-Z]\w*)(?<attributes>(?:"[^"]*"|[^">])*)>|[^\s<{]+/g;

export interface PolicyPieces {
  words: PolicyWord[];
  tags: PolicyTag[];
}

export function piecesOf(board: string): PolicyPieces {
  const file = fileAt(mdxPath(board));
  const { text } = file;
  const lineAt = (offset: number): number => file.positionAt(offset).line;
  const words: PolicyWord[] = [];
  const tags: PolicyTag[] = [];
  const open: string[] = [];
  const add = (kind: WordKind, from: number, run: string): void => {
    for (const match of run.matchAll(/\S+/g)) {
      const offset = from + match.index;
      words.push({ board, kind, text: match[0], offset, line: lineAt(offset), whole: false });
    }
  };
  for (const match of text.slice(text.indexOf('\n---\n') + 5).matchAll(piece)) {
    const offset = match.index + text.indexOf('\n---\n') + 5;
    const { name, closing, attributes = '' } = match.groups ?? {};
    if (name) {
      if (closing) open.pop();
      const values: PolicyTag['values'] = new Map();
      const start = offset + 1 + name.length;
      for (const attribute of attributes.matchAll(/\s([a-z]+)="([^"]*)"/g)) {
        const at = start + attribute.index + attribute[0].length - 1 - attribute[2]!.length;
        values.set(attribute[1]!, { offset: at, end: at + attribute[2]!.length, text: attribute[2]! });
      }
      tags.push({
        board,
        name,
        closing: closing === '/',
        text: match[0],
        offset,
        end: offset + match[0].length,
        line: lineAt(offset),
        depth: open.filter((one) => one === name).length,
        values,
      });
      if (!closing) open.push(name);
      for (const kind of ['title', 'label'] as const) {
        const value = values.get(kind);
        if (value) add(kind, value.offset, value.text);
      }
    } else if (!match[0].startsWith('{')) {
      add(open.includes('Imprint') ? 'imprint' : open.includes('Omitted') ? 'omission' : 'clause', offset, match[0]);
    }
  }
  for (const word of words) {
    const around = text[word.offset - 1]! + text[word.offset + word.text.length]!;
    word.whole = /^[ \n"]{2}$/.test(around) && around.includes(' ');
  }
  return { words, tags };
}
