import { fold } from './fold.ts';
import type { Lang } from './lang.ts';

/** The terms that prove a silence are French stems, whatever the language of the original. */
export const termsLanguage: Lang = 'fr';

/** A text as the search for stems sees it: folded character by character, so that an offset in it is an offset in the text. */
export const searchable = (text: string): string =>
  Array.from(text, (character) => {
    const folded = fold(character);
    return folded.length === character.length ? folded : character;
  }).join('');

/** Matches where a word begins with one of the stems; case, accents and the kind of apostrophe do not count. */
export function stemPattern(terms: readonly string[]): RegExp {
  const stems = terms.map((term) => fold(term).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${stems.join('|')})`, 'gu');
}
