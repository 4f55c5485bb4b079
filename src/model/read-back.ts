import { endOf, startOf, type MdxNode } from './read-mdx.ts';
import type { TextFile } from './text-file.ts';

/** A word of a policy and where it stands in its file. */
export interface Word {
  text: string;
  offset: number;
  length: number;
}

/**
 * The policy read back out of its MDX as the source would print it: every character with the offset in the file that it came
 * from, so that a difference can be shown where the author typed it.
 */
export class ReadBack {
  #text = '';
  readonly #offsets: number[] = [];

  /** Words that stand in the file as they are: a label, a title, the signs of emphasis. */
  add(text: string, offset: number): void {
    for (let at = 0; at < text.length; at += 1) this.#offsets.push(offset + at);
    this.#text += text;
  }

  /** The text of a node: its value, aligned with the slice of the file it came from, where a sign may be escaped. */
  addNode(file: TextFile, node: MdxNode): void {
    const value = node.value ?? '';
    let at = startOf(file, node);
    const end = endOf(file, node);
    for (const character of value) {
      while (at < end && file.text[at] !== character && /[\s\\]/.test(file.text[at]!)) at += 1;
      this.add(character, Math.min(at, end));
      if (at < end) at += character.length;
    }
  }

  space(): void {
    this.add(' ', this.#offsets.at(-1) ?? 0);
  }

  words(): Word[] {
    return wordsOf(this.#text, (index) => this.#offsets[index] ?? 0);
  }
}

export function wordsOf(text: string, offsetOf: (index: number) => number): Word[] {
  return Array.from(text.matchAll(/\S+/g), (match) => {
    const offset = offsetOf(match.index);
    return { text: match[0], offset, length: offsetOf(match.index + match[0].length - 1) - offset + 1 };
  });
}
