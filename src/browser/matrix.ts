import { markupOf, node } from './nodes.ts';
import { chosenKeys, pickButton } from './picks.ts';

/** The tables of the matrix: the choice lives in the address, what is shown can be copied, its clauses picked. */

const form = document.querySelector<HTMLFormElement>('[data-filter]')!;
const table = document.querySelector<HTMLTableElement>('.matrix')!;
const tools = document.querySelector<HTMLElement>('[data-tools]')!;
const head = table.tHead!.rows[0]!;
const boxes = [...form.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
/** What a column stands for, as its cells say it and as its box is called. */
const [key, columnBox] = table.matches('.by-board') ? (['criterion', 'q'] as const) : (['board', 'b'] as const);

const chosen = (name: string): string[] =>
  boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);

/** A comparison regroups its questions; within a group they keep the order of the topics. */
const rowsNow = (): HTMLTableRowElement[] =>
  [...table.querySelectorAll<HTMLTableRowElement>('.question')].toSorted(
    (a, b) => Number(a.dataset.order) - Number(b.dataset.order),
  );

/** A parameter stands in the address only for a choice that leaves something out: "?b=csno,cstl". */
function writeAddress(): void {
  const url = new URL(location.href);
  for (const { name } of boxes) {
    if (boxes.every((box) => box.name !== name || box.checked)) url.searchParams.delete(name);
    else url.searchParams.set(name, chosen(name).join(','));
  }
  history.replaceState(null, '', decodeURIComponent(url.search) + url.hash || url.pathname);
}

/** Without a parameter, everything. */
function choose(search: string): void {
  const parameters = new URLSearchParams(search);
  for (const box of boxes) box.checked = parameters.get(box.name)?.split(',').includes(box.value) ?? true;
}

const columnsOf = (row: HTMLTableRowElement): HTMLTableCellElement[] => {
  const columns = chosen(columnBox);
  return [...row.cells].filter(({ dataset }) => columns.includes(dataset[key]!));
};

/** The group in which the comparison puts a question, for the boards chosen. */
function groupOf(answers: string[]): string {
  const forces = answers.filter((answer) => answer !== 'silent' && answer !== 'elsewhere');
  if (forces.length === 0) return 'none';
  if (forces.length === 1 && answers.length > 1) return 'only';
  return new Set(answers).size > 1 ? 'differ' : 'same';
}

function show(): void {
  const topics = chosen('t');
  const forces = chosen('f');
  let shown = 0;
  for (const row of rowsNow()) {
    const answers = columnsOf(row).map(({ dataset }) => dataset.answer ?? 'silent');
    row.hidden =
      !answers.some((answer) => forces.includes(answer)) ||
      (key === 'board' ? !topics.includes(row.id.split('.')[0]!) : row.matches('.unwanted'));
    if (!row.hidden) shown += 1;
    // Only a comparison has groups; elsewhere the bodies are the topics.
    table.tBodies.namedItem(groupOf(answers))?.append(row);
  }
  const fewer = tools.querySelector<HTMLElement>('[data-fewer]');
  if (fewer) fewer.textContent = chosen('b').length < 2 ? fewer.dataset.fewer! : '';
  const count = tools.querySelector<HTMLElement>('[data-count]')!;
  count.textContent = (shown < 2 ? count.dataset.one! : count.dataset.more!).replace(/\d+/, String(shown));
}

/** So many buttons are made at once: between them a slow phone can be scrolled. */
const picksAtOnce = 24;

/** The cell says the board, the head of its column or of its row how that is called, the link behind the words the clause. */
function addPicks(): void {
  const picked = chosenKeys();
  const lacking = [...table.querySelectorAll<HTMLAnchorElement>('q + a:not(:has(~ .pick))')];
  for (const link of lacking.slice(0, picksAtOnce)) {
    const cell = link.closest('td')!;
    const named = (key === 'board' ? head : (cell.parentElement as HTMLTableRowElement)).cells;
    const short = named[key === 'board' ? cell.cellIndex : 0]!.firstElementChild!.textContent;
    link.parentElement!.append(
      pickButton(`${cell.dataset.board}:${link.pathname.split('/').at(-2)!}`, short, '', picked),
    );
  }
  if (lacking.length > picksAtOnce) setTimeout(addPicks);
}

/** The text of a part of the table as the page shows it. */
function textOf(part: Element): string {
  const [opening, closing] = tools.dataset.quotes!.split('|');
  const copy = part.cloneNode(true) as Element;
  for (const button of copy.querySelectorAll('button')) button.remove();
  // On the page a quotation gets its marks from the style.
  for (const quote of copy.querySelectorAll('q')) quote.replaceWith(opening!, ...quote.childNodes, closing!);
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
}

/** What the table shows, as rows of plain text: whose row it is, and with words in translation what stands with these. */
const shownRows = (): string[][] => [
  [head.cells[0]!, ...columnsOf(head)].map(textOf),
  ...[...table.querySelectorAll<HTMLTableRowElement>('.question:not([hidden])')].map((row) => [
    [row.cells[0]!.firstElementChild!, ...row.querySelectorAll('.translation')].map(textOf).join(' · '),
    ...columnsOf(row).map(textOf),
  ]),
];

/** A cell that begins like a formula is made words by an apostrophe. */
const csv = (cells: string[]): string =>
  cells.map((cell) => `"${cell.replace(/^(?=[=+\-@\t])/, "'").replaceAll('"', '""')}"`).join(',');

function html(lines: string[][]): string {
  const rows = lines.map((cells, index) =>
    node('tr', {}, ...cells.map((cell) => node(index === 0 ? 'th' : 'td', {}, cell))),
  );
  return markupOf(node('table', {}, ...rows));
}

tools.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-copy-table]') : null;
  if (!button) return;
  const status = tools.querySelector<HTMLElement>('[data-copy-status]')!;
  const lines = shownRows();
  status.textContent = '';
  try {
    await (button.dataset.copyTable === 'csv'
      ? navigator.clipboard.writeText(lines.map(csv).join('\r\n'))
      : navigator.clipboard.write([
          new ClipboardItem({
            'text/html': new Blob([html(lines)], { type: 'text/html' }),
            'text/plain': new Blob([lines.map((cells) => cells.join('\t')).join('\n')], { type: 'text/plain' }),
          }),
        ]));
    status.textContent = button.dataset.done!;
  } catch {
    status.textContent = status.dataset.failed!;
  }
});

form.addEventListener('change', () => {
  writeAddress();
  show();
  addPicks();
});
form.addEventListener('reset', (event) => {
  event.preventDefault();
  choose('');
  writeAddress();
  show();
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', () => {
  choose(location.search);
  show();
});

choose(location.search);
tools.hidden = false;
show();
addPicks();
