import { langs, type Lang } from '../lang.ts';
import type { MatrixJson } from './matrix-json.ts';

/** The matrix as a table for any spreadsheet: one row for each rule, and one for each cell without rules. */

/** "quote_fr", "quote_en": a column for each language. */
const inLangs = <Name extends string>(name: Name) => langs.map((lang) => `${name}_${lang}` as const);

/** What goes into them. */
const each = <Name extends string>(
  name: Name,
  text: Readonly<Record<Lang, string | null>> | null | undefined,
): Record<`${Name}_${Lang}`, string> =>
  Object.fromEntries(langs.map((lang) => [`${name}_${lang}`, text?.[lang] ?? ''])) as Record<`${Name}_${Lang}`, string>;

const columns = [
  'board',
  'board_name',
  'province',
  'date',
  'topic',
  'criterion',
  ...inLangs('question'),
  'state',
  'force',
  'against',
  'tension',
  'audience',
  'exception',
  ...inLangs('quote'),
  ...inLangs('notice'),
  'clause',
  ...inLangs('cite'),
  ...inLangs('url'),
  ...inLangs('note'),
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
      ...each('question', question),
      state: cell.state,
      force: '',
      against: '',
      tension: String(cell.tension),
      audience: '',
      exception: '',
      ...each('quote', null),
      ...each('notice', null),
      clause: '',
      ...each('cite', null),
      ...each('url', null),
      ...each('note', cell.note),
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
      ...each('quote', rule.quote),
      ...each('notice', rule.notice),
      clause: rule.clause,
      ...each('cite', rule.cite),
      ...each('url', rule.url),
    }));
  });
  // The byte order mark tells Excel that the accents are UTF-8.
  return `\uFEFF${line(columns)}${rows.map((row) => line(columns.map((column) => row[column]))).join('')}`;
}
