import { cellWord } from '../i18n/cell-word.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { forceWord } from '../i18n/force-word.ts';
import { locate } from '../model/cite.ts';
import { ruleIn, type Corpus } from '../model/corpus.ts';
import type { Lang } from '../model/lang.ts';
import type { Cell } from '../model/matrix.ts';
import { plainNotice } from '../model/notice.ts';
import type { Policy } from '../model/policy.ts';

/** What a cell of the matrix says in a table for Word or Excel: the same facts in the same order as on the page. */

export interface AnsweringWords {
  force: string;
  /** In the language of the table. */
  quote: string;
  /** The words that count, where the quotation is a translation of them. */
  original?: string;
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

/** What stands with the words of a translation; nothing with those of an original. */
export const noticeOf = ({ language }: Policy, lang: Lang, stale = false): string[] =>
  language === lang ? [] : [plainNotice(language, lang, stale)];

export function answerOf(cell: Cell, corpus: Corpus, lang: Lang): Answer {
  const t = dictionary(lang);
  const { placed, indexOf } = corpus.clauses.get(cell.board)!;
  const { language } = corpus.policies.find(({ board }) => board === cell.board)!;
  const word = cellWord(t, cell) + (cell.tension ? ` (${t.cell.tension})` : '');
  const words = cell.rules.map(({ clause, index, rule }) => ({
    force: forceWord(t, rule),
    quote: ruleIn(corpus, { board: cell.board, clause, index }, lang).quote,
    ...(lang === language ? {} : { original: rule.quote }),
    where:
      locate(placed[indexOf.get(clause)!]!, lang) +
      (rule.audience === 'staff' ? '' : `; ${t.cell.for} ${t.audiences[rule.audience]}`),
    clause,
  }));
  const several = new Set(words.map(({ force }) => force)).size > 1;
  return { word, words, several, ...(cell.note ? { note: cell.note[lang] } : {}) };
}
