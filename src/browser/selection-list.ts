import type { Chosen } from '../model/selection.ts';
import { citationOf, forceLine, inOurWords, noticeOf, quotation } from './card-nodes.ts';
import type { Card } from './cards.ts';
import { addressOf } from './handout.ts';
import { fill, node } from './nodes.ts';
import type { SelectionPageData } from './selection-data.ts';

/** One clause of the selection as it stands in the list: its words, a note, and what puts it in order. */

export interface Shown extends Chosen {
  card: Card;
}

/** As one says it: "CSNO 4.c". */
export const nameOf = ({ card }: Shown): string => `${card.board.short} ${card.id}`;

export function listItem(
  data: SelectionPageData,
  one: Shown,
  { first, last }: { first: boolean; last: boolean },
  noted: (note: string) => void,
): HTMLLIElement {
  const { words, lang } = data;
  const { card, key } = one;
  const clause = nameOf(one);
  const button = (name: 'up' | 'down' | 'remove', sign: string, disabled = false): HTMLButtonElement => {
    const label = fill(words[name], { clause });
    const made = node('button', { type: 'button', 'aria-label': label, title: label, 'data-do': name }, sign);
    made.disabled = disabled;
    return made;
  };
  const area = node('textarea', { rows: '2', id: `note-${key}`, maxlength: '500' });
  area.value = one.note;
  area.addEventListener('input', () => noted(area.value));
  const address = addressOf(data, card);
  return node(
    'li',
    { 'data-clause': key },
    node(
      'h2',
      {},
      node('a', { href: address }, node('b', {}, card.board.short), ' ', ...inOurWords(card.card.where, card, lang)),
    ),
    forceLine(card, data),
    quotation(card, lang),
    ...noticeOf(card, `${address}#original`),
    node('p', { class: 'hit-where' }, ...citationOf(card, lang)),
    node('p', { class: 'note-field' }, node('label', { for: area.id }, fill(words.note, { clause })), area),
    node('p', { class: 'order' }, button('up', '↑', first), button('down', '↓', last), button('remove', '×')),
  );
}
