import { toggle } from '../model/selection.ts';
import { keep, mine, onChange } from './my-selection.ts';
import { fill, node } from './nodes.ts';

/** Buttons that put a clause into one's selection or take it out, and the count in the navigation. Made by the script: without it they would do nothing. */

const count = document.querySelector<HTMLElement>('[data-selection-count]')!;
const status = document.querySelector<HTMLElement>('[data-pick-status]')!;
const words = status.dataset as Record<'add' | 'remove' | 'added' | 'removed', string>;

/** "csno:4.c" as one says it. */
export const nameOf = (key: string): string => key.replace(/^[^:]*:/, (board) => board.toUpperCase().replace(':', ' '));

function dress(button: HTMLButtonElement): void {
  const { key = '', words: visible = '' } = button.dataset;
  const chosen = mine().chosen.some((one) => one.key === key);
  button.textContent = `${chosen ? '✓' : '+'}${visible}`;
  button.ariaLabel = fill(chosen ? words.remove : words.add, { clause: nameOf(key) });
  button.title = button.ariaLabel;
}

/** `visible` stands behind the sign, where there is room for it. */
export function pickButton(key: string, visible = ''): HTMLButtonElement {
  const button = node('button', { type: 'button', class: 'pick', 'data-key': key, 'data-words': visible });
  dress(button);
  return button;
}

function show(): void {
  const { length } = mine().chosen;
  count.textContent = length > 0 ? ` (${length})` : '';
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-key]')) dress(button);
}

document.addEventListener('click', ({ target }) => {
  const key = target instanceof Element ? target.closest<HTMLElement>('button[data-key]')?.dataset.key : undefined;
  if (!key) return;
  const before = mine();
  const after = toggle(before, key);
  keep(after);
  const added = after.chosen.length > before.chosen.length;
  status.textContent = fill(added ? words.added : words.removed, { clause: nameOf(key), n: after.chosen.length });
});

for (const place of document.querySelectorAll<HTMLElement>('[data-pick]')) {
  place.append(pickButton(place.dataset.pick!, place.dataset.pickWords));
}
show();
onChange(show);
