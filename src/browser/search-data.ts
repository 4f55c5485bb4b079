import type { Audience } from '../model/audience.ts';
import type { Force } from '../model/force.ts';
import type { Lang } from '../model/lang.ts';
import type { Catalogue } from '../model/search/catalogue.ts';

/** What the search page hands to its script. */
export interface SearchPageData {
  lang: Lang;
  catalogue: Catalogue;
  /** The engine's name for each clause, then for each question. */
  documents: string[];
  /** Changes with the index. */
  tag: string;
  /** Where the index and the words of the clauses are. */
  files: string;
  shardSize: number;
  /** How each board's document is cited. */
  citations: string[];
  /** Addresses in which BOARD and CLAUSE stand for the ids. */
  clausePage: string;
  policyPage: string;
  topicPages: string[];
  /** Boards whose copy lacks something: they are silent as received. */
  lacking: string[];
  /** "board question": the text points to another document. */
  elsewhere: string[];
  words: Record<
    | 'any'
    | 'mineFirst'
    | 'mineUndo'
    | 'loading'
    | 'one'
    | 'more'
    | 'none'
    | 'filteredOut'
    | 'unknown'
    | 'corrected'
    | 'phrase'
    | 'asked'
    | 'silent'
    | 'silentReceived'
    | 'elsewhere'
    | 'nobody'
    | 'sharing'
    | 'proof'
    | 'next'
    | 'inContext'
    | 'failed'
    | 'retry'
    | 'for',
    string
  > & { forces: Record<Force | 'against', string>; audiences: Record<Audience, string> };
}
