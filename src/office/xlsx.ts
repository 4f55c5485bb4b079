import writeExcelFile, { type Row } from 'write-excel-file/node';
import { create } from 'xmlbuilder2';
import { dictionary } from '../i18n/dictionary.ts';
import type { Corpus } from '../model/corpus.ts';
import type { AddressOf } from '../model/export/json.ts';
import type { Lang } from '../model/lang.ts';
import { seal } from './archive.ts';
import { workbookSheets, type Column, type Sheet } from './sheets.ts';

/** The matrix for Excel. */

/** Points; Excel shows no row that is higher. */
const lineHeight = 13;
const tallest = 409;

/** The height that the words of a row need: not every program finds it when it opens the file. */
function heightOf(row: readonly string[], columns: readonly Column[]): number {
  const lines = row.map((words, index) =>
    words
      .split('\n')
      .map((line) => Math.max(1, Math.ceil(line.length / columns[index]!.width)))
      .reduce((sum, n) => sum + n),
  );
  return Math.min(tallest, lineHeight * Math.max(...lines) + 4);
}

/** Text is a shared string, which no sign at its beginning turns into a formula. */
const text = (value: string) => ({ value, type: String, wrap: true, alignVertical: 'top' as const });
const heading = ({ header }: Column) => ({
  ...text(header),
  height: 2 * lineHeight + 4,
  fontWeight: 'bold' as const,
  backgroundColor: '#E8E6DF',
});

const isAddress = (value: string): boolean => /^https?:/.test(value);

/** 0 is "A", 25 "Z", 26 "AA": five hundred boards are five hundred columns. */
const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const cellName = (column: number, row: number): string => `${columnName(column)}${row + 1}`;

/** What the writer of the sheet leaves out: a filter on each header, links, and tabloid pages as wide as the table. */
function finishSheet({ columns, rows }: Sheet, xml: string): string {
  const links = rows
    .flatMap((row, y) => row.map((value, x) => ({ value, name: cellName(x, y + 1) })))
    .filter(({ value }) => isAddress(value))
    .map(({ name }) => `<hyperlink ref="${name}" r:id="${name}"/>`);
  return xml
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace(
      '</sheetData>',
      `</sheetData><autoFilter ref="A1:${cellName(columns.length - 1, rows.length)}"/>` +
        (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''),
    )
    .replace(/<pageSetup [^>]*>/, '<pageSetup paperSize="3" orientation="landscape" fitToHeight="0"/>');
}

const printTitles = ({ name }: Sheet, index: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$1</definedName>`;

const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

function linkTargets({ rows }: Sheet): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('Relationships', {
    xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships',
  });
  rows.forEach((row, y) =>
    row.forEach((value, x) => {
      if (!isAddress(value)) return;
      root.ele('Relationship', { Id: cellName(x, y + 1), Type: relationType, Target: value, TargetMode: 'External' });
    }),
  );
  return root.end();
}

export async function matrixXlsx(corpus: Corpus, addressOf: AddressOf, lang: Lang): Promise<Uint8Array<ArrayBuffer>> {
  const t = dictionary(lang).office;
  const sheets = workbookSheets(corpus, addressOf, lang);
  const written = await writeExcelFile(
    sheets.map(({ name, columns, rows, sticky }) => ({
      sheet: name,
      data: [
        columns.map(heading),
        ...rows.map((row): Row => {
          const height = heightOf(row, columns);
          return row.map((words) => ({ ...text(words), height }));
        }),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      ...(sticky > 0 ? { stickyColumnsCount: sticky } : {}),
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Calibri', fontSize: 10 },
  ).toBuffer();
  return seal(
    new Uint8Array(written),
    { title: t.title, description: t.lead, lang, date: corpus.edition.date },
    {
      '[Content_Types].xml': (xml) =>
        xml.replace(
          '</Types>',
          '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/></Types>',
        ),
      // The header is printed again on each page.
      'xl/workbook.xml': (xml) =>
        xml.replace('<definedNames/>', `<definedNames>${sheets.map(printTitles).join('')}</definedNames>`),
      '_rels/.rels': (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        ),
      ...Object.fromEntries(
        sheets.flatMap((sheet, index) => [
          [`xl/worksheets/sheet${index + 1}.xml`, (xml: string) => finishSheet(sheet, xml)],
          [`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, () => linkTargets(sheet)],
        ]),
      ),
    },
  );
}
