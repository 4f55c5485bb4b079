/** A direct link to a cell, on a page that comes in parts: "#friending.requests-csno" leads to the part that has the board. */

/** The boards of a part, each with its names where the page says them: "csno CSNO Conseil scolaire du Nord-Ouest". */
export const boardsOf = (link: HTMLAnchorElement): { board: string; names: string }[] =>
  link.dataset.boards!.split('|').map((names) => ({ board: names.split(' ')[0]!, names }));

export const parts = [...document.querySelectorAll<HTMLAnchorElement>('[data-parts] a')];

function follow(): void {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted === '' || document.getElementById(wanted)) return;
  const part = parts.find((link) =>
    boardsOf(link).some(({ board }) => wanted === board || wanted.endsWith(`-${board}`)),
  );
  if (part && !part.ariaCurrent) location.replace(part.pathname + location.search + location.hash);
}

addEventListener('hashchange', follow);
follow();
