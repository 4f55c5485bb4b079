import type { Lang } from './lang.ts';
import { phrases } from './phrases/phrases.ts';

/** Words of English that stand between quotation marks have single ones within them; French keeps those it has. */
export const inQuotes = (text: string, lang: Lang): string =>
  lang === 'en' ? text.replaceAll('“', '‘').replaceAll('”', '’') : text;

/** Words between the quotation marks of their own language. */
export const quoted = (text: string, lang: Lang): string => phrases(lang).quotes.join(inQuotes(text, lang));
