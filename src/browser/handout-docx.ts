import {
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  TextRun,
  type IRunOptions,
} from 'docx';
import type { Annotated } from '../model/mark-words.ts';
import type { Lang } from '../model/lang.ts';
import { typeset } from '../model/typography.ts';
import type { Card } from './cards.ts';
import { addressOf, noticeLine, shortAddress, type Handout } from './handout.ts';
import { fill } from './nodes.ts';
import { codeOf } from './qr.ts';
import type { SelectionPageData } from './selection-data.ts';

/** The handout for Word. Its library is heavy, so this module is fetched only when somebody asks for the file. */

/** Letter, as this country prints; Word fits it to A4. Twentieths of a point. */
const page = { size: { width: 12_240, height: 15_840 }, margin: { top: 1080, right: 1080, bottom: 1080, left: 1080 } };

/** Not the blue that Word gives to headings. */
const ink = { run: { color: '000000', font: 'Calibri', bold: true } };

/** Pixels of the code's picture, and of its place on the page. */
const module = 8;
const codeSize = 96;

/** Word knows no SVG everywhere: the code is a picture, black on white. */
async function picture(address: string): Promise<Uint8Array> {
  const { size, dark } = codeOf(address);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * module;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  dark.forEach((row, y) =>
    row.forEach((on, x) => {
      if (on) context.fillRect(x * module, y * module, module, module);
    }),
  );
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
  return new Uint8Array(await blob.arrayBuffer());
}

/** The words with what binds in bold and underlined: so that it shows in black and white. */
function runs(words: readonly Annotated[], lang: Lang, options: IRunOptions = {}): TextRun[] {
  return words.flatMap((part): TextRun[] => {
    if (part.type === 'text') {
      return [new TextRun({ ...options, font: 'Cambria', size: 26, text: typeset(part.value, lang) })];
    }
    if (part.type === 'mark') return [new TextRun({ text: '[sic]', superScript: true })];
    if (part.type === 'rule') return runs(part.children, lang, { ...options, bold: true, underline: {} });
    return runs(part.children, lang, { ...options, ...(part.type === 'em' ? { italics: true } : { bold: true }) });
  });
}

async function clause(data: SelectionPageData, { card, note }: Handout['items'][number]): Promise<Paragraph[]> {
  const { words, lang } = data;
  const { board } = card;
  const said = card.card;
  const address = addressOf(data, card);
  const forces = new Set(
    said.rules.map(
      ({ force, against, audience }) =>
        `${words.forces[against ? 'against' : force]} · ${words.for} ${words.audiences[audience]}`,
    ),
  );
  const label = said.label ? [new TextRun({ text: `${said.label} `, font: 'Cambria', size: 26 })] : [];
  const small = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, size: 18 })] });
  return [
    new Paragraph({
      text: typeset(`${board.short} · ${said.where}`, lang),
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
    }),
    new Paragraph({ text: `${typeset(board.name, board.language)}, ${board.place}`, keepNext: true }),
    ...[...forces].map(
      (force) => new Paragraph({ children: [new TextRun({ text: typeset(force, lang), bold: true })], keepNext: true }),
    ),
    new Paragraph({
      children: [...label, ...runs(said.words, lang)],
      spacing: { before: 120, after: 120 },
      keepLines: true,
    }),
    ...(said.original
      ? [
          new Paragraph({
            children: [
              new TextRun({
                text: typeset(said.original, board.language),
                font: 'Cambria',
                language: { value: `${board.language}-CA` },
              }),
            ],
            spacing: { after: 120 },
          }),
          small([noticeLine([card]), ...(said.stale ? [board.notice!.changed] : [])].join('. ')),
        ]
      : []),
    ...(note === '' ? [] : [new Paragraph({ text: fill(words.notePrinted, { note }) })]),
    small(typeset(`${board.citation}, ${said.where}`, lang)),
    new Paragraph({
      children: [
        new ExternalHyperlink({
          link: address,
          children: [new TextRun({ text: shortAddress(address), style: 'Hyperlink' })],
        }),
      ],
      keepNext: true,
    }),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data: await picture(address),
          transformation: { width: codeSize, height: codeSize },
          altText: { name: card.key, description: fill(words.qr, { address: shortAddress(address) }) },
        }),
      ],
    }),
  ];
}

export async function handoutDocx(data: SelectionPageData, handout: Handout): Promise<Blob> {
  const { title, date, items } = handout;
  const cards: Card[] = items.map(({ card }) => card);
  const clauses = await Promise.all(items.map((one) => clause(data, one)));
  return Packer.toBlob(
    new Document({
      title,
      styles: {
        default: {
          heading1: ink,
          heading2: ink,
          document: { run: { font: 'Calibri', size: 22, language: { value: `${data.lang}-CA` } } },
        },
      },
      sections: [
        {
          properties: { page },
          headers: { default: new Header({ children: [new Paragraph(`${title} · ${date}`)] }) },
          footers: {
            default: new Footer({
              children: [data.attribution, noticeLine(cards)]
                .filter(Boolean)
                .map((text) => new Paragraph({ children: [new TextRun({ text, size: 16 })] })),
            }),
          },
          children: [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }), ...clauses.flat()],
        },
      ],
    }),
  );
}
