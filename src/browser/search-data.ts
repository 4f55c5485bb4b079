import type { Lang } from '../model/lang.ts';
import type { Notice } from '../model/notice.ts';
import type { Catalogue } from '../model/search/catalogue.ts';
import type { ForceWords } from './said-nodes.ts';

/** Sentences of the dictionary that the script says. */
export const searchWords = [
  'mineFirst',
  'mineUndo',
  'one',
  'more',
  'none',
  'filteredOut',
  'unknown',
  'corrected',
  'phrase',
  'asked',
  'silent',
  'silentReceived',
  'elsewhere',
  'nobody',
  'others',
  'sharing',
  'near',
  'proof',
  'next',
  'inContext',
  'failed',
  'retry',
] as const;

/** Where the index of a language is, with its words and its clauses. */
export interface IndexData {
  lang: Lang;
  files: string;
  /** By which the engine asks for its index. */
  tag: string;
}

/** What grows with the boards. */
export interface SearchPageBoards {
  catalogue: Catalogue;
  shardSize: number;
  /** What stands with the words of each board; null where they are the original. */
  notices: (Notice | null)[];
  /** How each board's document is cited. */
  citations: string[];
  /** Boards whose copy lacks something: they are silent as received. */
  lacking: string[];
  /** "board question": the text points to another document. */
  elsewhere: string[];
}

/** What is the same however many boards there are. */
export interface SearchPageFrame {
  lang: Lang;
  /** That of the page's language first. */
  indexes: IndexData[];
  /** Addresses in which BOARD and CLAUSE stand for the ids. */
  clausePage: string;
  policyPage: string;
  /** What opens and closes a quotation. */
  quotes: readonly [string, string];
  words: Record<(typeof searchWords)[number], string> & ForceWords;
}

export type SearchPageData = SearchPageFrame & SearchPageBoards;
