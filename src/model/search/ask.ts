import { fold } from '../fold.ts';
import type { Catalogue } from './catalogue.ts';
import { isEmptyWord, wordsOf } from './words.ts';

/** What was typed, taken apart. */
export interface Asked {
  /** Words to look for, folded, in order and once each. */
  words: string[];
  /** Words in quotation marks, which must stand together as they are. */
  phrases: string[];
  /** Boards that the question names, by their place in the catalogue. */
  boards: number[];
  /** It asks what something is, or what belongs to it. */
  meaning: boolean;
}

/** More words than this say no more; a whole page pasted into the box stays harmless. */
const mostWords = 24;

/** « C'est quoi », "what counts as": in the folded words of what was typed. */
const asksMeaning =
  /\b(?:c est quoi|qu est ce qu une?|qu entend on|veut dire|signifie\w*|(?:compte|considere)\w* comme|defin\w*|what is an?|what does .+ mean|meaning of|counts? as|considered|covered)\b/;

const quotation = /«([^»]*)»|“([^”]*)”|"([^"]*)"/g;

/** Text as phrases are compared: one space between words, nothing else. */
export const phraseOf = (text: string): string => wordsOf(text).join(' ');

export function ask(typed: string, { boards }: Pick<Catalogue, 'boards'>): Asked {
  const text = typed.slice(0, 1000);
  const phrases = Array.from(text.matchAll(quotation), (found) => phraseOf(found.slice(1).find(Boolean) ?? ''));
  const said = wordsOf(fold(text));
  const words = [...new Set(said)];
  const named = words.flatMap((word) => boards.findIndex(({ names }) => names.includes(word)));
  return {
    words: words.filter((word, index) => named[index] === -1 && !isEmptyWord(word)).slice(0, mostWords),
    phrases: phrases.filter((phrase) => phrase !== ''),
    boards: [...new Set(named.filter((board) => board >= 0))],
    meaning: asksMeaning.test(said.join(' ')),
  };
}
