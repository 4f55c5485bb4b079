import { z } from 'zod';

/** French first: it is the language of record and the default. */
export const langs = ['fr', 'en'] as const;

export type Lang = (typeof langs)[number];

/** The same thing made for each language. */
export const inEach = <T>(make: (lang: Lang) => T): Record<Lang, T> =>
  Object.fromEntries(langs.map((lang) => [lang, make(lang)])) as Record<Lang, T>;

/** Editorial text of ours, which exists in every language or not at all. */
export const bilingual = z.strictObject(inEach(() => z.string().min(1)));

export type Bilingual = z.infer<typeof bilingual>;
