import { editionSizeFile, type Edition, type EditionSize } from '../model/edition.ts';
import { base, listAddress } from './kept.ts';

/** What the host publishes now. */

/** How long it may take to learn that, before the network is said not to answer. */
const patience = 8000;

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}

export const publishedSize = (): Promise<EditionSize> => fetchJson(base + editionSizeFile);
export const publishedEdition = (): Promise<Edition> => fetchJson(listAddress);
