import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';

/** What a printed page says to a person who reads it, and to a telephone that is held over it. */

export interface PrintedPage {
  text: string;
  /** What its QR codes lead to, as another program than the one that drew them reads them. */
  codes: string[];
}

/** Pixels for each point of the page: as sharp as a poor printer. */
const scale = 2;

/** A telephone sees one code at a time: a window of so many points goes over the page in smaller steps. */
const seen = 130;
const step = 40;

function codesIn(data: Uint8Array, width: number, height: number): string[] {
  const codes = new Set<string>();
  const [side, by] = [seen * scale, step * scale];
  const window = new Uint8ClampedArray(4 * side * side);
  for (let top = 0; top + side <= height; top += by) {
    for (let left = 0; left + side <= width; left += by) {
      for (let y = 0; y < side; y += 1) {
        const from = 4 * ((top + y) * width + left);
        window.set(data.subarray(from, from + 4 * side), 4 * y * side);
      }
      const code = jsQR(window, side, side, { inversionAttempts: 'dontInvert' });
      if (code?.data) codes.add(code.data);
    }
  }
  return [...codes];
}

export async function readPdf(pdf: Uint8Array): Promise<PrintedPage[]> {
  const library = await PDFiumLibrary.init();
  // The library wants bytes of its own, and all text before the first picture.
  const document = await library.loadDocument(new Uint8Array(pdf));
  const texts = [...document.pages()].map((page) => page.getText());
  const pages: PrintedPage[] = [];
  for (const [index, text] of texts.entries()) {
    const { data, width, height } = await document.getPage(index).render({ scale, render: 'bitmap' });
    pages.push({ text, codes: codesIn(data, width, height) });
  }
  document.destroy();
  library.destroy();
  return pages;
}
