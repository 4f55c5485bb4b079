import { Projection } from './projection.ts';

/** A situation on the wall: what the page says of it, a slide at a time, the answers after the vote. */

const dialog = document.querySelector<HTMLDialogElement>('[data-projection]')!;
const button = document.querySelector<HTMLButtonElement>('[data-project]')!;

/** "?p=3" stands in the address while the third slide stands on the wall. */
function writeAddress(at: number | undefined): void {
  const url = new URL(location.href);
  if (at === undefined) url.searchParams.delete('p');
  else url.searchParams.set('p', String(at));
  history.replaceState(null, '', url);
}

const projection = new Projection(dialog, button, writeAddress);

/** In the order of the hour: the situation, each board's answer, the gap, what to discuss. */
function slides(): Node[] {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-slide-of]')];
  const discussion = parts.filter(({ dataset }) => dataset.slideOf === 'discussion');
  return [...parts.filter((part) => !discussion.includes(part)), ...discussion].map((part) => {
    const slide = part.cloneNode(true) as HTMLElement;
    for (const aside of slide.querySelectorAll('button')) aside.remove();
    // A name stands once in a page: the slide is a copy.
    for (const named of slide.querySelectorAll('[id]')) named.removeAttribute('id');
    slide.removeAttribute('aria-labelledby');
    return slide;
  });
}

button.hidden = false;
button.addEventListener('click', () => projection.open(slides()));
const asked = new URLSearchParams(location.search).get('p');
if (asked !== null) projection.open(slides(), (Number.parseInt(asked, 10) || 1) - 1);
