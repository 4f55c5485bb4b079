import { escapeHtml } from './escape-html.ts';

/** The matrix and the comparison: the choice lives in the address, and what is shown can be copied. */

const form = document.querySelector<HTMLFormElement>('[data-filter]')!;
const table = document.querySelector<HTMLTableElement>('.matrix')!;
const boxes = [...form.querySelectorAll<HTMLInputElement>('input')];
const rows = [...table.querySelectorAll<HTMLTableRowElement>('.question')].toSorted(
  (a, b) => Number(a.dataset.order) - Number(b.dataset.order),
);
const tools = form.querySelector<HTMLElement>('[data-tools]')!;
const groups = new Map([...table.tBodies].map((body) => [body.dataset.group, body]));

const chosen = (name: string): string[] =>
  boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);

/** A parameter is there only for a choice that leaves something out: "?b=csno,cstl". */
function writeAddress(): void {
  const url = new URL(location.href);
  for (const name of ['b', 't', 'f']) {
    const all = boxes.filter((box) => box.name === name);
    const values = chosen(name);
    if (values.length === all.length) url.searchParams.delete(name);
    else url.searchParams.set(name, values.join(','));
  }
  history.replaceState(null, '', decodeURIComponent(url.search) + url.hash || url.pathname);
}

function readAddress(): void {
  const search = new URLSearchParams(location.search);
  for (const box of boxes) {
    const values = search.get(box.name)?.split(',');
    box.checked = values === undefined || values.includes(box.value);
  }
}

const cellsOf = (row: HTMLTableRowElement): HTMLTableCellElement[] => {
  const boards = chosen('b');
  return [...row.cells].filter(({ dataset }) => dataset.board !== undefined && boards.includes(dataset.board));
};

/** The group in which the comparison puts a question, for the boards chosen. */
function groupOf(row: HTMLTableRowElement): string {
  const answers = cellsOf(row).map(({ dataset }) => dataset.answer!);
  const forces = answers.filter((answer) => answer !== 'silent' && answer !== 'elsewhere');
  if (forces.length === 0) return 'none';
  if (forces.length === 1 && answers.length > 1) return 'only';
  return new Set(answers).size > 1 ? 'differ' : 'same';
}

function show(): void {
  const topics = chosen('t');
  const forces = chosen('f');
  let shown = 0;
  for (const row of rows) {
    row.hidden =
      !topics.includes(row.dataset.topic!) || !cellsOf(row).some(({ dataset }) => forces.includes(dataset.answer!));
    if (!row.hidden) shown += 1;
    if (groups.has('differ')) groups.get(groupOf(row))!.append(row);
  }
  for (const body of table.tBodies) {
    body.rows[0]!.hidden = ![...body.rows].some((row) => row.matches('.question') && !row.hidden);
  }
  const fewer = tools.querySelector<HTMLElement>('[data-fewer]');
  if (fewer) fewer.textContent = chosen('b').length < 2 ? fewer.dataset.fewer! : '';
  const count = tools.querySelector<HTMLElement>('[data-count]')!;
  count.textContent = (shown < 2 ? count.dataset.one! : count.dataset.more!).replace(/\d+/, String(shown));
}

/** What the table shows, as rows of plain text. */
function shownRows(): string[][] {
  const boards = chosen('b');
  const [opening, closing] = tools.dataset.quotes!.split('|');
  const text = (cell: Element): string => {
    const copy = cell.cloneNode(true) as Element;
    for (const button of copy.querySelectorAll('button')) button.remove();
    // On the page a quotation gets its marks from the style.
    for (const quote of copy.querySelectorAll('q')) quote.replaceWith(`${opening}${quote.textContent}${closing}`);
    return copy.textContent.replaceAll(/\s+/g, ' ').trim();
  };
  /** The question, and with words in translation what stands with these. */
  const question = (row: HTMLTableRowElement): string =>
    [row.cells[0]!.firstElementChild!, ...row.querySelectorAll('.translation')].map(text).join(' · ');
  const head = [...table.tHead!.rows[0]!.cells].filter(
    ({ dataset }) => !dataset.board || boards.includes(dataset.board),
  );
  return [
    head.map(text),
    ...rows.filter((row) => !row.hidden).map((row) => [question(row), ...cellsOf(row).map(text)]),
  ];
}

/** A cell that begins like a formula is made words by an apostrophe. */
const csv = (cells: string[]): string =>
  cells.map((cell) => `"${cell.replace(/^(?=[=+\-@\t])/, "'").replaceAll('"', '""')}"`).join(',');

function html(lines: string[][]): string {
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  const [head, ...body] = lines;
  return `<table>${row(head!, 'th')}${body.map((cells) => row(cells, 'td')).join('')}</table>`;
}

tools.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-copy-table]') : null;
  if (!button) return;
  const status = tools.querySelector<HTMLElement>('[data-copy-status]')!;
  const lines = shownRows();
  const plain = lines.map(csv).join('\r\n');
  status.textContent = '';
  try {
    if (button.dataset.copyTable === 'csv') await navigator.clipboard.writeText(plain);
    else {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([html(lines)], { type: 'text/html' }),
          'text/plain': new Blob([lines.map((cells) => cells.join('\t')).join('\n')], { type: 'text/plain' }),
        }),
      ]);
    }
    status.textContent = button.dataset.done!;
  } catch {
    status.textContent = status.dataset.failed!;
  }
});

form.addEventListener('change', () => {
  writeAddress();
  show();
});
form.addEventListener('reset', (event) => {
  event.preventDefault();
  for (const box of boxes) box.checked = true;
  writeAddress();
  show();
});
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', () => {
  readAddress();
  show();
});

readAddress();
tools.hidden = false;
show();
