import { partsOf } from '../model/clause-key.ts';
import { toggle } from '../model/selection.ts';
import { keep, mine, onChange } from './my-selection.ts';
import { fill, node } from './nodes.ts';

/** Buttons that put a clause into one's selection or take it out, and the count in the navigation. Made by the script: without it they would do nothing. */

const count = document.querySelector<HTMLElement>('[data-selection-count]')!;
const status = document.querySelector<HTMLElement>('[data-pick-status]')!;
const words = status.dataset as Record<'add' | 'remove' | 'added' | 'removed', string>;

export const chosenKeys = (): Set<string> => new Set(mine().chosen.map(({ key }) => key));

function dress(button: HTMLButtonElement, chosen: ReadonlySet<string>): void {
  const { key = '', name = '', words: visible = '' } = button.dataset;
  const isChosen = chosen.has(key);
  button.textContent = `${isChosen ? '✓' : '+'}${visible}`;
  button.ariaLabel = fill(isChosen ? words.remove : words.add, { clause: name });
  button.title = button.ariaLabel;
}

/** `short` is the name of the board; `visible` stands behind the sign, where there is room for it. */
export function pickButton(key: string, short: string, visible = '', chosen = chosenKeys()): HTMLButtonElement {
  const name = `${short} ${partsOf(key).id}`;
  const button = node('button', {
    type: 'button',
    class: 'pick',
    'data-key': key,
    'data-name': name,
    'data-words': visible,
  });
  dress(button, chosen);
  return button;
}

function show(chosen = chosenKeys()): void {
  count.textContent = chosen.size > 0 ? `\u00A0(${chosen.size})` : '';
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-key]')) dress(button, chosen);
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-key]') : null;
  if (!button) return;
  const { key = '', name = '' } = button.dataset;
  const before = mine();
  const after = toggle(before, key);
  keep(after);
  const added = after.chosen.length > before.chosen.length;
  status.textContent = fill(added ? words.added : words.removed, { clause: name, n: after.chosen.length });
});

/** A place says which clause it shows, and how its board is called: "csno:4.c CSNO". */
const chosen = chosenKeys();
for (const place of document.querySelectorAll<HTMLElement>('[data-pick]')) {
  const [key = '', ...short] = place.dataset.pick!.split(' ');
  place.append(pickButton(key, short.join(' '), place.dataset.pickWords, chosen));
}
show(chosen);
onChange(() => show());
