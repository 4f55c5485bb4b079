import type { EditionFile } from './edition.ts';

/** Where the bytes of a file are on this device already, under the name of another edition. */
export interface Source<Place> {
  place: Place;
  path: string;
}

export interface Plan<Place> {
  copied: { path: string; from: Source<Place> }[];
  fetched: EditionFile[];
  /** That are to be fetched. */
  bytes: number;
}

/** What is yet to be done to have all files, some of which are there, while others have not changed since an older edition. */
export function planOf<Place>(
  files: readonly EditionFile[],
  there: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source<Place>>,
): Plan<Place> {
  const missing = files.filter(({ path }) => !there.has(path));
  const copied = missing.flatMap(({ path, hash }) => {
    const from = sources.get(hash);
    return from ? [{ path, from }] : [];
  });
  const fetched = missing.filter(({ hash }) => !sources.has(hash));
  return { copied, fetched, bytes: fetched.reduce((sum, { bytes }) => sum + bytes, 0) };
}
