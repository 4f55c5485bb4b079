import type { Phrases } from './phrases.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

const ordinal = (n: number): string => {
  const suffix = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
};

export const en: Phrases = {
  code: 'eng',
  date: (day, month, year) => `${months[month - 1]!} ${day}, ${year}`,
  quotes: ['“', '”'],
  colon: ': ',
  cite: {
    undated: 'n.d.',
    article: (number) => `s. ${number}`,
    annex: (name) => `appendix ${name}`,
    lettered: (letter) => `(${letter})`,
    numbered: (number) => `, point ${number}`,
    point: (n) => `, ${ordinal(n)} point`,
    subpoint: (n) => `, ${ordinal(n)} sub-point`,
    paragraph: (n) => `, ${ordinal(n)} para.`,
    counted: ' (our count)',
  },
  notice: {
    before: 'Unofficial translation – ',
    originals: { fr: 'the French text', en: 'the English text' },
    after: ' prevails',
    changed: {
      fr: 'The French has changed since this translation.',
      en: 'The English has changed since this translation.',
    },
  },
  silence: {
    answersOther: (questions) => `These words answer another question: ${questions}`,
    inTitle: (title) => `These words are those of the title « ${title} »; a title states no rule.`,
  },
  undatedCopy:
    'The text bears no date. The format demands an FRBRdate element: here it gives the date of this edition of Balises, and nothing else.',
};
