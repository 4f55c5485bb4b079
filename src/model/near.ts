import { distance } from 'fastest-levenshtein';

/** The one known name within two edits of `found`. A guess further off would be worse than none. */
export function near(found: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = 3;
  for (const name of known) {
    const edits = distance(found.toLowerCase(), name.toLowerCase());
    if (edits < bestDistance) [best, bestDistance] = [name, edits];
  }
  return best;
}
