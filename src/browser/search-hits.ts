import { topicOf } from '../model/search/catalogue.ts';
import { stem, wordsOf } from '../model/search/words.ts';
import type { Lang } from '../model/lang.ts';
import { saidForces } from '../model/said-force.ts';
import { typeset } from '../model/typography.ts';
import { fill, node, type Child } from './nodes.ts';
import { pickButton } from './picks.ts';
import { forceSpans, noticeLine } from './said-nodes.ts';
import type { SearchPageData } from './search-data.ts';
import type { ClauseRecord } from '../model/search/shards.ts';

/** Draws what was found. */

/** The text with the words that were looked for marked, in whatever form they stand. */
function marked(text: string, lang: Lang, stems: readonly string[]): Child[] {
  const isFound = (word: string): boolean =>
    wordsOf(word).some((part) => {
      const found = stem(part, lang);
      return stems.some((wanted) => found === wanted || (wanted.length > 4 && found.startsWith(wanted)));
    });
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((part, index) => (index % 2 === 1 && isFound(part) ? node('mark', {}, part) : part));
}

export function hit(
  data: SearchPageData,
  place: number,
  record: ClauseRecord,
  stems: readonly string[],
  asked: readonly number[],
): HTMLLIElement {
  const { catalogue, words, lang } = data;
  const clause = catalogue.clauses[place]!;
  const board = catalogue.boards[clause.board]!;
  const key = `${board.id}:${clause.id}`;
  const put = (address: string): string => address.replace('BOARD', board.id).replace('CLAUSE', clause.id);
  // What the clause says on the question that was asked comes first.
  const answers = (rule: (typeof clause.rules)[number]): boolean =>
    rule.on.some((question) => asked.includes(question));
  const rules = clause.rules.toSorted((a, b) => Number(answers(b)) - Number(answers(a)));
  const said = saidForces(rules.map(({ audience = clause.audience, ...rule }) => ({ ...rule, audience })));
  return node(
    'li',
    { class: 'hit', 'data-clause': key },
    node(
      'p',
      { class: 'hit-head' },
      node('a', { href: put(data.clausePage) }, node('b', {}, board.short), ` ${clause.id}`),
      ...forceSpans(said, words, lang),
    ),
    node(
      'p',
      { class: 'quoted' },
      ...(record.label ? [`${record.label} `] : []),
      ...marked(typeset(record.text, lang), lang, stems),
    ),
    ...noticeLine(data.notices[clause.board], record.stale, `${put(data.clausePage)}#original`),
    node(
      'p',
      { class: 'hit-where' },
      node('span', {}, typeset(`${data.citations[clause.board]}, ${record.where}`, lang)),
      ' · ',
      node('span', {}, typeset(record.titles.join(' › '), lang)),
      ' · ',
      node('a', { href: `${put(data.policyPage)}#${clause.id}` }, words.inContext),
      ' ',
      pickButton(key, board.short),
    ),
  );
}

/** The question that was asked, and which boards say nothing of it. */
export function askedPanel(
  data: SearchPageData,
  question: number,
  boards: readonly number[],
  topicPages: readonly string[],
): HTMLElement {
  const { catalogue, words, lang } = data;
  const { id, text } = catalogue.questions[question]!;
  const page = topicPages[catalogue.topics.indexOf(topicOf(id))]!;
  const answering = new Set(
    catalogue.clauses.filter(({ rules }) => rules.some(({ on }) => on.includes(question))).map(({ board }) => board),
  );
  const silent = boards.filter((board) => !answering.has(board));
  const kind = (board: string): 'elsewhere' | 'silentReceived' | 'silent' =>
    data.elsewhere.includes(`${board} ${id}`)
      ? 'elsewhere'
      : data.lacking.includes(board)
        ? 'silentReceived'
        : 'silent';
  const told = (board: number): HTMLElement => {
    const { id: name, short } = catalogue.boards[board]!;
    return node(
      'p',
      { class: 'silent-board', 'data-silent': name },
      node('strong', {}, fill(words[kind(name)], { board: short })),
      ' ',
      node('a', { href: `${page}#${id}-${name}` }, words.proof),
    );
  };
  return node(
    'div',
    { class: 'asked', 'data-question': id },
    node('p', {}, `${words.asked} `, node('a', { href: `${page}#${id}` }, typeset(text, lang))),
    ...(answering.size === 0
      ? [
          node(
            'p',
            { 'data-silent': 'all' },
            node('strong', {}, words.nobody),
            ' ',
            node('a', { href: `${page}#${id}` }, words.proof),
          ),
        ]
      : silent.map(told)),
  );
}
