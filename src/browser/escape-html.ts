/** For text that leaves the page as HTML, by the clipboard or in a file; the page itself is never made of strings. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
