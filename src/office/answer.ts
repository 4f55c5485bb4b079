import { cellWord } from '../i18n/cell-word.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { forceWord } from '../i18n/force-word.ts';
import { locate } from '../model/cite.ts';
import type { Corpus } from '../model/corpus.ts';
import type { Lang } from '../model/lang.ts';
import type { Cell } from '../model/matrix.ts';

/** What a cell of the matrix says in a table for Word or Excel: the same facts in the same order as on the page. */

export interface AnsweringWords {
  force: string;
  /** In the words of the source. */
  quote: string;
  /** Where the words stand, and whom they concern if not the staff: "art. 4 c); vise les élèves". */
  where: string;
  clause: string;
}

export interface Answer {
  /** The strongest force, or the kind of silence, in a word. */
  word: string;
  words: AnsweringWords[];
  /** The words differ in force: each is headed by its own. */
  several: boolean;
  note?: string;
}

export function answerOf(cell: Cell, corpus: Corpus, lang: Lang): Answer {
  const t = dictionary(lang);
  const { placed, indexOf } = corpus.clauses.get(cell.board)!;
  const word = cellWord(t, cell) + (cell.tension ? ` (${t.cell.tension})` : '');
  const words = cell.rules.map(({ clause, rule }) => ({
    force: forceWord(t, rule),
    quote: rule.quote,
    where:
      locate(placed[indexOf.get(clause)!]!, lang) +
      (rule.audience === 'staff' ? '' : `; ${t.cell.for} ${t.audiences[rule.audience]}`),
    clause,
  }));
  const several = new Set(words.map(({ force }) => force)).size > 1;
  return { word, words, several, ...(cell.note ? { note: cell.note[lang] } : {}) };
}
