import { distance } from 'fastest-levenshtein';

/**
 * The one known name within two edits of `found`, and closer to it than a wholly different word of its length. A guess further
 * off, or one of two as near, would be worse than none.
 */
export function near(found: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(3, found.length);
  for (const name of new Set(known)) {
    const edits = distance(found.toLowerCase(), name.toLowerCase());
    if (edits < bestDistance) [best, bestDistance] = [name, edits];
    else if (edits === bestDistance) best = undefined;
  }
  return best;
}
