import { editionFile, editionSizeFile, type Edition } from '../model/edition.ts';

/**
 * What is kept on this device, for pages and for the worker. Two kinds of caches, both ours by their beginning, since other sites may be
 * published below other folders of the same host: one for what was visited, one for each edition that is taken along.
 */

export const base = import.meta.env.BASE_URL;
const beginning = `balises:${base}:`;
export const visitedName = `${beginning}visited`;
const editionBeginning = `${beginning}edition:`;
export const editionName = (edition: string): string => `${editionBeginning}${edition}`;

/** Put into the cache of an edition last of all: only one that holds it is whole. */
export const wholeMark = `${base}${editionSizeFile}`;
/** Put into it first of all: which files it is to have. */
export const listAddress = `${base}${editionFile}`;

export const ownCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(beginning));

export interface KeptEdition {
  edition: string;
  cache: Cache;
  whole: boolean;
}

/** The oldest first. */
export async function keptEditions(): Promise<KeptEdition[]> {
  const names = (await ownCaches()).filter((name) => name.startsWith(editionBeginning));
  return Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      const edition = name.slice(editionBeginning.length);
      return { edition, cache, whole: (await cache.match(wholeMark)) !== undefined };
    }),
  );
}

/** That which pages are read from. */
export const newestWhole = (editions: readonly KeptEdition[]): KeptEdition | undefined =>
  editions.findLast(({ whole }) => whole);

export const wholeEdition = async (): Promise<KeptEdition | undefined> => newestWhole(await keptEditions());

/** The addresses that a cache holds, below the folder of the site. */
export const pathsIn = async (cache: Cache): Promise<string[]> =>
  (await cache.keys()).map(({ url }) => new URL(url).pathname.slice(base.length));

/** Which files an edition is to have, as it was said when it was begun. */
export const listOf = async (cache: Cache): Promise<Edition | undefined> =>
  (await cache.match(listAddress))?.json() as Promise<Edition | undefined>;

/** Pages that were visited; nothing is made where nothing was kept. */
export const visited = async (): Promise<Cache | undefined> =>
  (await caches.has(visitedName)) ? caches.open(visitedName) : undefined;

export async function dropAll(): Promise<void> {
  await Promise.all((await ownCaches()).map((name) => caches.delete(name)));
}
