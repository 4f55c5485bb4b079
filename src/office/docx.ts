import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import { countAnswers } from '../i18n/count-answers.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { placeAndDate } from '../i18n/place-and-date.ts';
import { citePolicy } from '../model/cite.ts';
import type { Corpus } from '../model/corpus.ts';
import { formatDate } from '../model/date.ts';
import type { AddressOf } from '../model/export/json.ts';
import { forces } from '../model/force.ts';
import type { Lang } from '../model/lang.ts';
import type { Cell } from '../model/matrix.ts';
import type { Policy } from '../model/policy.ts';
import { quoted } from '../model/quoted.ts';
import { typeset } from '../model/typography.ts';
import type { Topic } from '../model/vocabulary.ts';
import { answerOf, noticeOf, type AnsweringWords } from './answer.ts';
import { seal } from './archive.ts';

/** The matrix for Word: one table for each topic, questions by board, with the words and where they stand. */

/** As many boards as a landscape page holds side by side; more of them make further tables. */
const boardsAcross = 5;

/** A row with more rules than this in one cell may go over the page. */
const mostRulesUnsplit = 3;

/** Letter, landscape, in twentieths of a point. */
const page = { width: 12240, height: 15840, margin: 720 };
const questionWidth = 2400;
const boardWidth = (page.height - 2 * page.margin - questionWidth) / boardsAcross;

class WordWriter {
  readonly #corpus: Corpus;
  readonly #addressOf: AddressOf;
  readonly #lang: Lang;

  constructor(corpus: Corpus, addressOf: AddressOf, lang: Lang) {
    this.#corpus = corpus;
    this.#addressOf = addressOf;
    this.#lang = lang;
  }

  #run(text: string, options: IRunOptions = {}): TextRun {
    return new TextRun({ ...options, text: typeset(text, this.#lang) });
  }

  /** Words of a policy, in their own language. */
  #quoted(quote: string, lang: Lang, options: IRunOptions = {}): TextRun {
    return new TextRun({
      ...options,
      text: typeset(quoted(quote, lang), lang),
      font: 'Cambria',
      language: { value: `${lang}-CA` },
    });
  }

  #paragraph(text: string, style?: string): Paragraph {
    return new Paragraph({ children: [this.#run(text)], ...(style ? { style } : {}) });
  }

  #citation({ where, clause }: AnsweringWords, board: string): TextRun | ExternalHyperlink {
    const link = this.#addressOf(board, clause, this.#lang);
    if (!/^https?:/.test(link)) return this.#run(` (${where})`);
    return new ExternalHyperlink({ link, children: [this.#run(` (${where})`, { style: 'Hyperlink' })] });
  }

  #answer(cell: Cell): Paragraph[] {
    const { word, words, several, note } = answerOf(cell, this.#corpus, this.#lang);
    const { language } = this.#corpus.policies.find(({ board }) => board === cell.board)!;
    return [
      new Paragraph({ style: 'Cell', children: [this.#run(word, { bold: true })] }),
      ...words.map(
        (one) =>
          new Paragraph({
            style: 'Cell',
            children: [
              ...(several ? [this.#run(`${one.force} – `, { bold: true })] : []),
              this.#quoted(one.quote, this.#lang),
              this.#citation(one, cell.board),
              ...(one.original
                ? [new TextRun({ break: 1 }), this.#quoted(one.original, language, { color: '555555' })]
                : []),
            ],
          }),
      ),
      ...(note ? [new Paragraph({ style: 'Cell', children: [this.#run(note, { italics: true })] })] : []),
    ];
  }

  #headerCell(lines: readonly string[], width: number): TableCell {
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      shading: { fill: 'E8E6DF' },
      children: lines.map(
        (line, index) => new Paragraph({ style: 'Cell', children: [this.#run(line, { bold: index === 0 })] }),
      ),
    });
  }

  #table(topic: Topic, boards: readonly Policy[]): Table {
    const t = dictionary(this.#lang);
    const shown = new Set(boards.map(({ board }) => board));
    return new Table({
      layout: TableLayoutType.FIXED,
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      columnWidths: [questionWidth, ...boards.map(() => boardWidth)],
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: [
            this.#headerCell([t.matrix.question], questionWidth),
            ...boards.map((policy) =>
              this.#headerCell(
                [policy.short, placeAndDate(policy, this.#lang), ...noticeOf(policy, this.#lang)],
                boardWidth,
              ),
            ),
          ],
        }),
        ...topic.criteria.map(({ id, question }) => {
          const cells = this.#corpus.matrix.get(id)!;
          return new TableRow({
            cantSplit: cells.every(({ rules }) => rules.length <= mostRulesUnsplit),
            children: [
              this.#headerCell([question[this.#lang], countAnswers(cells, this.#lang)], questionWidth),
              ...cells
                .filter(({ board }) => shown.has(board))
                .map(
                  (cell) =>
                    new TableCell({
                      width: { size: boardWidth, type: WidthType.DXA },
                      children: this.#answer(cell),
                    }),
                ),
            ],
          });
        }),
      ],
    });
  }

  #documents(): Paragraph[] {
    const t = dictionary(this.#lang);
    const silences = [...this.#corpus.matrix.values()].flat();
    const lacking = new Map(
      silences.flatMap(({ board, silence }) => (silence?.received ? [[board, silence.received]] : [])),
    );
    return this.#corpus.policies.map((policy) => {
      const lacks = lacking.get(policy.board);
      const { before, title, after } = citePolicy(policy, this.#lang);
      return new Paragraph({
        style: 'ListParagraph',
        children: [
          this.#run(`${policy.name} (${t.provinces[policy.province]}). ${before}`),
          new TextRun({
            text: typeset(title, policy.language),
            italics: true,
            language: { value: `${policy.language}-CA` },
          }),
          this.#run(after.replace(/\.?$/, '.')),
          ...(lacks ? [this.#run(` ${lacks[this.#lang]}`)] : []),
        ],
      });
    });
  }

  #legend(): Paragraph[] {
    const t = dictionary(this.#lang);
    const entries = [
      ...forces.map((force) => [
        force === 'recommendation' ? `${t.forces[force]}, ${t.discouraged}` : t.forces[force],
        t.forceHelp[force],
      ]),
      [t.cell.tension, t.office.tensionHelp],
      [t.cell.silent, t.office.silentHelp],
      [t.cell.silentReceived, t.office.receivedHelp],
      [t.cell.elsewhere, t.office.elsewhereHelp],
    ] as const;
    return entries.map(
      ([word, help]) =>
        new Paragraph({
          style: 'ListParagraph',
          children: [this.#run(`${word} – `, { bold: true }), this.#run(help!)],
        }),
    );
  }

  document(): Document {
    const t = dictionary(this.#lang);
    const { topics, policies, edition } = this.#corpus;
    const groups = Array.from({ length: Math.ceil(policies.length / boardsAcross) }, (_, index) =>
      policies.slice(index * boardsAcross, (index + 1) * boardsAcross),
    );
    const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_1, children: [this.#run(text)] });
    return new Document({
      styles: {
        default: {
          document: { run: { font: 'Calibri', size: 20, language: { value: `${this.#lang}-CA` } } },
          title: { run: { font: 'Cambria', size: 40 }, paragraph: { spacing: { after: 120 } } },
          heading1: {
            run: { font: 'Cambria', size: 28, color: '1A2A3A' },
            paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
          },
          listParagraph: { paragraph: { spacing: { after: 60 } } },
          hyperlink: { run: { color: '1F4E79' } },
        },
        paragraphStyles: [
          { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 17 }, paragraph: { spacing: { after: 40 } } },
        ],
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
              margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
            },
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  children: [
                    this.#run(`${t.office.title}, ${formatDate(edition.date, this.#lang)} – `, { size: 16 }),
                    new TextRun({ children: [PageNumber.CURRENT], size: 16 }),
                  ],
                }),
              ],
            }),
          },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, children: [this.#run(t.office.title)] }),
            this.#paragraph(`${t.office.lead} ${t.office.edition(formatDate(edition.date, this.#lang))}`),
            this.#paragraph(`${t.footer.ownership} ${t.office.licence} ${t.footer.notAdvice}`),
            heading(t.policies.title),
            ...this.#documents(),
            heading(t.policy.legend),
            ...this.#legend(),
            ...topics.flatMap((topic) => [
              heading(topic.name[this.#lang]),
              new Paragraph({ keepNext: true, children: [this.#run(topic.covers[this.#lang])] }),
              ...groups.flatMap((boards) => [this.#table(topic, boards), new Paragraph({})]),
            ]),
          ],
        },
      ],
    });
  }
}

/** The writer names each link by chance ("rIdwsjd540…"): they are counted instead, so that equal content is equal bytes. */
function countLinks(): (xml: string) => string {
  const names = new Map<string, string>();
  return (xml) =>
    xml.replaceAll(/rId[\w-]{12,}/g, (name) => {
      if (!names.has(name)) names.set(name, `rIdLink${names.size + 1}`);
      return names.get(name)!;
    });
}

export async function matrixDocx(corpus: Corpus, addressOf: AddressOf, lang: Lang): Promise<Uint8Array<ArrayBuffer>> {
  const t = dictionary(lang).office;
  const written = await Packer.toBuffer(new WordWriter(corpus, addressOf, lang).document());
  const recount = countLinks();
  return seal(
    new Uint8Array(written),
    { title: t.title, description: t.lead, lang, date: corpus.edition.date },
    {
      'word/document.xml': recount,
      'word/_rels/document.xml.rels': recount,
    },
  );
}
