/** One thing that is wrong in a content file, said for the person who wrote it. */
export interface Issue {
  file: string;
  line: number;
  column: number;
  /** How many characters the caret underlines. */
  length: number;
  /** What is wrong, in one sentence that names what was found. */
  message: string;
  expected: string;
  remedy: string;
  /** A known name within two edits of the one that was found. */
  suggestion?: string;
}

/** What an issue says, before it is known where. */
export type Finding = Omit<Issue, 'file' | 'line' | 'column' | 'length'>;

export type Result<T> = { value: T; issues: [] } | { value: undefined; issues: Issue[] };

const width = 96;

/** The line with a caret under the fault; a long line is cut around it. */
function excerpt(issue: Issue, lineText: string): string[] {
  const from = Math.max(0, Math.min(issue.column - 1 - width / 2, lineText.length - width));
  const shown = lineText.slice(from, from + width);
  // A tab stays a tab, so that the caret stands under the fault whatever its width.
  const caret = shown.slice(0, Math.max(0, issue.column - 1 - from)).replaceAll(/[^\t]/g, ' ');
  const room = Math.max(1, shown.length - caret.length);
  const number = String(issue.line);
  const gutter = ' '.repeat(number.length);
  return [`  ${number} | ${shown}`, `  ${gutter} | ${caret}${'^'.repeat(Math.min(Math.max(1, issue.length), room))}`];
}

/** `text` is the file's text, if it can be shown. */
export function formatIssue(issue: Issue, text?: string): string {
  const lineText = text?.split(/\r?\n/)[issue.line - 1];
  return [
    `${issue.file}:${issue.line}:${issue.column}  ${issue.message}`,
    ...(lineText ? excerpt(issue, lineText.replace(/^\uFEFF/, '')) : []),
    `  Expected: ${issue.expected}`,
    `  To mend it: ${issue.remedy}`,
    ...(issue.suggestion ? [`  Did you mean "${issue.suggestion}"?`] : []),
  ].join('\n');
}
