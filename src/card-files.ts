import type { Board } from './browser/cards.ts';
import { contentHash } from './content-hash.ts';
import { placeAndDate } from './i18n/place-and-date.ts';
import { boardCards } from './model/clause-cards.ts';
import type { Corpus } from './model/corpus.ts';
import type { Lang } from './model/lang.ts';

/** What the selection page fetches: the clauses of each board, in one language. */

export interface CardFiles {
  /** Below /cards/. It is named by what its files hold: a page never gets those of another edition. */
  folder: string;
  /** "csno.json" …, by their names in that folder. */
  files: Map<string, string>;
}

export function cardFiles(corpus: Corpus, lang: Lang): CardFiles {
  const files = corpus.policies.map((policy): [string, string] => {
    const board: Board = { ...boardCards(corpus, policy, lang), place: placeAndDate(policy, lang) };
    return [`${policy.board}.json`, JSON.stringify(board)];
  });
  return { folder: `${lang}/${contentHash(...files.flat())}/`, files: new Map(files) };
}
