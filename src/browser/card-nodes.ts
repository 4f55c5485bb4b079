import type { Annotated } from '../model/mark-words.ts';
import type { CardRule } from '../model/clause-cards.ts';
import type { Lang } from '../model/lang.ts';
import { typeset } from '../model/typography.ts';
import type { Card } from './cards.ts';
import { node, topmark, type Child } from './nodes.ts';
import type { SelectionPageData } from './selection-data.ts';

/** The parts of a clause that the list, the projection and the handout have in common. */

function wordNodes(words: readonly Annotated[], rules: readonly CardRule[], lang: Lang): Child[] {
  return words.map((part): Child => {
    if (part.type === 'text') return typeset(part.value, lang);
    if (part.type === 'mark') return node('sup', { class: 'sic' }, '[sic]');
    const inner = wordNodes(part.children, rules, lang);
    if (part.type !== 'rule') return node(part.type, {}, ...inner);
    const { force } = rules[part.index]!;
    return node('mark', { class: `rule force-${force}` }, topmark(force), ...inner);
  });
}

/** The words, each rule marked; and below a translation the words that count. */
export function quotation({ board, card }: Card, lang: Lang): HTMLElement {
  return node(
    'blockquote',
    { class: 'quoted' },
    node('p', {}, ...(card.label ? [`${card.label} `] : []), ...wordNodes(card.words, card.rules, lang)),
    ...(card.original
      ? [
          node(
            'p',
            { class: 'original', lang: board.language },
            ...(card.label ? [`${card.label} `] : []),
            typeset(card.original, board.language),
          ),
        ]
      : []),
  );
}

/** Each force once for each of those whom it concerns. */
export function forceLine({ card }: Card, { words, lang }: SelectionPageData): HTMLElement {
  const said = new Map(
    card.rules.map(({ force, against, audience }) => {
      const word = words.forces[against ? 'against' : force];
      return [`${word} ${audience}`, { force, word, audience }];
    }),
  );
  return node(
    'p',
    { class: 'card-forces' },
    ...[...said.values()].map(({ force, word, audience }) =>
      node(
        'span',
        { class: `answer force-${force}` },
        topmark(force),
        ` ${word} `,
        node('small', {}, `· ${words.for} ${typeset(words.audiences[audience], lang)}`),
      ),
    ),
  );
}

/** That the words are a translation, and whether these were made from others than the original has today. */
export function noticeOf({ board, card }: Card, link?: string): HTMLElement[] {
  const { notice } = board;
  if (!notice) return [];
  const original = link === undefined ? notice.original : node('a', { href: link }, notice.original);
  return [
    node(
      'p',
      { class: 'translation' },
      notice.before,
      original,
      notice.after,
      ...(card.stale ? [` · ${notice.changed}`] : []),
    ),
  ];
}

/** In its own language, whatever the page's. */
export const boardName = ({ board: { name, language } }: Card, lang: Lang): Child[] =>
  lang === language ? [typeset(name, lang)] : [node('span', { lang: language }, typeset(name, language))];

/** Words of ours in which titles of the document stand: in a translation these keep their language. */
export function inOurWords(text: string, { board }: Card, lang: Lang): Child[] {
  const { citedTitle, language } = board;
  const own = (tag: 'i' | 'span', words: string): HTMLElement =>
    node(tag, { lang: language }, typeset(words, language));
  const quotations = (part: string): Child[] =>
    part
      .split(/(« [^»]+ »)/)
      .map((piece) => (lang !== language && piece.startsWith('«') ? own('span', piece) : typeset(piece, lang)));
  return text
    .split(citedTitle)
    .flatMap((part, index) => [...(index > 0 ? [own('i', citedTitle)] : []), ...quotations(part)]);
}

export const citationOf = (card: Card, lang: Lang): Child[] =>
  inOurWords(`${card.board.citation}, ${card.card.where}`, card, lang);
