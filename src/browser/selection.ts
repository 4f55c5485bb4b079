import { isSame, merge, move } from '../model/selection-edits.ts';
import { readSelection, writeSelection } from '../model/selection-query.ts';
import type { Selection } from '../model/selection.ts';
import { forceLine, inOurWords, noticeOf, quotation } from './card-nodes.ts';
import { Cards } from './cards.ts';
import { layOut, sheets, type Handout } from './handout.ts';
import { handoutFile } from './handout-file.ts';
import { keep, mine, onChange } from './my-selection.ts';
import { fill, node } from './nodes.ts';
import { Projection } from './projection.ts';
import type { SelectionPageData } from './selection-data.ts';
import { listItem, nameOf, type Shown } from './selection-list.ts';

/** The selection page: what is chosen lives in the address, is shown, put in order, projected and handed out. */

const data = JSON.parse(document.querySelector('[data-selection-data]')!.textContent) as SelectionPageData;
const { words, lang } = data;
const cards = new Cards(data.files, data.boards);
const within = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
const list = within<HTMLOListElement>('[data-selection]');
const remarks = within('[data-remarks]');
const status = within('[data-status]');
const paper = within('[data-sheets]');
const tools = within<HTMLFormElement>('[data-tools]');
const title = within<HTMLInputElement>('#title');
const input = <T extends HTMLElement>(name: string): T => tools.elements.namedItem(name) as T;

/** Some programs cut a longer address. */
const longestLink = 2000;

/** While somebody types, the address waits: some browsers refuse to change it at every letter. */
const pause = 400;

/** What is on the page; what is kept and what is written in the address follow from it. */
let shown: readonly Shown[] = [];

/** A selection that came by a link is shown beside one's own, which it leaves alone. */
let own = true;

const selection = (): Selection => ({ title: title.value, chosen: shown.map(({ key, note }) => ({ key, note })) });

const notesTravel = (): boolean => input<HTMLInputElement>('notes').checked;

function say(text: string, ...more: Node[]): void {
  status.replaceChildren(text, ...more.flatMap((one) => [' ', one]));
}

const remark = (text: string, ...buttons: HTMLButtonElement[]): HTMLElement =>
  node('p', { class: 'remark' }, `${text} `, ...buttons.flatMap((one) => [one, ' ']));

function action(text: string, act: () => unknown): HTMLButtonElement {
  const button = node('button', { type: 'button' }, text);
  button.addEventListener('click', () => void act());
  return button;
}

/* The address. */

/** As it was last written here: a change of it comes from somebody else. */
let written = location.search;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** `slide` stands on the wall. On coming back, the history knows the notes, which the address does not tell. */
function writeAddress(slide?: number): void {
  clearTimeout(waiting);
  const pairs = input<HTMLInputElement>('pairs').checked ? '&by=2' : '';
  const projected = slide === undefined ? '' : `&p=${slide}${pairs}`;
  written = shown.length > 0 ? `?${writeSelection(selection(), notesTravel())}${projected}` : '';
  const state: Remembered = own ? { own } : { own, draft: selection() };
  history.replaceState(state, '', location.pathname + written + location.hash);
  const { length } = new URL(written, location.href).href;
  const long = length > longestLink ? ` ${words.linkLong}` : '';
  within('[data-length]').textContent = fill(words.linkLength, { n: length.toLocaleString(`${lang}-CA`) }) + long;
}

/** After each edit. With no selection of one's own, the first edit makes this one that. */
function changed({ typing = false } = {}): void {
  if (!own && mine().chosen.length === 0) {
    own = true;
    remarks.replaceChildren();
  }
  if (own) keep(selection());
  clearTimeout(waiting);
  if (typing) waiting = setTimeout(writeAddress, pause);
  else writeAddress();
}

addEventListener('pagehide', () => {
  if (waiting !== undefined) writeAddress();
});

/* The list. */

function draw(): void {
  const { length } = shown;
  list.replaceChildren(
    ...shown.map((one, index) =>
      listItem(data, one, { first: index === 0, last: index === length - 1 }, (note) => {
        one.note = note;
        changed({ typing: true });
      }),
    ),
  );
  // A title names clauses: it goes with the last of them.
  if (length === 0) title.value = '';
  within('[data-empty]').hidden = length > 0;
  tools.hidden = length === 0;
  within('[data-count]').textContent = length === 0 ? '' : fill(length === 1 ? words.one : words.more, { n: length });
}

function edit(next: readonly Shown[]): void {
  shown = next;
  draw();
  changed();
}

/** Where the focus goes when what had it is gone. */
function focusNear(index: number): void {
  const next = list.children[Math.min(index, shown.length - 1)]?.querySelector<HTMLElement>('[data-do=remove]');
  (next ?? within('h1')).focus();
}

/** Puts back what was taken out, and nothing else: what was done since stays. */
function undoButton(taken: readonly Shown[], at: number, name: string): HTMLButtonElement {
  return action(words.undo, () => {
    const gone = taken.filter(({ key }) => !shown.some((one) => one.key === key));
    if (title.value === '') title.value = name;
    edit([...shown.slice(0, at), ...gone, ...shown.slice(at)]);
    say(words.undone);
    focusNear(at);
  });
}

function remove(index: number): void {
  const one = shown[index]!;
  const name = title.value;
  edit(shown.filter((other) => other !== one));
  say(fill(words.removed, { clause: nameOf(one) }), undoButton([one], index, name));
  focusNear(index);
}

function clear(): void {
  const [taken, name] = [shown, title.value];
  edit([]);
  say(words.cleared, undoButton(taken, 0, name));
  within('h1').focus();
}

/** After a step the same button of the same clause has the focus, or the other one where the list ends. */
function step(index: number, by: -1 | 1): void {
  const to = index + by;
  if (!shown[to]) return;
  edit(move(shown, index, to));
  const buttons = [by < 0 ? 'up' : 'down', by < 0 ? 'down' : 'up'].map((name) =>
    list.children[to]!.querySelector<HTMLButtonElement>(`[data-do=${name}]`)!,
  );
  buttons.find((button) => !button.disabled)?.focus();
  say(fill(words.moved, { clause: nameOf(shown[to]!), n: to + 1, total: shown.length }));
}

const indexOf = (inside: Element): number => [...list.children].indexOf(inside.closest('li')!);

list.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
  if (!button) return;
  if (button.dataset.do === 'remove') remove(indexOf(button));
  else step(indexOf(button), button.dataset.do === 'up' ? -1 : 1);
});
list.addEventListener('keydown', (event) => {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
  if (!by || !event.altKey || !(event.target instanceof Element)) return;
  event.preventDefault();
  step(indexOf(event.target), by);
});
title.addEventListener('input', () => changed({ typing: true }));

/* Another selection. */

/** Only the last one that was asked for is shown: an earlier one that comes late is dropped. */
let turn = 0;

/** Shows another selection, once all its clauses are there; until then, and if they do not come, nothing changes. */
async function become(next: Selection, isOwn: boolean, said: readonly string[] = []): Promise<boolean> {
  turn += 1;
  const asked = turn;
  let found;
  try {
    found = await cards.find(next.chosen.map(({ key }) => key));
  } catch {
    if (asked === turn) {
      remarks.replaceChildren(
        remark(
          words.failed,
          action(words.retry, () => become(next, isOwn, said)),
        ),
      );
    }
    return false;
  }
  if (asked !== turn) return false;
  const unknown: string[] = [];
  const followed: string[] = [];
  const all: Shown[] = [];
  for (const [index, { asked: key, found: card }] of found.entries()) {
    if (!card) unknown.push(key);
    if (!card || all.some((one) => one.key === card.key)) continue;
    const one = { key: card.key, note: next.chosen[index]!.note, card };
    if (card.key !== key) followed.push(fill(words.followed, { old: key, clause: nameOf(one) }));
    all.push(one);
  }
  const told = [
    ...said,
    ...(unknown.length > 0 ? [fill(words.unknown, { list: unknown.join(', ') })] : []),
    ...followed,
  ];
  remarks.replaceChildren(...told.map((text) => remark(text)));
  own = isOwn;
  shown = all;
  title.value = next.title;
  draw();
  if (own && !isSame(selection(), mine())) keep(selection());
  writeAddress();
  if (!own && shown.length > 0) offer();
  return true;
}

/** A link brought another selection than the reader's own: what to do with it is the reader's to say. */
function offer(): void {
  const adopt = (next: () => Selection) => async (): Promise<void> => {
    const before = mine();
    if (!(await become(next(), true))) return;
    within('h1').focus();
    say(words.adopted, ...(before.chosen.length > 0 ? [action(words.undo, () => become(before, true))] : []));
  };
  const { length } = mine().chosen;
  const has = length > 0;
  remarks.prepend(
    remark(
      has ? fill(words.received, { n: shown.length, own: length }) : words.receivedFirst,
      action(words.adopt, adopt(selection)),
      ...(has
        ? [
            action(
              words.merge,
              adopt(() => merge(mine(), selection())),
            ),
            action(words.showMine, async () => {
              if (!(await become(mine(), true))) return;
              within('h1').focus();
              say(words.shownMine);
            }),
          ]
        : []),
    ),
  );
}

interface Remembered {
  own: boolean;
  draft?: Selection;
}

/** What the address asks for; on coming back, one's own as it is now, or a received one with what was written on it. */
async function open(): Promise<void> {
  written = location.search;
  const parameters = new URLSearchParams(location.search);
  const remembered = history.state as Remembered | null;
  const { selection: arrived, malformed, repeated } = readSelection(location.search);
  const kept = mine();
  const bare = { ...kept, chosen: kept.chosen.map(({ key }) => ({ key, note: '' })) };
  const isMine = isSame(arrived, kept) || isSame(arrived, bare);
  const isOwn = !parameters.has('c') || isMine || (remembered?.own === true && kept.chosen.length > 0);
  input<HTMLInputElement>('pairs').checked = parameters.get('by') === '2';
  input<HTMLInputElement>('notes').checked = arrived.chosen.some(({ note }) => note !== '');
  const said = [
    ...(malformed.length > 0 ? [fill(words.malformed, { list: malformed.join(', ').slice(0, 300) })] : []),
    ...(repeated.length > 0 ? [fill(words.repeated, { list: repeated.join(', ') })] : []),
  ];
  const slide = parameters.get('p');
  let whole = await become(isOwn ? kept : (remembered?.draft ?? arrived), isOwn, isOwn ? [] : said);
  // Of a link that holds no clause at all only the remarks are left.
  if (whole && !own && shown.length === 0 && kept.chosen.length > 0) {
    const told = [...remarks.children].map(({ textContent }) => textContent);
    whole = await become(kept, true, told);
  }
  if (whole && slide !== null) project((Number.parseInt(slide, 10) || 1) - 1);
}

addEventListener('popstate', () => {
  // A link within the page is no other selection.
  if (location.search === written) writeAddress();
  else void open();
});
onChange(() => {
  if (!own || isSame(mine(), selection())) return;
  const { id = '' } = document.activeElement ?? {};
  // Who is writing a note here goes on writing it.
  void become(mine(), true).then(() => id !== '' && document.getElementById(id)?.focus());
});

/* On the wall. */

const projection = new Projection(
  within<HTMLDialogElement>('[data-projection]'),
  within('[data-do=project]'),
  writeAddress,
);

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

/* In the hand. */

const handout = (): Handout => ({
  title: title.value || words.untitled,
  date: new Date().toLocaleDateString(`${lang}-CA`, { dateStyle: 'long' }),
  items: shown.map(({ card, note }) => ({ card, note: input<HTMLInputElement>('printNotes').checked ? note : '' })),
  perPage: Number(input<HTMLSelectElement>('perPage').value),
});

addEventListener('beforeprint', () => {
  if (shown.length > 0) layOut(paper, sheets(data, handout()), handout().perPage);
});
addEventListener('afterprint', () => paper.replaceChildren());

/** A download begins when the browser gets to it: its address is given up a minute later. */
const untilFetched = 60_000;

function save(made: Blob, extension: string): void {
  const address = URL.createObjectURL(made);
  const name = title.value.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  node('a', { href: address, download: `${name || words.fileName}.${extension}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), untilFetched);
}

async function make(what: 'word' | 'file'): Promise<void> {
  say(words.making);
  try {
    if (what === 'word') {
      const { handoutDocx } = await import('./handout-docx.ts');
      save(await handoutDocx(data, handout()), 'docx');
      say(words.wordMade);
    } else {
      const drawn = sheets(data, handout());
      layOut(paper, drawn, handout().perPage);
      save(handoutFile(drawn, handout().title, lang), 'html');
      paper.replaceChildren();
      say(words.fileMade);
    }
  } catch {
    say(words.fileFailed);
  }
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(`?${writeSelection(selection(), notesTravel())}`, location.href).href);
    say(notesTravel() ? words.linkCopiedNotes : words.linkCopied);
  } catch {
    say(words.copyFailed);
  }
}

tools.addEventListener('click', ({ target }) => {
  const what = target instanceof Element ? target.closest<HTMLElement>('[data-do]')?.dataset.do : undefined;
  if (what === 'project') project();
  else if (what === 'print') print();
  else if (what === 'link') void copyLink();
  else if (what === 'clear') clear();
  else if (what === 'word' || what === 'file') void make(what);
});
tools.addEventListener('submit', (event) => event.preventDefault());
tools.addEventListener('change', ({ target }) => {
  if (target !== title) writeAddress();
});

void open();
