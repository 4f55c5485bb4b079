import { readSelection, writeSelection, type Selection } from '../model/selection.ts';

/** The reader's own selection, kept in this browser and nowhere else, as it would stand in an address. */

const stored = 'balises.selection';

const kept = 'balises:kept';

/** Storage may be forbidden: then the selection lasts as long as the page. */
let here = '';

export function mine(): Selection {
  try {
    here = localStorage.getItem(stored) ?? '';
  } catch {
    // What this page knows is all there is.
  }
  return readSelection(here).selection;
}

export function keep(selection: Selection): void {
  here = selection.chosen.length > 0 || selection.title !== '' ? writeSelection(selection, true) : '';
  try {
    if (here === '') localStorage.removeItem(stored);
    else localStorage.setItem(stored, here);
  } catch {
    // Kept for this page only.
  }
  dispatchEvent(new Event(kept));
}

/** Says when the selection may have changed: here, in another window, or while one was on another page. */
export function onChange(tell: () => void): void {
  for (const event of [kept, 'storage', 'pageshow']) addEventListener(event, tell);
}
