import type { Phrases } from './phrases.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

const ordinal = (n: number): string => (n === 1 ? '1er' : `${n}e`);

export const fr: Phrases = {
  code: 'fra',
  /** Not Intl: its French says « 1 juillet », and its data differ between machines. */
  date: (day, month, year) => `${day === 1 ? '1er' : day} ${months[month - 1]!} ${year}`,
  quotes: ['« ', ' »'],
  colon: '\u00A0: ',
  cite: {
    undated: 's. d.',
    article: (number) => `art. ${number}`,
    annex: (name) => `annexe ${name}`,
    lettered: (letter) => ` ${letter})`,
    numbered: (number) => `, point ${number}`,
    point: (n) => `, ${ordinal(n)} point`,
    subpoint: (n) => `, ${ordinal(n)} sous-point`,
    paragraph: (n) => `, ${ordinal(n)} par.`,
    counted: ' (notre décompte)',
  },
  notice: {
    before: 'Traduction non officielle – ',
    originals: { fr: 'le texte français', en: 'le texte anglais' },
    after: ' fait foi',
    changed: {
      fr: 'Le français a changé depuis cette traduction.',
      en: 'L’anglais a changé depuis cette traduction.',
    },
  },
  silence: {
    answersOther: (questions) => `Ces mots répondent à une autre question : ${questions}`,
    inTitle: (title) => `Ces mots sont ceux de l'intitulé « ${title} »; un intitulé n'énonce pas de règle.`,
  },
  undatedCopy:
    'Le texte ne porte aucune date. Le format exige un élément FRBRdate : il donne ici la date de cette édition de Balises, et rien d’autre.',
};
