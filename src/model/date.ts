import type { Lang } from './lang.ts';

const months: Record<Lang, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** "2018-07-11" as each language writes it. Not Intl: its French says « 1 juillet », and its data differ between machines. */
export function formatDate(iso: string, lang: Lang): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const name = months[lang][month - 1]!;
  return lang === 'fr' ? `${day === 1 ? '1er' : day} ${name} ${year}` : `${name} ${day}, ${year}`;
}
