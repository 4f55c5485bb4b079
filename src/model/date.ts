import type { Lang } from './lang.ts';
import { phrases } from './phrases/phrases.ts';

/** "2018-07-11" as each language writes it. */
export function formatDate(iso: string, lang: Lang): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return phrases(lang).date(day, month, year);
}
