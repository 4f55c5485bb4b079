import type { CardRule, ClauseCard } from '../model/clause-cards.ts';
import type { Lang } from '../model/lang.ts';
import type { Annotated } from '../model/mark-words.ts';
import { saidForces } from '../model/said-force.ts';
import { typeset } from '../model/typography.ts';
import type { Card } from './cards.ts';
import { node, type Child } from './nodes.ts';
import { forceSpans, noticeLine } from './said-nodes.ts';
import { topmark } from './shapes.ts';
import type { SelectionPageData } from './selection-data.ts';

/** The parts of a clause that the list, the projection and the handout have in common. */

/** The words; with `rules`, each rule is marked. */
function wordNodes(words: readonly Annotated[], lang: Lang, rules?: readonly CardRule[]): Child[] {
  return words.flatMap((part): Child[] => {
    if (part.type === 'text') return [typeset(part.value, lang)];
    if (part.type === 'mark') return [node('sup', { class: 'sic' }, '[sic]')];
    const inner = wordNodes(part.children, lang, rules);
    if (part.type !== 'rule') return [node(part.type, {}, ...inner)];
    const force = rules?.[part.index]?.force;
    return force ? [node('mark', { class: `rule force-${force}` }, topmark(force), ...inner)] : inner;
  });
}

const labelled = ({ label }: ClauseCard, words: readonly Child[]): Child[] =>
  label ? [`${label} `, ...words] : [...words];

/** The words that the clause completes, its own with each rule marked, and below a translation the words that count. */
export function quotation({ board, card }: Card, lang: Lang): HTMLElement {
  const leads = card.within.map((id) => board.clauses[id]!);
  const leadIn = (words: Child[], attributes: Record<string, string> = {}): HTMLElement =>
    node('p', { class: 'lead-in', ...attributes }, ...words);
  const own = { class: 'original', lang: board.language };
  return node(
    'blockquote',
    { class: 'quoted' },
    ...leads.map((lead) => leadIn(labelled(lead, wordNodes(lead.words, lang)))),
    node('p', {}, ...labelled(card, wordNodes(card.words, lang, card.rules))),
    ...(card.original
      ? [
          ...leads.map((lead) => node('p', own, ...labelled(lead, wordNodes(lead.original ?? [], board.language)))),
          node('p', own, ...labelled(card, wordNodes(card.original, board.language))),
        ]
      : []),
  );
}

/** A clause without a marked rule says so, and whom it concerns. */
export function forceLine({ card }: Card, { words, lang }: SelectionPageData): HTMLElement {
  const spans = forceSpans(saidForces(card.rules), words, lang);
  const none = `${words.unmarked} · ${words.for} ${typeset(words.audiences[card.audience], lang)}`;
  return node('div', { class: 'card-forces' }, ...(spans.length > 0 ? spans : [none]));
}

export const noticeOf = ({ board, card }: Card, link?: string): HTMLElement[] =>
  noticeLine(board.notice, card.stale === true, link);

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
