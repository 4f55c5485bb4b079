/** Rows of words as a table for a terminal: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((words, column) => (column === 0 ? words.padEnd(widths[column]!) : words.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const digits = new Intl.NumberFormat('en-CA', { maximumSignificantDigits: 3 });

export const inSeconds = (seconds: number): string => `${digits.format(seconds)} s`;
export const inBytes = (bytes: number): string =>
  bytes < 1e6
    ? `${digits.format(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${digits.format(bytes / 1e6)} MB`
      : `${digits.format(bytes / 1e9)} GB`;
