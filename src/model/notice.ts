import { inEach, type Lang } from './lang.ts';
import { phrases } from './phrases/phrases.ts';

/** What stands with every translated clause wherever it goes: that it is a translation, and which text counts. */

export interface Notice {
  before: string;
  original: string;
  after: string;
  /** Said besides where the original has changed since. */
  changed: string;
}

export function translationNotice(original: Lang, lang: Lang): Notice {
  const { before, originals, after, changed } = phrases(lang).notice;
  return { before, original: originals[original], after, changed: changed[original] };
}

/** The notice as one sentence. */
export function plainNotice(original: Lang, lang: Lang, stale = false): string {
  const { before, original: text, after, changed } = translationNotice(original, lang);
  return `${before}${text}${after}${stale ? `. ${changed}` : ''}`;
}

/** The notice in each language; none in the language of the original. */
export const notices = (original: Lang, stale: (lang: Lang) => boolean): Record<Lang, string | null> =>
  inEach((lang) => (lang === original ? null : plainNotice(original, lang, stale(lang))));
