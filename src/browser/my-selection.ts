import type { Selection } from '../model/selection.ts';

/** The reader's own selection, kept in this browser and nowhere else. */

const stored = 'balises.selection';

const kept = 'balises:kept';

let here = '';

/** Storage may be forbidden, or full: then the selection lasts as long as the page, and what is stored no longer counts. */
let refused = false;

/** What is stored may be anything: other pages of the same host can write there. */
function read(text: string): Selection {
  try {
    const { title, chosen } = JSON.parse(text) as Selection;
    return { title: String(title), chosen: chosen.map(({ key, note }) => ({ key: String(key), note: String(note) })) };
  } catch {
    return { title: '', chosen: [] };
  }
}

export function mine(): Selection {
  try {
    if (!refused) here = localStorage.getItem(stored) ?? '';
  } catch {
    refused = true;
  }
  return read(here);
}

export function keep(selection: Selection): void {
  here = selection.chosen.length > 0 ? JSON.stringify(selection) : '';
  try {
    if (here === '') localStorage.removeItem(stored);
    else localStorage.setItem(stored, here);
  } catch {
    refused = true;
  }
  dispatchEvent(new Event(kept));
}

/** Says when the selection may have changed: here, in another window, or while one was on another page. */
export function onChange(tell: () => void): void {
  for (const event of [kept, 'storage']) addEventListener(event, tell);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) tell();
  });
}
