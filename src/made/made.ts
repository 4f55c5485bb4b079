import type { Corpus } from '../model/corpus.ts';
import type { Lang } from '../model/lang.ts';
import { fullAddresses, officeFiles, type OfficeFile } from '../office/files.ts';
import { makeSearchIndex, type SearchIndex } from '../search-index.ts';

/** What is made of all the clauses together: with hundreds of boards it takes minutes. */
export interface Made {
  searchIndex: (lang: Lang) => Promise<SearchIndex>;
  officeFile: (name: OfficeFile) => Promise<Uint8Array<ArrayBuffer>>;
}

export interface Order {
  corpus: Corpus;
  site: string | undefined;
  base: string;
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}

/** While authors work: each when it is first asked for. */
export function madeHere({ corpus, site, base }: Order): Made {
  return {
    searchIndex: once((lang) => makeSearchIndex(corpus, lang)),
    officeFile: once((name) => officeFiles[name](corpus, fullAddresses(site, base))),
  };
}
