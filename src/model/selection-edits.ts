import type { Selection } from './selection.ts';

/** What the page of the selection does with a whole selection. Apart from what every page does, which so stays small. */

export const isSame = (one: Selection, other: Selection): boolean =>
  one.title === other.title &&
  one.chosen.length === other.chosen.length &&
  one.chosen.every(({ key, note }, at) => key === other.chosen[at]!.key && note === other.chosen[at]!.note);

/** What only the second has comes behind; where both have a note or a title, that of the first stays. */
export function merge(first: Selection, second: Selection): Selection {
  const notes = new Map(second.chosen.map(({ key, note }) => [key, note]));
  const had = new Set(first.chosen.map(({ key }) => key));
  return {
    title: first.title || second.title,
    chosen: [
      ...first.chosen.map(({ key, note }) => ({ key, note: note || (notes.get(key) ?? '') })),
      ...second.chosen.filter(({ key }) => !had.has(key)),
    ],
  };
}

/** The one at `from` stands at `to`, and the others close up. */
export function move<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = [...items];
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}
