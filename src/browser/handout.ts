import { partsOf } from '../model/clause-key.ts';
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
  const { board, id } = partsOf(key);
  return new URL(clausePage.replace('BOARD', board).replace('CLAUSE', id), location.href).href;
};

/** As one types it: without what every address begins with. */
export const shortAddress = (address: string): string => address.replace(/^https?:\/\//, '');

/** One sentence for the foot of a sheet, if its words are translations. */
export const noticeSentence = (cards: readonly Card[]): string =>
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
    ...(note === '' ? [] : [node('p', { class: 'sheet-note' }, fill(words.notePrinted, { note }))]),
    node(
      'p',
      { class: 'sheet-cite' },
      ...citationOf(card, lang),
      node('br', {}),
      node('a', { href: address }, shortAddress(address)),
    ),
    qrCode(address, fill(words.qr, { address: shortAddress(address) })),
  );
}

/** What fits on Letter and on A4 alike, within their margins, with a little to spare: millimetres. */
const paperHeight = 240;

/** Begins a page where so many clauses stand on the last one, or no other fits: measured as it will be printed. */
export function layOut(place: HTMLElement, table: HTMLTableElement, perPage: number): void {
  place.replaceChildren(table);
  place.classList.add('measured');
  const { width } = place.getBoundingClientRect();
  const pixels = (paperHeight / 180) * width;
  const heightOf = (part: HTMLElement): number => part.getBoundingClientRect().height;
  const room = pixels - heightOf(table.tHead!) - heightOf(table.tFoot!);
  let [count, filled] = [0, 0];
  for (const row of table.tBodies[0]!.rows) {
    const height = heightOf(row);
    if (count > 0 && (count === perPage || filled + height > room)) {
      row.className = 'new-page';
      [count, filled] = [0, 0];
    }
    count += 1;
    filled += height;
  }
  place.classList.remove('measured');
}

/** A table, because paper repeats its head and foot on every page. */
export function sheets(data: SelectionPageData, { title, date, items, perPage }: Handout): HTMLTableElement {
  const row = (...content: readonly Child[]): HTMLElement => node('tr', {}, node('td', {}, ...content));
  const foot = [data.attribution, noticeSentence(items.map(({ card }) => card))].filter(Boolean).join(' ');
  return node(
    'table',
    { class: 'sheet', role: 'presentation', 'data-per': String(perPage) },
    node('thead', {}, row(node('b', {}, title), ` · ${date}`)),
    node('tbody', {}, ...items.map(({ card, note }) => row(item(data, card, note)))),
    node('tfoot', {}, row(foot)),
  );
}
