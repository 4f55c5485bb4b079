/** "csno:4.c": a clause among all boards, as it stands in addresses, in the ledger and in the data. */

export const clauseKey = (board: string, id: string): string => `${board}:${id}`;

/** The board and the id, taken apart again. */
export function partsOf(key: string): { board: string; id: string } {
  const colon = key.indexOf(':');
  return { board: key.slice(0, colon), id: key.slice(colon + 1) };
}

/** How an id is written; it stands in addresses, so it never needs escaping. */
export const idPattern = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;
