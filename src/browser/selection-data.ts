import type { Lang } from '../model/lang.ts';
import type { ForceWords } from './said-nodes.ts';

/** Sentences of the dictionary that the selection's script says. */
export const selectionWords = [
  'one',
  'more',
  'malformed',
  'unknown',
  'repeated',
  'followed',
  'received',
  'receivedFirst',
  'adopt',
  'merge',
  'showMine',
  'adopted',
  'shownMine',
  'unmarked',
  'note',
  'notePrinted',
  'up',
  'down',
  'remove',
  'moved',
  'removed',
  'cleared',
  'undo',
  'undone',
  'linkCopied',
  'linkCopiedNotes',
  'copyFailed',
  'linkLength',
  'linkLong',
  'failed',
  'retry',
  'qr',
  'wordMade',
  'fileMade',
  'fileFailed',
  'making',
  'fileName',
  'untitled',
] as const;

/** What the selection page hands to its script. */
export interface SelectionPageData {
  lang: Lang;
  boards: string[];
  /** Where the clauses of each board are. */
  files: string;
  /** An address in which BOARD and CLAUSE stand for the ids. */
  clausePage: string;
  /** At the foot of every sheet. */
  attribution: string;
  words: Record<(typeof selectionWords)[number], string> & ForceWords;
}
