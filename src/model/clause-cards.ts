import type { Audience } from './audience.ts';
import { clauseKey } from './clause-key.ts';
import { citePolicy, locate, plainCitation } from './cite.ts';
import { isStale, type Corpus } from './corpus.ts';
import type { Force } from './force.ts';
import type { Lang } from './lang.ts';
import { markErrors, type Annotated } from './mark-words.ts';
import { translationNotice, type Notice } from './notice.ts';
import type { Policy } from './policy.ts';

/** The clauses of one board as a selection shows, projects and prints them: fetched only for the boards that are in it. */

export interface CardRule {
  force: Force;
  /** A recommendation that advises against. */
  against?: true;
  audience: Audience;
}

export interface ClauseCard {
  label?: string;
  /** The words in the language of the page, each rule marked; where an error of the source is noted, a mark behind it. */
  words: Annotated[];
  rules: CardRule[];
  /** Whom the clause concerns. */
  audience: Audience;
  /** The ids of the clauses that it completes, outermost first: without their words it says only half. */
  within: string[];
  /** Where in the document: "art. 4 c)". */
  where: string;
  /** Below a translation, the words that count. */
  original?: Annotated[];
  /** It is a translation of words that have changed since. */
  stale?: true;
}

export interface BoardCards {
  short: string;
  name: string;
  /** How the document is cited, and its title as it stands there. */
  citation: string;
  citedTitle: string;
  language: Lang;
  /** What stands with the words; null where they are the original. */
  notice: Notice | null;
  clauses: Record<string, ClauseCard>;
  /** For an id that is no longer used, the key of the clause that says the same today. */
  retired: Record<string, string>;
}

export function boardCards(corpus: Corpus, policy: Policy, lang: Lang): BoardCards {
  const { board, short, name, language } = policy;
  const original = lang === language;
  const cards = corpus.clauses.get(board)!.placed.map((placed): [string, ClauseCard] => {
    const { clause } = placed;
    const marked = markErrors(clause, corpus.notes.get(board)!).words;
    const said = corpus.texts.get(board)![lang].clauses.get(clause.id)!;
    return [
      clause.id,
      {
        ...(said.label ? { label: said.label } : {}),
        words: original ? marked : said.words,
        rules: clause.rules.map(({ force, against, audience }) => ({
          force,
          ...(against ? { against } : {}),
          audience,
        })),
        audience: clause.audience,
        within: placed.within.map(({ id }) => id),
        where: locate(placed, lang),
        ...(original ? {} : { original: marked }),
        ...(isStale(corpus, board, clause.id, lang) ? { stale: true as const } : {}),
      },
    ];
  });
  const retired = corpus.ledger.retired.filter((one) => one.board === board);
  return {
    short,
    name,
    citation: plainCitation(citePolicy(policy, lang)),
    citedTitle: policy.title,
    language,
    notice: original ? null : translationNotice(language, lang),
    clauses: Object.fromEntries(cards),
    retired: Object.fromEntries(retired.map(({ id, successor }) => [id, clauseKey(successor.board, successor.id)])),
  };
}
