import { distance } from 'fastest-levenshtein';

/** How many letters of a word may be wrong. */
const allowed = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** Two neighbours changed places: "freind". One slip of the fingers, though two letters differ. */
const swapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/** The known word that was most likely meant; of words as near, the one that begins alike, then the one as long. */
export function correct(word: string, known: readonly string[]): string | undefined {
  const most = allowed(word);
  let best: { candidate: string; cost: number } | undefined;
  for (const candidate of known) {
    // Nearly every short word is near another.
    if (allowed(candidate) === 0) continue;
    if (Math.abs(candidate.length - word.length) > Math.max(1, most)) continue;
    const edits = swapped(word, candidate) ? 1 : distance(word, candidate);
    if (edits > most) continue;
    const cost = edits + (candidate[0] === word[0] ? 0 : 0.6) + Math.abs(candidate.length - word.length) * 0.1;
    if (!best || cost < best.cost) best = { candidate, cost };
  }
  return best?.candidate;
}
