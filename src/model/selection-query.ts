import { idPattern, partsOf } from './clause-key.ts';
import type { Chosen, Selection } from './selection.ts';

/**
 * A selection as it stands in an address: "?c=csno:4.c,cstl:3.2.1.r3&t=Une heure". A note goes along only where its writer wants it to:
 * "n2" is the note on the second clause.
 */

export interface SelectionReading {
  selection: Selection;
  /** What is no id, as it was written. */
  malformed: string[];
  /** Ids that stand there again. */
  repeated: string[];
}

function isKey(text: string): boolean {
  const { board, id } = partsOf(text);
  return /^[a-z0-9-]+$/.test(board) && idPattern.test(id);
}

export function readSelection(query: string): SelectionReading {
  const parameters = new URLSearchParams(query);
  const written = (parameters.get('c') ?? '').split(',').map((part) => part.trim());
  const chosen: Chosen[] = [];
  const malformed: string[] = [];
  const repeated: string[] = [];
  const seen = new Set<string>();
  written.forEach((part, index) => {
    if (part === '') return;
    if (!isKey(part)) malformed.push(part);
    else if (seen.has(part)) repeated.push(part);
    else chosen.push({ key: part, note: parameters.get(`n${index + 1}`) ?? '' });
    seen.add(part);
  });
  return { selection: { title: parameters.get('t') ?? '', chosen }, malformed, repeated };
}

const pair = (name: string, value: string): string => new URLSearchParams({ [name]: value }).toString();

/** Without its question mark. Ids need no escaping, so that sixty of them stay a short link that one can read. */
export function writeSelection({ title, chosen }: Selection, withNotes: boolean): string {
  const notes = chosen.flatMap(({ note }, index) => (withNotes && note !== '' ? [pair(`n${index + 1}`, note)] : []));
  return [`c=${chosen.map((one) => one.key).join(',')}`, ...(title === '' ? [] : [pair('t', title)]), ...notes].join(
    '&',
  );
}
