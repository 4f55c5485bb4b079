import { z } from 'zod';

/** French first: it is the language of record and the default. */
export const langs = ['fr', 'en'] as const;

export type Lang = (typeof langs)[number];

/** Editorial text of ours, which exists in both languages or not at all. */
export const bilingual = z.strictObject({
  fr: z.string().min(1),
  en: z.string().min(1),
});

export type Bilingual = z.infer<typeof bilingual>;
