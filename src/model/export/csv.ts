import type { MatrixJson } from './matrix-json.ts';

/** The matrix as a table for any spreadsheet: one row for each rule, and one for each cell without rules. */

const columns = [
  'board',
  'board_name',
  'province',
  'date',
  'topic',
  'criterion',
  'question_fr',
  'question_en',
  'state',
  'force',
  'against',
  'tension',
  'audience',
  'exception',
  'quote_fr',
  'quote_en',
  'clause',
  'cite_fr',
  'cite_en',
  'url_fr',
  'url_en',
  'note_fr',
  'note_en',
  'silence_terms',
  'silence_hits',
] as const;

type Row = Record<(typeof columns)[number], string>;

/** A spreadsheet takes a cell that begins with one of these signs for a formula: an apostrophe makes it words again. */
const disarm = (text: string): string => text.replace(/^(?=[=+\-@\t\r])/, "'");

const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${disarm(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

export function matrixCsv(matrix: MatrixJson): string {
  const boards = new Map(matrix.boards.map((board) => [board.id, board]));
  const questions = new Map(
    matrix.topics.flatMap(({ criteria }) => criteria.map(({ id, question }) => [id, question] as const)),
  );
  const rows = matrix.cells.flatMap((cell): Row[] => {
    const board = boards.get(cell.board)!;
    const question = questions.get(cell.criterion)!;
    const shared: Row = {
      board: board.short,
      board_name: board.name,
      province: board.province,
      date: board.date ?? '',
      topic: cell.topic,
      criterion: cell.criterion,
      question_fr: question.fr,
      question_en: question.en,
      state: cell.state,
      force: '',
      against: '',
      tension: String(cell.tension),
      audience: '',
      exception: '',
      quote_fr: '',
      quote_en: '',
      clause: '',
      cite_fr: '',
      cite_en: '',
      url_fr: '',
      url_en: '',
      note_fr: cell.note?.fr ?? '',
      note_en: cell.note?.en ?? '',
      silence_terms: cell.silence?.terms.join(' | ') ?? '',
      silence_hits: cell.silence?.hits.map(({ clause }) => clause).join(' | ') ?? '',
    };
    if (cell.rules.length === 0) return [shared];
    return cell.rules.map((rule) => ({
      ...shared,
      force: rule.force,
      against: String(rule.against),
      audience: rule.audience,
      exception: rule.exception ?? '',
      quote_fr: rule.quote.fr,
      quote_en: rule.quote.en ?? '',
      clause: rule.clause,
      cite_fr: rule.cite.fr,
      cite_en: rule.cite.en,
      url_fr: rule.url.fr,
      url_en: rule.url.en,
    }));
  });
  // The byte order mark tells Excel that the accents are UTF-8.
  return `\uFEFF${line(columns)}${rows.map((row) => line(columns.map((column) => row[column]))).join('')}`;
}
