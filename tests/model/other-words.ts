import { fold } from '../../src/model/fold.ts';
import type { Dice } from './dice.ts';

/**
 * Other words for a text: those that nothing looks for change places with each other, each everywhere with the same one. So quotations
 * stay quotations, a stem is found where it was, and what is long or frequent stays so; but no two texts are the same.
 */

/** Words as a rule's reader might look for them: whole, or by their beginning. */
export interface Sought {
  whole: ReadonlySet<string>;
  beginnings: readonly string[];
}

/** Of a stem of several words only the last may go on. */
export function soughtBy(stems: readonly string[]): Sought {
  const parts = stems.map((stem) => fold(stem).match(/[\p{L}\p{N}]+/gu) ?? []);
  return {
    whole: new Set(parts.flatMap((words) => words.slice(0, -1))),
    beginnings: [...new Set(parts.flatMap((words) => words.slice(-1)))],
  };
}

/** Words in small letters, long enough to carry a meaning: names, numbers and abbreviations stay. */
const plain = /(?<![\p{L}\p{N}])\p{Ll}{4,}(?![\p{L}\p{N}])/gu;

/** What in a tag is words of the text, and not of ours. */
const wordsInTags = /(?<= (?:title|heading|except)=")[^"]*(?=")/g;

/** Changes the words of an MDX text after its front matter, tags apart. */
function changeBody(mdx: string, change: (words: string) => string): string {
  const end = mdx.indexOf('\n---\n', 3);
  return mdx
    .slice(end)
    .split(/(<[^>]*>)/)
    .map((piece) => (piece.startsWith('<') ? piece.replaceAll(wordsInTags, change) : change(piece)))
    .reduce((text, piece) => text + piece, mdx.slice(0, end));
}

export interface Exchange {
  mdx: (text: string) => string;
  text: (text: string) => string;
}

/** An exchange of the words of a policy, made by its MDX. */
export function exchange(mdx: string, sought: Sought, dice: Dice): Exchange {
  const front = mdx.slice(0, mdx.indexOf('\n---\n', 3));
  const labels = Array.from(mdx.matchAll(/ label="([^"]*)"/g), ([, label]) => label).join(' ');
  const fixed = new Set(`${front} ${labels}`.match(plain));
  const isFree = (word: string): boolean => {
    const folded = fold(word);
    return (
      !fixed.has(word) &&
      !sought.whole.has(folded) &&
      !sought.beginnings.some((beginning) => folded.startsWith(beginning))
    );
  };
  const free = new Set<string>();
  changeBody(mdx, (words) => {
    for (const word of words.match(plain) ?? []) if (isFree(word)) free.add(word);
    return words;
  });
  const others = new Map<string, string>();
  for (const words of Map.groupBy(free, ({ length }) => length).values()) {
    const rest = [...words];
    for (const word of words) others.set(word, rest.splice(dice.below(rest.length), 1)[0]!);
  }
  const text = (words: string): string => words.replaceAll(plain, (word) => others.get(word) ?? word);
  return { mdx: (from) => changeBody(from, text), text };
}
