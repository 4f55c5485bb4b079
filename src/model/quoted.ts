import type { Lang } from './lang.ts';
import type { Clause, PlacedClause } from './policy.ts';
import { phrases } from './phrases/phrases.ts';

/** Words of English that stand between quotation marks have single ones within them; French keeps those it has. */
export const inQuotes = (text: string, lang: Lang): string =>
  lang === 'en' ? text.replaceAll('“', '‘').replaceAll('”', '’') : text;

/** The words of a clause behind those that it completes; what stands between them is left out, and said to be. */
export function withLeadIn({ clause, within }: PlacedClause, textOf: (clause: Clause) => string): string {
  const path = [...within, clause];
  return path
    .map((one, depth) => {
      const before = path[depth - 1];
      const gap = before && before.clauses[0] !== one ? '[…] ' : '';
      return gap + textOf(one);
    })
    .join(' ');
}

/** Words between the quotation marks of their own language. */
export const quoted = (text: string, lang: Lang): string => phrases(lang).quotes.join(inQuotes(text, lang));
