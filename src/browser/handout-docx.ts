import {
  BorderStyle,
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
import type { CardRule, ClauseCard } from '../model/clause-cards.ts';
import type { Force } from '../model/force.ts';
import type { Annotated } from '../model/mark-words.ts';
import type { Lang } from '../model/lang.ts';
import { saidForces } from '../model/said-force.ts';
import { typeset } from '../model/typography.ts';
import type { Card } from './cards.ts';
import { addressOf, noticeSentence, shortAddress, type Handout } from './handout.ts';
import { fill } from './nodes.ts';
import { codeOf } from './qr.ts';
import type { SelectionPageData } from './selection-data.ts';

/** The handout for Word. Its library is heavy, so this module is fetched only when somebody asks for the file. */

/** Letter, as this country prints; Word fits it to A4. Twentieths of a point. */
const page = { size: { width: 12_240, height: 15_840 }, margin: { top: 1080, right: 1080, bottom: 1080, left: 1080 } };

/** Not the blue that Word gives to headings. */
const ink = (size: number) => ({ run: { color: '000000', font: 'Calibri', bold: true, size } });

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

/** The words; with `rules`, what binds is bold and underlined behind its sign, so that it shows in black and white. */
function runs(words: readonly Annotated[], lang: Lang, options: IRunOptions, rules?: readonly CardRule[]): TextRun[] {
  return words.flatMap((part): TextRun[] => {
    if (part.type === 'text') {
      const language = { value: `${lang}-CA` };
      return [new TextRun({ ...options, font: 'Cambria', language, text: typeset(part.value, lang) })];
    }
    if (part.type === 'mark') return [new TextRun({ text: '[sic]', superScript: true })];
    if (part.type !== 'rule') return runs(part.children, lang, { ...options, ...emphasis[part.type] }, rules);
    const force = rules?.[part.index]?.force;
    if (!force) return runs(part.children, lang, options, rules);
    return [
      new TextRun({ ...options, text: `${signs[force]} ` }),
      ...runs(part.children, lang, { ...options, bold: true, underline: {} }, rules),
    ];
  });
}

/** The topmarks as Word can write them: what tells two passages of one clause apart in black and white. */
const signs: Record<Force, string> = {
  prohibition: '✕',
  obligation: '■',
  recommendation: '△',
  permission: '○',
  power: '⧗',
  consequence: '▼',
  principle: '=',
};

const emphasis = { strong: { bold: true }, em: { italics: true } } as const;

/** What was written in lines stays in lines. */
const lines = (text: string): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }));

/** `breaks`: it begins a page. */
async function clause(
  data: SelectionPageData,
  { card, note }: Handout['items'][number],
  breaks: boolean,
): Promise<Paragraph[]> {
  const { words, lang } = data;
  const { board } = card;
  const said = card.card;
  const address = addressOf(data, card);
  const forces = saidForces(said.rules).map(
    ({ force, against, audience }) =>
      `${signs[force]} ${words.forces[against ? 'against' : force]} · ${words.for} ${words.audiences[audience]}`,
  );
  const none = `${words.unmarked} · ${words.for} ${words.audiences[said.audience]}`;
  const leads = said.within.map((id) => board.clauses[id]!);
  const quoted = (
    one: ClauseCard,
    text: readonly Annotated[],
    own: Lang,
    size: number,
    rules?: readonly CardRule[],
  ): Paragraph =>
    new Paragraph({
      children: runs(
        [...(one.label ? [{ type: 'text' as const, value: `${one.label} ` }] : []), ...text],
        own,
        { size },
        rules,
      ),
      spacing: { before: 60, after: 60 },
      keepLines: true,
    });
  const small = (text: string): Paragraph =>
    new Paragraph({ children: [new TextRun({ text, size: 18 })], keepNext: true });
  return [
    new Paragraph({
      text: typeset(`${board.short} · ${said.where}`, lang),
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
      pageBreakBefore: breaks,
      border: { top: { style: BorderStyle.SINGLE, size: 4, space: 8 } },
      spacing: { before: 360, after: 60 },
    }),
    new Paragraph({ text: `${typeset(board.name, board.language)}, ${board.place}`, keepNext: true }),
    ...(forces.length > 0 ? forces : [none]).map(
      (force) => new Paragraph({ children: [new TextRun({ text: typeset(force, lang), bold: true })], keepNext: true }),
    ),
    ...leads.map((lead) => quoted(lead, lead.words, lang, 22)),
    quoted(said, said.words, lang, 26, said.rules),
    ...(said.original
      ? [
          ...leads.map((lead) => quoted(lead, lead.original ?? [], board.language, 20)),
          quoted(said, said.original, board.language, 20),
          small([noticeSentence([card]), ...(said.stale ? [board.notice!.changed] : [])].join('. ')),
        ]
      : []),
    ...(note === '' ? [] : [new Paragraph({ children: lines(fill(words.notePrinted, { note })) })]),
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
  const { title, date, items, perPage } = handout;
  const cards: Card[] = items.map(({ card }) => card);
  const clauses = await Promise.all(items.map((one, index) => clause(data, one, index > 0 && index % perPage === 0)));
  return Packer.toBlob(
    new Document({
      title,
      styles: {
        default: {
          heading1: ink(36),
          heading2: ink(24),
          document: { run: { font: 'Calibri', size: 22, language: { value: `${data.lang}-CA` } } },
        },
      },
      sections: [
        {
          properties: { page },
          headers: { default: new Header({ children: [new Paragraph(`${title} · ${date}`)] }) },
          footers: {
            default: new Footer({
              children: [data.attribution, noticeSentence(cards)]
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
