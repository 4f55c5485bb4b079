import './everywhere.ts';
import { countFacets, facetNames, limit, type Limits } from '../model/search/facets.ts';
import { isEmptyWord, wordsOf } from '../model/search/words.ts';
import { typeset } from '../model/typography.ts';
import { fill, node } from './nodes.ts';
import type { SearchPageBoards, SearchPageData } from './search-data.ts';
import { SearchEngine, type Found } from './search-engine.ts';
import { askedPanel, hit } from './search-hits.ts';

/** The search page: what is typed and chosen lives in the address, and is answered as it is typed. */

const box = document.querySelector<HTMLInputElement>('main #q')!;
const filters = document.querySelector<HTMLFormElement>('[data-filters]')!;
const status = document.querySelector<HTMLElement>('[data-status]')!;

/** What many boards have does not stand in the page. */
async function readData(): Promise<SearchPageData> {
  const { textContent, dataset } = document.querySelector<HTMLElement>('[data-search-data]')!;
  const inPage = JSON.parse(textContent) as SearchPageData;
  if (!dataset.boards) return inPage;
  try {
    const fetched = await fetch(dataset.boards);
    return { ...inPage, ...((await fetched.json()) as SearchPageBoards) };
  } catch (error) {
    status.textContent = inPage.words.failed;
    throw error;
  }
}

const data = await readData();
const { catalogue, words } = data;
const answer = document.querySelector<HTMLElement>('[data-answer]')!;
const topics = document.querySelector<HTMLElement>('[data-topics]')!;
/** The page lists the topics, in the order of the catalogue. */
const topicPages = [...topics.querySelectorAll('a')].map(({ href }) => href);
const select = (name: string): HTMLSelectElement => filters.elements.namedItem(name) as HTMLSelectElement;
const engine = new SearchEngine(data);

const atOnce = 10;
const stored = 'balises.board';

/** The reader's own board. Storage may be forbidden: then the choice lasts as long as the page. */
let mine = '';
try {
  const kept = localStorage.getItem(stored);
  // What is no board, or no longer one, is as good as nothing.
  mine = catalogue.boards.find(({ id }) => id === kept)?.id ?? '';
} catch {
  mine = '';
}

function keepMine(board: string): void {
  mine = board;
  try {
    if (board === '') localStorage.removeItem(stored);
    else localStorage.setItem(stored, board);
  } catch {
    // Kept for this page only.
  }
}

const limits = (): Limits => ({
  board: select('board').value,
  topic: select('topic').value,
  force: select('force').value,
  audience: select('audience').value,
});

function readAddress(): void {
  const search = new URLSearchParams(location.search);
  box.value = search.get('q') ?? '';
  for (const name of facetNames) {
    const value = search.get(name) ?? '';
    select(name).value = [...select(name).options].some((option) => option.value === value) ? value : '';
  }
  select('mine').value = mine;
}

function writeAddress(): void {
  const url = new URL(location.href);
  const chosen: Record<string, string> = { q: box.value.trim(), ...limits() };
  for (const [name, value] of Object.entries(chosen)) {
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  history.replaceState(null, '', url);
}

const place = (board: string): number[] => {
  const found = catalogue.boards.findIndex(({ id }) => id === board);
  return found < 0 ? [] : [found];
};

/** « 3 » after each choice: how many clauses it leaves. */
function countChoices(found: readonly number[]): void {
  const counts = countFacets(catalogue, found, limits());
  for (const name of facetNames) {
    for (const option of select(name).options) {
      option.dataset.text ??= option.text;
      if (option.value !== '') option.text = `${option.dataset.text} (${counts[name].get(option.value) ?? 0})`;
    }
  }
}

function remarks({ corrected, unknown, missing }: Found): HTMLElement[] {
  const list = (texts: string[]): string => texts.map((text) => typeset(data.quotes.join(text), data.lang)).join(', ');
  const said = [
    ...(corrected.length > 0
      ? [
          fill(words.corrected, {
            words: list(corrected.map(({ meant }) => meant)),
            typed: list(corrected.map(({ typed }) => typed)),
          }),
        ]
      : []),
    ...(unknown.length > 0 ? [fill(words.unknown, { words: list(unknown) })] : []),
    ...(missing ? [fill(words.phrase, { words: list([missing]) })] : []),
  ];
  return said.map((text) => node('p', { class: 'remark' }, text));
}

/** Where nothing answers, a beacon without its topmark stands beside the words. */
function say(text: string, unanswered = false): void {
  status.textContent = text;
  status.parentElement!.classList.toggle('unanswered', unanswered);
}

async function hits(list: HTMLOListElement, found: Found, places: readonly number[]): Promise<void> {
  const from = list.children.length;
  const next = places.slice(from, from + atOnce);
  const records = await engine.records(next);
  list.append(...next.map((one, index) => hit(data, one, records[index]!, found.stems, found.asked)));
  const left = places.length > from + atOnce;
  list.nextElementSibling?.remove();
  if (!left) return;
  const button = node('button', { type: 'button' }, words.next);
  button.addEventListener('click', () => {
    void hits(list, found, places).then(() => list.children[from + atOnce]?.querySelector('a')?.focus());
  });
  list.after(button);
}

function count(n: number, found: Found): string {
  if (n > 0) return fill(n === 1 ? words.one : words.more, { n });
  return found.clauses.length > 0 ? words.filteredOut : words.none;
}

/** Only the last question is answered: an earlier one that comes late is dropped. */
let turn = 0;

async function show(): Promise<void> {
  turn += 1;
  const own = turn;
  const typed = box.value.trim();
  const chosen = limits();
  const limited = facetNames.some((name) => chosen[name] !== '');
  if (typed === '' && !limited) {
    answer.replaceChildren();
    say('');
    topics.hidden = false;
    return;
  }
  const found = await engine.find(typed, place(mine));
  const places = limited ? limit(catalogue, found.clauses, chosen) : found.helpful;
  const list = node('ol', { class: 'hits', role: 'list' });
  const drawn = node('div', {}, ...remarks(found));
  const boards = [...new Set([...place(chosen.board), ...found.boards, ...place(mine)])];
  const understood = wordsOf(typed).some((word) => !isEmptyWord(word));
  const [question] = understood ? found.asked : [];
  if (question !== undefined) drawn.append(askedPanel(data, question, boards, topicPages));
  const unanswered = drawn.querySelector<HTMLElement>('[data-silent]')?.dataset.silent;
  if (mine !== '' && places.length > 0) {
    const undo = node('button', { type: 'button' }, words.mineUndo);
    undo.addEventListener('click', () => {
      keepMine('');
      select('mine').value = '';
      void answerNow();
    });
    const { short } = catalogue.boards[place(mine)[0]!]!;
    drawn.append(node('p', { class: 'remark' }, `${fill(words.mineFirst, { board: short })} `, undo));
  }
  // Never an answer borrowed: what follows a silence is said to be somebody else's, or to share words only.
  if (unanswered && places.length > 0 && chosen.board === '') {
    drawn.append(node('p', { class: 'remark' }, unanswered === 'all' ? words.sharing : words.others));
  }
  if (places.length > 0 && !found.fits && !unanswered) drawn.append(node('p', { class: 'remark' }, words.near));
  if (places.length > 0) drawn.append(list);
  await hits(list, found, places);
  if (own !== turn) return;
  answer.replaceChildren(drawn);
  answer.dataset.answers = typed;
  say(count(places.length, found), places.length === 0);
  topics.hidden = places.length > 0;
  countChoices(found.clauses);
}

async function answerNow(): Promise<void> {
  try {
    await show();
  } catch {
    engine.restart();
    const retry = node('button', { type: 'button' }, words.retry);
    retry.addEventListener('click', () => void answerNow());
    say(words.failed, true);
    answer.replaceChildren(retry);
    topics.hidden = false;
  }
}

box.addEventListener('input', () => {
  writeAddress();
  void answerNow();
});
box.form!.addEventListener('submit', (event) => {
  event.preventDefault();
  writeAddress();
  void answerNow();
});
filters.addEventListener('change', ({ target }) => {
  if (target === select('mine')) keepMine(select('mine').value);
  writeAddress();
  void answerNow();
});
addEventListener('popstate', () => {
  readAddress();
  void answerNow();
});

filters.hidden = false;
readAddress();
filters.querySelector('details')!.open = facetNames.some((name) => limits()[name] !== '');
writeAddress();
void answerNow();
