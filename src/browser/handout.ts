import { boardName, citationOf, forceLine, inOurWords, noticeOf, quotation } from './card-nodes.ts';
import type { Card } from './cards.ts';
import { fill, node, type Child } from './nodes.ts';
import { qrCode } from './qr.ts';
import type { SelectionPageData } from './selection-data.ts';

/** The sheets that a trainer gives out: what is printed, and what the file for a stick holds. */

export interface Handout {
  title: string;
  /** Of the day on which it is made, in words. */
  date: string;
  items: { card: Card; note: string }[];
  /** At most. */
  perPage: number;
}

/** The address of a clause on this site, wherever it is published. */
export const addressOf = ({ clausePage }: SelectionPageData, { key }: Card): string => {
  const [board = '', id = ''] = key.split(':');
  return new URL(clausePage.replace('BOARD', board).replace('CLAUSE', id), location.href).href;
};

/** As one types it: without what every address begins with. */
export const shortAddress = (address: string): string => address.replace(/^https?:\/\//, '');

/** One sentence for the foot of a sheet, if its words are translations. */
export const noticeLine = (cards: readonly Card[]): string =>
  [
    ...new Set(
      cards.flatMap(({ board: { notice } }) => notice ?? []).map((one) => one.before + one.original + one.after),
    ),
  ].join(' ');

function item(data: SelectionPageData, card: Card, note: string): HTMLElement {
  const { words, lang } = data;
  const { board } = card;
  const address = addressOf(data, card);
  return node(
    'article',
    { class: 'sheet-clause' },
    node(
      'h2',
      {},
      node('b', {}, board.short),
      ' ',
      ...inOurWords(card.card.where, card, lang),
      ' ',
      node('small', {}, ...boardName(card, lang), `, ${board.place}`),
    ),
    forceLine(card, data),
    quotation(card, lang),
    ...noticeOf(card),
    ...(note === '' ? [] : [node('p', {}, fill(words.notePrinted, { note }))]),
    node('p', { class: 'sheet-cite' }, ...citationOf(card, lang), node('br', {}), node('b', {}, shortAddress(address))),
    qrCode(address, fill(words.qr, { address: shortAddress(address) })),
  );
}

/** A table, because paper repeats its head and foot on every page; after each so many clauses a new page begins. */
export function sheets(data: SelectionPageData, { title, date, items, perPage }: Handout): HTMLElement {
  const row = (...content: readonly Child[]): HTMLElement => node('tr', {}, node('td', {}, ...content));
  const foot = [data.attribution, noticeLine(items.map(({ card }) => card))].filter(Boolean).join(' ');
  return node(
    'table',
    { class: 'sheet', role: 'presentation', 'data-per': String(perPage) },
    node('thead', {}, row(node('b', {}, title), ` · ${date}`)),
    node('tbody', {}, ...items.map(({ card, note }) => row(item(data, card, note)))),
    node('tfoot', {}, row(foot)),
  );
}
