import { fold } from './fold.ts';
import type { Lang } from './lang.ts';

/** The terms that prove a silence are French stems, whatever the language of the original. */
export const termsLanguage: Lang = 'fr';

/** Folding normalizes, which is slow; a text has few characters, each many times. */
const seen = new Map<string, string>();

function searchableCharacter(character: string): string {
  const known = seen.get(character);
  if (known !== undefined) return known;
  const folded = fold(character);
  const kept = folded.length === character.length ? folded : character;
  seen.set(character, kept);
  return kept;
}

/** A text as the search for stems sees it: folded character by character, so that an offset in it is an offset in the text. */
export const searchable = (text: string): string => Array.from(text, searchableCharacter).join('');

/** Matches where a word begins with one of the stems; case, accents and the kind of apostrophe do not count. */
export function stemPattern(terms: readonly string[]): RegExp {
  const stems = terms.map((term) => fold(term).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${stems.join('|')})`, 'gu');
}
