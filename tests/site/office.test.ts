import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test, vi } from 'vitest';
import { dictionary } from '../../src/i18n/dictionary.ts';
import { clausesSchema } from '../../src/model/export/json.ts';
import { matrixSchema } from '../../src/model/export/matrix-json.ts';
import { plainNotice } from '../../src/model/notice.ts';
import { quoted } from '../../src/model/quoted.ts';
import { matrixDocx } from '../../src/office/docx.ts';
import { matrixXlsx } from '../../src/office/xlsx.ts';
import { belowSite, corpus, readJson, rootSite } from './built.ts';

/** What is sent to a committee: opened again by other libraries than wrote it, and compared with the open data. */

const matrix = matrixSchema.parse(readJson(rootSite, 'data/v1/matrix.json'));
const clauses = clausesSchema.parse(readJson(rootSite, 'data/v1/clauses.json'));
const boards = matrix.boards.map(({ short }) => short);
const cellOf = new Map(matrix.cells.map((cell) => [`${cell.criterion} ${cell.board}`, cell]));
const criteria = matrix.topics.flatMap((topic) => topic.criteria);

const editions = [
  { lang: 'fr', name: 'matrix' },
  { lang: 'en', name: 'matrix.en' },
] as const;

const read = (file: string, site = rootSite): Buffer => readFileSync(join(site.folder, 'data/v1', file));
const parts = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
/** Typography apart: the kind of a space and of an apostrophe. */
const plain = (text: string): string => text.replaceAll('’', "'").replaceAll(/[\s\u00A0]+/g, ' ');
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe.each(editions)('the workbook in $lang', ({ lang, name }) => {
  const file = read(`${name}.xlsx`);
  const archive = parts(file);
  const sheets = Object.entries(archive).filter(([path]) => /^xl\/worksheets\/sheet\d\.xml$/.test(path));
  const open = async (sheet: number): Promise<string[][]> =>
    (await readExcelFile(file))[sheet - 1]!.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));

  test('the first sheet has a row for each question and a column for each board, with all that answers', async () => {
    const [header, ...rows] = await open(1);
    expect(header!.slice(3).map((text) => text.split('\n')[0])).toEqual(boards);
    expect(header!.slice(3).every((text) => text.endsWith(plainNotice('fr', 'en')))).toBe(lang === 'en');
    expect(rows.map((row) => row[1])).toEqual(criteria.map(({ question }) => question[lang]));
    rows.forEach((row, index) =>
      matrix.boards.forEach(({ id }, column) => {
        const { rules } = cellOf.get(`${criteria[index]!.id} ${id}`)!;
        const text = row[column + 3]!;
        for (const { quote } of rules) expect(text).toContain(quoted(quote[lang], lang));
        const note = dictionary(lang).office.note;
        expect(
          text
            .split('\n')
            .slice(1)
            .filter((line) => !line.startsWith(note)),
        ).toHaveLength(rules.length);
      }),
    );
  });

  test('the second has a row for each rule', async () => {
    const [, ...rows] = await open(2);
    const [header] = await open(2);
    const t = dictionary(lang).office;
    const column = (title: string): number => header!.indexOf(title);
    const ids = new Map(matrix.boards.map(({ id, short }) => [short, id]));
    const clauseOf = (row: string[]): string => `${ids.get(row[0]!)}:${row[column(t.clause)]}`;
    const rules = (quotedIn: 'fr' | 'en'): string[] => [
      ...new Set(
        clauses.flatMap(({ id, rules: all }) => all.map(({ quote }) => `${id} ${quote.fr} ${quote[quotedIn]}`)),
      ),
    ];
    const original = column(t.original) < 0 ? column(t.words) : column(t.original);
    expect(rows.map((row) => `${clauseOf(row)} ${row[original]} ${row[column(t.words)]}`)).toEqual(rules(lang));
    expect(rows.map((row) => row[column(t.cite)])).toEqual(
      rows.map((row) => clauses.find(({ id }) => id === clauseOf(row))!.cite[lang]),
    );
    const notice = rows.map((row) => row[column(t.notice)]);
    expect(new Set(notice)).toEqual(new Set([lang === 'fr' ? undefined : plainNotice('fr', 'en')]));
  });

  test('the third has a row for each silence, with its note', async () => {
    const [, ...rows] = await open(3);
    const silent = matrix.cells.filter(({ silence }) => silence !== null);
    expect(rows).toHaveLength(silent.length);
    expect(rows.map((row) => row[8])).toEqual(silent.map(({ note }) => note?.[lang] ?? ''));
  });

  test('the last says what the forces mean, and the date of the edition', async () => {
    const rows = await open(4);
    expect(rows.flat().join(' ')).toContain(corpus.edition.date.slice(0, 4));
    expect(rows.length).toBeGreaterThan(15);
  });

  test('every sheet keeps its header in view, can be filtered, and merges no cells', () => {
    expect(sheets).toHaveLength(4);
    for (const [, xml] of sheets) {
      expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(xml).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/>/);
      expect(xml).not.toContain('mergeCell');
    }
    expect(count(archive['xl/workbook.xml']!, /_xlnm\.Print_Titles/g)).toBe(4);
  });

  test('no cell is a formula, whatever sign it begins with', () => {
    for (const [, xml] of sheets) {
      expect(xml).not.toMatch(/<f[ >]/);
      expect(
        new Set(Array.from(xml.matchAll(/<c r="[^"]+"[^>]*>(?=<v>)/g), ([cell]) => cell.includes(' t="s"'))),
      ).toEqual(new Set([true]));
    }
  });

  test('no cell is longer than Excel holds, and every row is as high as its words', () => {
    const strings = Array.from(archive['xl/sharedStrings.xml']!.matchAll(/<t[^>]*>([^<]*)/g), ([, text]) => text!);
    expect(Math.max(...strings.map((text) => text.length))).toBeLessThan(32_767);
    const heights = sheets.flatMap(([, xml]) =>
      Array.from(xml.matchAll(/<row [^>]*ht="([\d.]+)"/g), ([, h]) => Number(h)),
    );
    expect(heights.length).toBeGreaterThan(600);
    expect(heights.filter((height) => height >= 409)).toEqual([]);
  });
});

describe.each(editions)('the Word document in $lang', ({ lang, name }) => {
  const file = read(`${name}.docx`);
  const archive = parts(file);

  test('every table has a header row that repeats, the boards across it, and a row for each question', () => {
    const xml = archive['word/document.xml']!;
    const tables = xml.split('<w:tbl>').slice(1);
    expect(tables).toHaveLength(matrix.topics.length);
    tables.forEach((table, index) => {
      const rows = table.split('<w:tr>').slice(1);
      expect(rows).toHaveLength(matrix.topics[index]!.criteria.length + 1);
      expect(count(table, /<w:tblHeader\/>/g)).toBe(1);
      expect(rows[0]).toContain('<w:tblHeader/>');
      for (const short of boards) expect(rows[0]).toContain(`>${short}<`);
      expect(count(rows[0]!, /the French text prevails/g)).toBe(lang === 'en' ? boards.length : 0);
    });
    expect(xml).not.toMatch(/gridSpan|vMerge/);
    expect(xml).toMatch(/w:orient="landscape"/);
  });

  test('the title and the topics are headings, in order', async () => {
    const { value } = await mammoth.convertToHtml(
      { buffer: file },
      { styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Heading 1'] => h2:fresh"] },
    );
    const headings = Array.from(value.matchAll(/<h([12])>(.*?)<\/h\1>/g), ([, level, text]) => [
      level,
      plain(text!.replaceAll(/<[^>]+>/g, '')),
    ]);
    expect(headings[0]![0]).toBe('1');
    expect(headings.slice(3).map(([, text]) => text)).toEqual(
      matrix.topics.map((topic) => plain(topic.name[lang].replaceAll('&', '&amp;'))),
    );
    expect(new Set(headings.slice(1).map(([level]) => level))).toEqual(new Set(['2']));
  });

  test('each question is followed by the words of each board', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: file });
    const document = new DOMParser().parseFromString(`<html>${value}</html>`, 'text/xml');
    const rows = Array.from(document.getElementsByTagName('tr'), (row) =>
      Array.from(row.childNodes, (cell) => plain(cell.textContent ?? '')),
    ).filter(([first]) => first !== 'Question');
    expect(rows).toHaveLength(criteria.length);
    rows.forEach(([question, ...cells], index) => {
      expect(question).toContain(plain(criteria[index]!.question[lang]));
      matrix.boards.forEach(({ id }, column) => {
        for (const { quote } of cellOf.get(`${criteria[index]!.id} ${id}`)!.rules) {
          expect(cells[column]).toContain(plain(quoted(quote[lang], lang)));
          expect(cells[column]).toContain(`« ${plain(quote.fr)} »`);
        }
      });
    });
  });

  test('it says its language, and which of its words are French', () => {
    expect(archive['word/styles.xml']).toContain(`<w:lang w:val="${lang}-CA"/>`);
    const quotations = matrix.cells.flatMap(({ rules }) => rules).length;
    expect(count(archive['word/document.xml']!, /<w:lang w:val="fr-CA"\/>/g)).toBe(quotations + boards.length);
  });
});

describe.each(editions.flatMap(({ lang, name }) => [`${name}.xlsx`, `${name}.docx`].map((file) => ({ lang, file }))))(
  '$file',
  ({ lang, file }) => {
    test('it bears a title, its language and the day of the edition, and nothing of the day of the build', () => {
      const core = parts(read(file))['docProps/core.xml']!;
      expect(core).toContain(`<dc:language>${lang}-CA</dc:language>`);
      expect(core).toMatch(/<dc:title>Balises.+<\/dc:title>/);
      expect(core.match(/\d{4}-\d{2}-\d{2}T[^<]*/g)).toEqual(Array(2).fill(`${corpus.edition.date}T00:00:00Z`));
    });

    test('it leads back to the site where the build knows its address, and names no other', () => {
      const links = (site: typeof rootSite): string[] =>
        Object.values(parts(read(file, site))).flatMap((xml) =>
          Array.from(xml.matchAll(/Target="(https?:[^"]+)"/g), ([, target]) => target!),
        );
      expect(links(rootSite)).toEqual([]);
      expect(links(belowSite).length).toBeGreaterThan(200);
      expect(links(belowSite).filter((link) => !link.startsWith('https://exemple.org/balises/'))).toEqual([]);
    });
  },
);

test('written again at another time and in another time zone, each file is the same byte for byte', async () => {
  const address = (board: string, id?: string): string => `https://exemple.org/${board}/${id ?? ''}`;
  const write = async (): Promise<string[]> => {
    const files = await Promise.all([
      matrixXlsx(corpus, address, 'fr'),
      matrixDocx(corpus, address, 'fr'),
      matrixDocx(corpus, address, 'en'),
    ]);
    return files.map((bytes) => Buffer.from(bytes).toString('base64'));
  };
  const zone = process.env.TZ;
  const first = await write();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-01T23:30:00Z') });
  process.env.TZ = 'Pacific/Kiritimati';
  const second = await write();
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(second).toEqual(first);
});
