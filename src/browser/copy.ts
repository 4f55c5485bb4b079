import { markupOf, node } from './nodes.ts';

/** Buttons that copy. Without script they are not shown: the words and the addresses are on the page. */

/** A slide takes the words as rich text, with a link that can be followed; a plain field takes them as they are. */
async function write(quotation: string | undefined, copies: string, link: string): Promise<void> {
  if (copies === '') return navigator.clipboard.writeText(link);
  const lines = copies.split('\n');
  const slide = [
    ...(quotation === undefined ? [] : [node('blockquote', {}, quotation)]),
    ...lines.map((line) => node('p', {}, line)),
    node('p', {}, node('a', { href: link }, link)),
  ];
  const item = new ClipboardItem({
    'text/html': new Blob(slide.map(markupOf), { type: 'text/html' }),
    'text/plain': new Blob([[...(quotation === undefined ? [] : [quotation]), ...lines, link].join('\n')], {
      type: 'text/plain',
    }),
  });
  return navigator.clipboard.write([item]);
}

/** Where the build did not know where it would be published, the page does. */
for (const address of document.querySelectorAll<HTMLAnchorElement>('.address a')) {
  if (address.textContent.startsWith('/')) address.textContent = address.href.replace(/^https?:\/\//, '');
}

const said = document.querySelector<HTMLElement>('[data-copy-status]')!;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const { quotation, copies = '', link = '', done = '' } = button.dataset;
    // Said anew each time: a live region that already holds the sentence would stay silent.
    said.textContent = '';
    try {
      await write(quotation, copies, new URL(link, location.href).href);
      said.textContent = done;
    } catch {
      said.textContent = said.dataset.failed!;
    }
  });
}
