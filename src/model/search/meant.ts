import type { Lang } from '../lang.ts';
import { correct } from './correct.ts';
import { stem } from './words.ts';

/** What is meant by a word that the language of the page does not have: a word of another, the beginning of one, or a typing error. */

export interface Vocabulary {
  lang: Lang;
  words: readonly string[];
  stems: ReadonlySet<string>;
}

export const vocabularyOf = (lang: Lang, words: readonly string[]): Vocabulary => ({
  lang,
  words,
  stems: new Set(words.map((word) => stem(word, lang))),
});

export interface Meant {
  word: string;
  /** It is only the beginning of a word: somebody is still typing. */
  begun?: true;
  /** The languages that have it; none, if nobody knows what is meant. */
  langs: Lang[];
}

/** A word that is still being typed is known by its beginning, if that is at least so long. */
const shortestBeginning = 4;

/** The vocabulary of the page comes first: it is preferred. A word that some language has needs no correction. */
export function meantBy(word: string, vocabularies: readonly Vocabulary[]): Meant {
  const having = (one: string): Lang[] =>
    vocabularies.filter(({ lang, stems }) => stems.has(stem(one, lang))).map(({ lang }) => lang);
  const whole = having(word);
  if (whole.length > 0) return { word, langs: whole };
  const begun =
    word.length >= shortestBeginning &&
    vocabularies.find(({ words }) => words.some((candidate) => candidate.startsWith(word)));
  if (begun) return { word, begun: true, langs: [begun.lang] };
  const candidate = correct(
    word,
    vocabularies.flatMap(({ words }) => words),
  );
  return candidate ? { word: candidate, langs: having(candidate) } : { word, langs: [] };
}
