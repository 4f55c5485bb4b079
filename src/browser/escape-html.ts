/** For text that goes to the clipboard as HTML; the page itself is never made of strings. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
