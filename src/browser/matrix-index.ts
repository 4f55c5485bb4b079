/** Where the matrix goes by topic: a direct link to a cell leads on to the table that has it, and a choice of boards goes along. */

/** "#friending.requests-csno" is a cell of the question "friending.requests". */
function follow(): void {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (wanted === '' || document.getElementById(wanted)) return;
  const question = [...document.querySelectorAll<HTMLElement>('[data-question]')].find(({ id }) =>
    wanted.startsWith(`${id}-`),
  );
  if (question) location.replace(question.dataset.question! + location.search + location.hash);
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[data-query]')) link.search = location.search;
addEventListener('hashchange', follow);
follow();
