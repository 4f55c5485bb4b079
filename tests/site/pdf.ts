import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';

/** What a printed page says to a person who reads it, and to a telephone that is held over it. */

export interface PrintedPage {
  text: string;
  /** In points. */
  width: number;
  height: number;
  /** What its QR codes lead to, as another program than the one that drew them reads them. */
  codes: string[];
}

/** Pixels for each point of the page: as sharp as a poor telephone sees them. */
const scale = 3;

/** A telephone sees one code at a time: a window of so many points goes over the page in small steps. */
const seen = 104;
const step = 10;

/** Half of a code is dark, of text much less: only there is it worth a look. Points around the middle of the window. */
const middle = 40;
const leastDark = 0.3;

function darkShare(data: Uint8Array, width: number, left: number, top: number): number {
  const [from, to] = [((seen - middle) / 2) * scale, ((seen + middle) / 2) * scale];
  let [dark, all] = [0, 0];
  for (let y = top + from; y < top + to; y += scale) {
    for (let x = left + from; x < left + to; x += scale) {
      all += 1;
      if (data[4 * (y * width + x)]! < 128) dark += 1;
    }
  }
  return dark / all;
}

function codesIn(data: Uint8Array, width: number, height: number): string[] {
  const codes = new Set<string>();
  const [side, by] = [seen * scale, step * scale];
  const window = new Uint8ClampedArray(4 * side * side);
  for (let top = 0; top + side <= height; top += by) {
    for (let left = 0; left + side <= width; left += by) {
      if (darkShare(data, width, left, top) < leastDark) continue;
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
    pages.push({ text, width: width / scale, height: height / scale, codes: codesIn(data, width, height) });
  }
  document.destroy();
  library.destroy();
  return pages;
}
