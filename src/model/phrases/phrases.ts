import type { Lang } from '../lang.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** What the core says in words of its own, in citations, exports and proofs. The interface has its own dictionary, in src/i18n/. */
export interface Phrases {
  /** ISO 639-2, for Akoma Ntoso. */
  code: string;
  date: (day: number, month: number, year: number) => string;
  /** What opens and closes a quotation. */
  quotes: readonly [opening: string, closing: string];
  colon: string;
  cite: {
    undated: string;
    article: (number: string) => string;
    annex: (name: string) => string;
    lettered: (letter: string) => string;
    numbered: (number: string) => string;
    point: (n: number) => string;
    subpoint: (n: number) => string;
    paragraph: (n: number) => string;
    counted: string;
  };
  /** "Unofficial translation – ", then the original as a link can name it, then " prevails"; besides, that it has changed since. */
  notice: {
    before: string;
    originals: Record<Lang, string>;
    after: string;
    changed: Record<Lang, string>;
  };
  silence: {
    answersOther: (questions: string) => string;
    inTitle: (title: string) => string;
  };
  /** Why a file of an undated text bears a date. */
  undatedCopy: string;
}

const languages: Record<Lang, Phrases> = { fr, en };

export const phrases = (lang: Lang): Phrases => languages[lang];
