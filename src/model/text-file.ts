import type { Finding, Issue } from './issue.ts';

/** Far above any policy seen (17 kB), far below what would hang an editor. */
const maxBytes = 1_000_000;

/** A content file's text, and where in the file each offset of it lies. */
export class TextFile {
  readonly path: string;
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      this.#lineStarts.push(at + 1);
    }
  }

  positionAt(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#lineStarts[low]! + 1 };
  }

  offsetAt(line: number, column: number): number {
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - 1;
  }

  issueAt(offset: number, length: number, finding: Finding): Issue {
    return { file: this.path, ...this.positionAt(offset), length, ...finding };
  }
}

/**
 * Bytes to text. CRLF and a byte order mark change nothing; bytes that are not UTF-8, an empty file and an enormous one are
 * told, not guessed at.
 */
export function decodeFile(path: string, bytes: Uint8Array | undefined): TextFile | Issue {
  const refuse = (finding: Finding, line = 1, column = 1): Issue => ({
    file: path,
    line,
    column,
    length: 1,
    ...finding,
  });
  if (!bytes) {
    return refuse({
      message: 'This file is missing.',
      expected: `a file at ${path}.`,
      remedy: 'Put the file back, or take its folder out of content/policies/SHA256SUMS.',
    });
  }
  if (bytes.length > maxBytes) {
    return refuse({
      message: `This file holds ${bytes.length} bytes.`,
      expected: `at most ${maxBytes} bytes; the longest policy so far has about 20,000.`,
      remedy: 'Check that the right file was saved here; split a text that is really this long.',
    });
  }
  const decoded = new TextDecoder('utf-8').decode(bytes);
  const text = decoded.replaceAll('\r\n', '\n');
  const broken = text.indexOf('\uFFFD');
  if (broken !== -1) {
    const { line, column } = new TextFile(path, text).positionAt(broken);
    return refuse(
      {
        message: 'These bytes are not UTF-8 text.',
        expected: 'a file saved as UTF-8.',
        remedy: 'Save the file again with the encoding UTF-8 in your editor.',
      },
      line,
      column,
    );
  }
  if (text.trim() === '') {
    return refuse({
      message: 'This file is empty.',
      expected: 'its content.',
      remedy: 'Restore it from the last good version.',
    });
  }
  return new TextFile(path, text);
}
