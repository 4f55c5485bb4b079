/** The copy buttons of a clause page. Without script they are not shown: the words and the address are on the page. */

for (const box of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const status = box.querySelector<HTMLElement>('[role="status"]')!;
  box.hidden = false;
  box.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-copies]') : null;
    if (!button) return;
    const { text = '', citation = '', link = '' } = box.dataset;
    const address = new URL(link, location.href).href;
    // Said anew each time: a live region that already holds the sentence would stay silent.
    status.textContent = '';
    try {
      await navigator.clipboard.writeText(
        button.dataset.copies === 'link' ? address : `« ${text} »\n${citation}\n${address}\n`,
      );
      status.textContent = button.dataset.done ?? '';
    } catch {
      status.textContent = status.dataset.failed ?? '';
    }
  });
}
