/** Buttons that copy. Without script they are not shown: the words and the addresses are on the page. */

const said = document.querySelector<HTMLElement>('[data-copy-status]')!;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const { copies = '', link = '', done = '' } = button.dataset;
    // Said anew each time: a live region that already holds the sentence would stay silent.
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(copies + new URL(link, location.href).href);
      said.textContent = done;
    } catch {
      said.textContent = said.dataset.failed!;
    }
  });
}
