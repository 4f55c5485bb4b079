import { boardsOf, parts } from './follow-cell.ts';

/**
 * Boards as rows, found by their names wherever they stand, or named by the address ("?b=csno,cstl"). What else the table does is the
 * matter of matrix.ts: a row that is not wanted has a class that says so, and a change tells.
 */

/** As many boards as are fetched from other parts to stand beside those that are here; more are led to. */
const mostFetched = 5;

const form = document.querySelector<HTMLFormElement>('[data-filter]')!;
const body = document.querySelector<HTMLTableElement>('.matrix')!.tBodies[0]!;
const find = form.querySelector<HTMLElement>('[data-find]')!;
const field = find.querySelector('input')!;
let named: string[] | undefined;

/** As fold.ts does; from there it would be one file more for this page and for the search. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

function isWanted(board: string, names: string): boolean {
  const known = plain(names);
  const words = plain(field.value).split(' ');
  return (named === undefined || named.includes(board)) && words.every((word) => known.includes(word));
}

function show(): void {
  for (const row of body.rows) {
    row.classList.toggle('unwanted', !isWanted(row.id, `${row.id} ${row.cells[0]!.textContent}`));
  }
  form.dispatchEvent(new Event('change'));
  for (const link of parts) {
    link.parentElement!.hidden = !boardsOf(link).some(({ board, names }) => isWanted(board, names));
    link.search = location.search;
  }
}

/** The page of another part, read as a document: nothing in it runs. */
const pages = new Map<string, Promise<Document | null>>();

function pageAt(address: string): Promise<Document | null> {
  const known = pages.get(address);
  if (known) return known;
  const page = new Promise<Document | null>((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.open('GET', address);
    request.addEventListener('loadend', () => resolve(request.responseXML));
    request.send();
  });
  pages.set(address, page);
  return page;
}

/** Few boards are wanted, and some stand on other parts: they are brought here, to be read side by side. */
async function bring(): Promise<void> {
  if (named === undefined && field.value.trim() === '') return;
  const wanted = parts.flatMap((link) =>
    boardsOf(link).flatMap(({ board, names }) =>
      isWanted(board, names) && !body.rows.namedItem(board) ? [{ board, address: link.pathname }] : [],
    ),
  );
  if (wanted.length === 0 || wanted.length > mostFetched) return;
  for (const { board, address } of wanted) {
    const row = (await pageAt(address))?.querySelector(`tr[id="${board}"]`);
    if (row && !body.rows.namedItem(board)) body.append(document.importNode(row, true));
  }
  show();
}

/** What the address says of boards. */
function read(): void {
  const parameters = new URLSearchParams(location.search);
  named = parameters.get('b')?.split(',');
  field.value = parameters.get('n') ?? '';
  show();
  void bring();
}

field.addEventListener('input', () => {
  const url = new URL(location.href);
  const name = field.value.trim();
  if (name) url.searchParams.set('n', name);
  else url.searchParams.delete('n');
  history.replaceState(null, '', url);
  show();
  void bring();
});
form.addEventListener('reset', () => {
  history.replaceState(null, '', location.pathname + location.hash);
  read();
});
addEventListener('popstate', read);

find.hidden = false;
read();
