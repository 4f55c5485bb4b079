import { escapeHtml } from './escape-html.ts';

/** Buttons that copy. Without script they are not shown: the words and the addresses are on the page. */

/** A slide takes the words as rich text, with a link that can be followed; a plain field takes them as they are. */
async function write(words: string, link: string): Promise<void> {
  const lines = words.split('\n').filter(Boolean);
  if (lines.length === 0) return navigator.clipboard.writeText(link);
  const [quotation = '', ...rest] = lines.map(escapeHtml);
  const address = escapeHtml(link);
  const html = [
    `<blockquote>${quotation}</blockquote>`,
    ...rest.map((line) => `<p>${line}</p>`),
    `<p><a href="${address}">${address}</a></p>`,
  ];
  const item = new ClipboardItem({
    'text/html': new Blob([html.join('')], { type: 'text/html' }),
    'text/plain': new Blob([[...lines, link].join('\n')], { type: 'text/plain' }),
  });
  return navigator.clipboard.write([item]);
}

const said = document.querySelector<HTMLElement>('[data-copy-status]')!;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const { copies = '', link = '', done = '' } = button.dataset;
    // Said anew each time: a live region that already holds the sentence would stay silent.
    said.textContent = '';
    try {
      await write(copies, new URL(link, location.href).href);
      said.textContent = done;
    } catch {
      said.textContent = said.dataset.failed!;
    }
  });
}
