/**
 * node scripts/icons.ts — draws the icons in public/ from public/favicon.svg, in the browser of the tests. Their result is committed:
 * the build needs no browser.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { launch } from '../tests/site/browser.ts';

const ink = '#12344d';
const paper = '#fcfbf8';

/** What the mark takes of the side of each icon; what may be cut to any shape keeps it inside a circle of 80 %. */
const icons: [file: string, size: number, share: number][] = [
  ['apple-touch-icon.png', 180, 0.7],
  ['icon-192.png', 192, 0.74],
  ['icon-512.png', 512, 0.74],
  ['icon-maskable-512.png', 512, 0.62],
];

/** For browsers that read no SVG: one file for both sizes that they show. */
const inFavicon: [size: number, share: number][] = [
  [16, 0.88],
  [32, 0.8],
];

const [, path = ''] = / d="([^"]+)"/.exec(readFileSync('public/favicon.svg', 'utf8')) ?? [];
const browser = await launch();
const page = await browser.newPage();

/** Where there is room the mark stands on its pole, as in the head of each page: alone it would be the sign that closes a window. */
async function draw(size: number, share: number, pole: boolean): Promise<Buffer> {
  const height = pole ? 24 : 16;
  const side = height / share;
  const [left, top] = [(16 - side) / 2, (height - side) / 2];
  const stands = pole ? '<path d="M7 8h2v16H7z"/>' : '';
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;background:${ink}}svg{display:block;fill:${paper}}</style>` +
      `<svg viewBox="${left} ${top} ${side} ${side}"><path d="${path}"/>${stands}</svg>`,
  );
  return page.screenshot();
}

/** The container of .ico: a head, an entry of 16 bytes for each image, the images. */
function favicon(images: { size: number; png: Buffer }[]): Buffer {
  const head = Buffer.from([0, 0, 1, 0, images.length, 0]);
  let offset = head.length + 16 * images.length;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.from([size, size, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...images.map(({ png }) => png)]);
}

for (const [file, size, share] of icons) {
  const png = await draw(size, share, true);
  writeFileSync(`public/${file}`, png);
  console.log(`wrote    public/${file} (${png.length} bytes)`);
}
const images = [];
for (const [size, share] of inFavicon) images.push({ size, png: await draw(size, share, false) });
writeFileSync('public/favicon.ico', favicon(images));
await browser.close();
console.log(`wrote    public/favicon.ico (${images.map(({ size }) => size).join(' and ')} pixels)`);
