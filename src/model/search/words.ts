import { fold } from '../fold.ts';
import type { Lang } from '../lang.ts';

/**
 * How a text and a question are cut into the words that the search compares. Both go here, so that what a person types on
 * a phone meets what a board printed: accents, capitals, apostrophes, elided articles and endings do not count.
 */

/** Of hundreds of boards these are millions of words, and mostly the same. */
const folded = new Map<string, string>();

function foldWord(word: string): string {
  const known = folded.get(word) ?? fold(word).replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  folded.set(word, known);
  return known;
}

/** "L’élève a-t-il publié" → l, eleve, a, t, il, publie. */
export const wordsOf = (text: string): string[] => (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []).map(foldWord);

/** Words that hold a question together and say nothing of its subject, and the halves of what apostrophes and hyphens cut. */
const empty: ReadonlySet<string> = new Set(
  `a afin ai ainsi ais ait alors apres as assez au aucun aucune aussi autre autres aux avant avec avez avoir avons beaucoup bien car ce
  ceci cela celle celles celui ces cet cette ceux chaque chez chose choses ci comme comment d dans de deja des dois doit doivent donc
  dont du elle elles en encore entre es est et etait etant ete etes etre eux fait faire faut font ici il ils j je jusqu jusque l la le les
  leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes moi moins mon n ne ni nos notre nous on ont ou par parce pas peu peut
  peuvent peux plus pour pourquoi pouvons puis puisque qu quand que quel quelle quelles quels quelqu quelque quelques qui quoi rien s
  sa sans se selon sera ses si soi soient soit sommes son sont suis sur t ta te tel telle tes toi ton tous tout toute toutes tres trop tu un une
  vais vers veut veux voici vos votre vous y c
  about after again all also am an and another any anybody anyone anything are at be because been before being both but by can could
  did do does doing done each either else ever every everybody everyone everything few for from get gets getting got had has
  have having he her here him his how however i if in into is it its itself just least like made make makes making many may me might more most much
  must my need needs neither no nobody nor not nothing now of on once only or other others our ours shall she
  should since so some somebody someone something still such than that the their theirs them then there these they thing things this
  those though to too until upon us very via was we well were what whatever when where whether which while who whom
  whose why will with within would yet you your yours yourself s t`.split(/\s+/),
);

export const isEmptyWord = (word: string): boolean => empty.has(word) || (word.length === 1 && !/\d/.test(word));

/** Forms that no rule of endings brings together. */
const irregular: Readonly<Record<string, string>> = {
  admis: 'admet',
  admise: 'admet',
  children: 'child',
  permis: 'permet',
  permise: 'permet',
  photographie: 'photo',
  photographier: 'photo',
  photographies: 'photo',
  publication: 'publ',
  publications: 'publ',
  punie: 'puni',
  punies: 'puni',
  punir: 'puni',
  punis: 'puni',
  punit: 'puni',
  punition: 'puni',
  punitions: 'puni',
  soumis: 'soumet',
  suppression: 'supprim',
};

/** Words that only look as if they had an ending. */
const whole: ReadonlySet<string> = new Set(['abus', 'acces', 'parent', 'propos', 'temps']);

type Ending = readonly [ending: RegExp, replacement: string];

/** Tried in order on a folded word; the first that leaves enough letters is applied. A language without any is compared word by word. */
const endings: Partial<Record<Lang, readonly Ending[]>> = {
  fr: [
    [/(?<=...)eaux$/, 'eau'],
    [/(?<=..)(?:aux|ails?|aill(?:e|er|es|ent|ant|eurs?))$/, 'al'],
    [/(?<=..)(?:dictions?|dires?|dites?|dits?|disent)$/, 'di'],
    [/(?<=..)(?:scriptions?|scrires?|scrits?|scrites?|scrivent)$/, 'scri'],
    [/(?<=..)ettres?$/, 'et'],
    [/(?<=....)(?:ialites?|ielles?|iels?|iales?|ials?)$/, 'i'],
    [/(?<=....)issements?$/, 'i'],
    [/(?<=...)(?:ications?|iquees?|iques?|iquer|iquent|iquant|ification|ifications)$/, 'iqu'],
    [/(?<=...)(?:atrices?|ateurs?|atoires?|ations?|ative?s?|atifs?)$/, ''],
    [/(?<=...)(?:ctions?|cteurs?|ctrices?|ctifs?|ctives?)$/, 'ct'],
    [/(?<=....)(?:itions?|utions?|ssions?)$/, ''],
    [/(?<=....)(?:ements?|emment|amment|ment)$/, ''],
    [/(?<=....)(?:abilites?|aires?|eries?|ueux|ueuses?)$/, ''],
    [/(?<=....)(?:euses?|eurs?|eux)$/, ''],
    [/(?<=....)(?:ances?|ences?|antes?|ants?|entes?)$/, ''],
    [/(?<=....)(?:ives?|ifs?|ables?|ibles?|ismes?|istes?|ites?|ages?)$/, ''],
    [/(?<=...)(?:eraient|erait|erions|erons|eront|erez|eras|erai|era)$/, ''],
    [/(?<=...)(?:issaient|issait|issant|issent|issons|issez|iraient|irait|iront|irons|irez|ira)$/, 'i'],
    [/(?<=....)(?:ions|ons|ent)$/, ''],
    [/(?<=...)(?:aient|ait|iez|ez|ees?|er|es|e|s|x)$/, ''],
    [/(?<=....)(?:ires?|ir|it|is|ie|i)$/, 'i'],
  ],
  en: [
    [/(?<=...)(?:ies|ied|y)$/, 'i'],
    [/(?<=....)(?:ations?|ating|ated|ates?)$/, 'at'],
    [/(?<=...)(?:ings?|ed|ers?|es|e|s|ly)$/, ''],
  ],
};

/** So many letters tell words apart. */
const longest = 6;

/** The part of a word that its forms share: "publiées", "publier" and "publie" all give "publ", "sanctionné" gives "sanct". */
export function stem(word: string, lang: Lang): string {
  if (Object.hasOwn(irregular, word)) return irregular[word]!.slice(0, longest);
  if (word.length < 4 || whole.has(word)) return word.slice(0, longest);
  const rule = endings[lang]?.find(([ending]) => ending.test(word));
  return (rule ? word.replace(...rule) : word)
    .replace(/([^aeiouy])\1$/, '$1')
    .replace(/(?<=..)ction$/, 'ct')
    .replace(/(?<=....)[ei]$/, '')
    .replace(/(?<=[gq])u$/, '')
    .slice(0, longest);
}

/** What is looked for where a text in `lang` is indexed. */
export const stemsOf = (text: string, lang: Lang): string[] =>
  wordsOf(text)
    .filter((word) => !isEmptyWord(word))
    .map((word) => stem(word, lang));
