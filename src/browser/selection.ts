import { move, readSelection, toggle, writeSelection, type Chosen, type Selection } from '../model/selection.ts';
import { citationOf, forceLine, inOurWords, noticeOf, quotation } from './card-nodes.ts';
import { Cards, type Card } from './cards.ts';
import { addressOf, sheets, type Handout } from './handout.ts';
import { handoutFile } from './handout-file.ts';
import { keep, mine, onChange } from './my-selection.ts';
import { fill, node } from './nodes.ts';
import { nameOf } from './picks.ts';
import { Projection } from './projection.ts';
import type { SelectionPageData } from './selection-data.ts';

/** The selection page: what is chosen lives in the address, is shown, ordered, projected and handed out. */

const data = JSON.parse(document.querySelector('[data-selection-data]')!.textContent) as SelectionPageData;
const { words, lang } = data;
const cards = new Cards(data.files, data.boards);
const within = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
const list = within<HTMLOListElement>('[data-selection]');
const remarks = within('[data-remarks]');
const status = within('[data-status]');
const paper = within('[data-sheets]');
const tools = within<HTMLFormElement>('[data-tools]');
const empty = within('[data-empty]');
const title = within<HTMLInputElement>('#title');
const input = <T extends HTMLElement>(name: string): T => tools.elements.namedItem(name) as T;

/** Some programs cut a longer address. */
const longestLink = 2000;

interface Shown extends Chosen {
  card: Card;
}

/** What is on the page. */
let selection: Selection = { title: '', chosen: [] };
let shown: Shown[] = [];
/** A selection that came by a link is shown beside one's own, which it leaves alone. */
let own = true;

const query = (withNotes: boolean): string => writeSelection(selection, withNotes);
const notesTravel = (): boolean => input<HTMLInputElement>('notes').checked;
const say = (text: string): void => {
  status.textContent = text;
};

function writeAddress(slide?: number): void {
  const pairs = input<HTMLInputElement>('pairs').checked ? '&by=2' : '';
  const projected = slide === undefined ? '' : `&p=${slide}${pairs}`;
  const search = selection.chosen.length > 0 || selection.title !== '' ? `?${query(notesTravel())}${projected}` : '';
  // On coming back one's own selection is shown as it is then, not as it was.
  history.replaceState({ own }, '', location.pathname + search);
  const link = new URL(search, location.href).href;
  const long = link.length > longestLink ? ` ${words.linkLong}` : '';
  within('[data-length]').textContent =
    search === '' ? '' : fill(words.linkLength, { n: link.length.toLocaleString(`${lang}-CA`) }) + long;
}

const projection = new Projection(within<HTMLDialogElement>('[data-projection]'), writeAddress);

function slideOf(group: readonly Shown[]): HTMLElement {
  return node(
    'div',
    { class: 'slide-clauses' },
    ...group.map(({ card }) =>
      node(
        'article',
        {},
        node('h2', {}, node('b', {}, card.board.short), ' ', ...inOurWords(card.card.where, card, lang)),
        quotation(card, lang),
        forceLine(card, data),
        ...noticeOf(card),
      ),
    ),
  );
}

function project(at = 0): void {
  const size = input<HTMLInputElement>('pairs').checked ? 2 : 1;
  const groups = Array.from({ length: Math.ceil(shown.length / size) }, (_, index) =>
    shown.slice(index * size, (index + 1) * size),
  );
  projection.open(groups.map(slideOf), at);
}

const handout = (): Handout => ({
  title: selection.title || words.untitled,
  date: new Date().toLocaleDateString(`${lang}-CA`, { dateStyle: 'long' }),
  items: shown.map(({ card, note }) => ({ card, note: input<HTMLInputElement>('printNotes').checked ? note : '' })),
  perPage: Number(input<HTMLSelectElement>('perPage').value),
});

function drawSheets(): void {
  if (shown.length === 0) paper.replaceChildren();
  else paper.replaceChildren(sheets(data, handout()));
}

function changed(): void {
  if (own) keep(selection);
  writeAddress();
  drawSheets();
}

/** What was done, said, and how to take it back. */
function sayWithUndo(text: string, before: Selection): void {
  const undo = node('button', { type: 'button' }, words.undo);
  undo.addEventListener('click', () => {
    selection = before;
    say(words.undone);
    void show().then(() => list.querySelector<HTMLElement>('button')?.focus());
  });
  status.replaceChildren(`${text} `, undo);
}

function item(one: Shown, index: number): HTMLLIElement {
  const { key, note, card } = one;
  const clause = nameOf(key);
  const button = (name: 'up' | 'down' | 'remove', sign: string, disabled = false): HTMLButtonElement => {
    const label = fill(words[name], { clause });
    const made = node('button', { type: 'button', 'aria-label': label, title: label, 'data-do': name }, sign);
    made.disabled = disabled;
    return made;
  };
  const area = node('textarea', { rows: '2', id: `note-${index}`, maxlength: '500' });
  area.value = note;
  area.addEventListener('input', () => {
    one.note = area.value;
    selection.chosen[index] = { key, note: area.value };
    changed();
  });
  const address = addressOf(data, card);
  return node(
    'li',
    { 'data-clause': key },
    node(
      'h2',
      {},
      node('a', { href: address }, node('b', {}, card.board.short), ' ', ...inOurWords(card.card.where, card, lang)),
    ),
    forceLine(card, data),
    quotation(card, lang),
    ...noticeOf(card, `${address}#original`),
    node('p', { class: 'hit-where' }, ...citationOf(card, lang)),
    node('p', { class: 'note-field' }, node('label', { for: area.id }, fill(words.note, { clause })), area),
    node(
      'p',
      { class: 'order' },
      button('up', '↑', index === 0),
      button('down', '↓', index === shown.length - 1),
      button('remove', '×'),
    ),
  );
}

function draw(): void {
  list.replaceChildren(...shown.map(item));
  const { length } = shown;
  empty.hidden = length > 0;
  tools.hidden = length === 0;
  within('[data-count]').textContent = length === 0 ? '' : fill(length === 1 ? words.one : words.more, { n: length });
  if (title.value !== selection.title) title.value = selection.title;
  changed();
}

const remark = (text: string, ...buttons: HTMLButtonElement[]): HTMLElement =>
  node('p', { class: 'remark' }, `${text} `, ...buttons.flatMap((one) => [one, ' ']));

function action(text: string, act: () => void): HTMLButtonElement {
  const button = node('button', { type: 'button' }, text);
  button.addEventListener('click', act);
  return button;
}

/** Finds the clauses of the selection; what has none is named and left out, what has moved is followed. */
async function show(said: readonly string[] = []): Promise<void> {
  const found = await cards.find(selection.chosen.map(({ key }) => key));
  const unknown: string[] = [];
  const followed: string[] = [];
  shown = [];
  for (const [index, { asked, found: card }] of found.entries()) {
    if (!card) unknown.push(asked);
    else if (card.key !== asked) followed.push(fill(words.followed, { old: nameOf(asked), clause: nameOf(card.key) }));
    if (!card || shown.some((one) => one.key === card.key)) continue;
    shown.push({ ...selection.chosen[index]!, key: card.key, card });
  }
  selection = { title: selection.title, chosen: shown.map(({ key, note }) => ({ key, note })) };
  const told = [
    ...said,
    ...(unknown.length > 0 ? [fill(words.unknown, { list: unknown.join(', ') })] : []),
    ...followed,
  ];
  if (told.length > 0) remarks.replaceChildren(...told.map((text) => remark(text)));
  draw();
}

/** A link brought another selection than the reader's own: what to do with it is the reader's to say. */
function offer(): void {
  const before = mine();
  const take = (next: Selection): void => {
    selection = next;
    own = true;
    remarks.replaceChildren();
    void show().then(() => say(words.adopted));
  };
  const merged = (): Selection =>
    selection.chosen
      .filter(({ key }) => !before.chosen.some((one) => one.key === key))
      .reduce((all, { key }) => toggle(all, key), before);
  const counts = { n: selection.chosen.length, own: before.chosen.length };
  remarks.prepend(
    remark(
      counts.own > 0 ? fill(words.received, counts) : words.receivedFirst,
      action(words.adopt, () => take(selection)),
      ...(counts.own > 0
        ? [action(words.merge, () => take(merged())), action(words.showMine, () => take(before))]
        : []),
    ),
  );
}

const keysOf = ({ chosen }: Selection): string => chosen.map(({ key }) => key).join(',');

async function open(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const { selection: arrived, malformed, repeated } = readSelection(location.search);
  const cameBack = (history.state as { own?: boolean } | null)?.own === true;
  own = !parameters.has('c') || cameBack || keysOf(arrived) === keysOf(mine());
  selection = own ? mine() : arrived;
  input<HTMLInputElement>('pairs').checked = parameters.get('by') === '2';
  input<HTMLInputElement>('notes').checked = arrived.chosen.some(({ note }) => note !== '');
  const slide = parameters.get('p');
  const said = own
    ? []
    : [
        ...(malformed.length > 0 ? [fill(words.malformed, { list: malformed.join(', ').slice(0, 300) })] : []),
        ...(repeated.length > 0 ? [fill(words.repeated, { list: repeated.join(', ') })] : []),
      ];
  remarks.replaceChildren();
  await show(said);
  if (!own) offer();
  if (slide !== null) project(Math.max(1, Number.parseInt(slide, 10) || 1) - 1);
}

async function start(): Promise<void> {
  try {
    await open();
  } catch {
    remarks.replaceChildren(
      remark(
        words.failed,
        action(words.retry, () => void start()),
      ),
    );
  }
}

function save(made: Blob, extension: string): void {
  const address = URL.createObjectURL(made);
  const name = (selection.title || words.fileName).replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  node('a', { href: address, download: `${name || words.fileName}.${extension}` }).click();
  URL.revokeObjectURL(address);
}

async function make(what: string): Promise<void> {
  say(words.making);
  try {
    if (what === 'word') {
      const { handoutDocx } = await import('./handout-docx.ts');
      save(await handoutDocx(data, handout()), 'docx');
      say(words.wordMade);
    } else {
      save(handoutFile(sheets(data, handout()), handout().title, lang), 'html');
      say(words.fileMade);
    }
  } catch {
    say(words.failed);
  }
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(`?${query(notesTravel())}`, location.href).href);
    say(notesTravel() ? words.linkCopiedNotes : words.linkCopied);
  } catch {
    say(words.copyFailed);
  }
}

async function clear(): Promise<void> {
  const before = selection;
  selection = { title: '', chosen: [] };
  await show();
  sayWithUndo(words.cleared, before);
  within('h1').focus();
}

tools.addEventListener('click', ({ target }) => {
  const what = target instanceof Element ? target.closest<HTMLElement>('[data-do]')?.dataset.do : undefined;
  if (what === 'project') project();
  else if (what === 'print') print();
  else if (what === 'link') void copyLink();
  else if (what === 'clear') void clear();
  else if (what) void make(what);
});
tools.addEventListener('submit', (event) => event.preventDefault());
tools.addEventListener('change', changed);
title.addEventListener('input', () => {
  selection = { ...selection, title: title.value };
  changed();
});

/** After a step the same button of the same clause has the focus, or the other one where the list ends. */
function step(index: number, by: -1 | 1): void {
  const { key } = selection.chosen[index]!;
  const to = index + by;
  if (!selection.chosen[to]) return;
  selection = move(selection, index, to);
  shown.splice(to, 0, ...shown.splice(index, 1));
  draw();
  const buttons = [by < 0 ? 'up' : 'down', by < 0 ? 'down' : 'up'].map((name) =>
    list.children[to]!.querySelector<HTMLButtonElement>(`[data-do=${name}]`)!,
  );
  buttons.find((button) => !button.disabled)?.focus();
  say(fill(words.moved, { clause: nameOf(key), n: to + 1, total: shown.length }));
}

function remove(index: number): void {
  const before = selection;
  const { key } = selection.chosen[index]!;
  selection = toggle(selection, key);
  shown.splice(index, 1);
  draw();
  sayWithUndo(fill(words.removed, { clause: nameOf(key) }), before);
  (
    list.children[Math.min(index, shown.length - 1)]?.querySelector<HTMLElement>('[data-do=remove]') ?? within('h1')
  ).focus();
}

list.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
  if (!button) return;
  const index = [...list.children].indexOf(button.closest('li')!);
  if (button.dataset.do === 'remove') remove(index);
  else step(index, button.dataset.do === 'up' ? -1 : 1);
});
list.addEventListener('keydown', (event) => {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
  if (!by || !event.altKey || !(event.target instanceof Element)) return;
  event.preventDefault();
  step([...list.children].indexOf(event.target.closest('li')!), by);
});

addEventListener('popstate', () => void start());
void start().then(() =>
  onChange(() => {
    if (own && keysOf(mine()) !== keysOf(selection)) void start();
  }),
);
