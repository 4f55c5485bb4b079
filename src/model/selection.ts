/** A list of clauses that somebody chose, in their order. */

export interface Chosen {
  /** "csno:4.c". */
  key: string;
  note: string;
}

export interface Selection {
  title: string;
  chosen: Chosen[];
}

/** The same clause is in a selection once. */
export function toggle({ title, chosen }: Selection, wanted: string): Selection {
  const without = chosen.filter((one) => one.key !== wanted);
  return { title, chosen: without.length < chosen.length ? without : [...chosen, { key: wanted, note: '' }] };
}
