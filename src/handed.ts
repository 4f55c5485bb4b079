import type { Made } from './made/made.ts';
import type { Corpus } from './model/corpus.ts';

/** What a build has read and checked before Astro bundles the pages' modules anew: it is not read again. */
export interface Handed {
  corpus: Corpus;
  made: Made;
}

const key = Symbol.for('balises.handed');
const shared = globalThis as { [key]?: Handed };

export function handOver(what: Handed): void {
  shared[key] = what;
}

export const handed = (): Handed | undefined => shared[key];
