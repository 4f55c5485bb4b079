import './offline-worker.ts';
import './picks.ts';

/** What every page does. */

/** The other language shows the same page: what was asked of it and the place in it go along. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.language a')) {
  const follow = (): void => {
    link.search = location.search;
    link.hash = location.hash;
  };
  // Before it is followed, by pointer or key, in this window or another one.
  for (const event of ['pointerdown', 'focus', 'click'] as const) link.addEventListener(event, follow);
}

/** "/" leads to the search box. */
addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
  const box = document.querySelector<HTMLElement>('#q');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || !box) return;
  event.preventDefault();
  box.focus();
});
