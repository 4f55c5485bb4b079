import { describe, expect, test } from 'vitest';
import { decodeFile, TextFile } from '../../src/model/text-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('positions on many lines', () => {
  const text = 'un\ndeux\n\nquatre\r\ncinq\n';
  const file = new TextFile('fr.mdx', text);
  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [7, 2, 5],
    [8, 3, 1],
    [9, 4, 1],
    [14, 4, 6],
    [17, 5, 1],
    [22, 6, 1],
  ])('offset %i is %i:%i', (offset, line, column) => {
    expect(file.positionAt(offset)).toEqual({ line, column });
    expect(file.offsetAt(line, column)).toBe(offset);
  });

  test('each offset of a thousand lines comes back from its line and column', () => {
    const long = new TextFile('fr.mdx', Array.from({ length: 1000 }, (_, index) => 'x'.repeat(index % 7)).join('\n'));
    const wrong = Array.from(long.text, (_, offset) => offset).filter((offset) => {
      const { line, column } = long.positionAt(offset);
      return long.offsetAt(line, column) !== offset || long.text.split('\n')[line - 1]!.length < column - 1;
    });
    expect(wrong).toEqual([]);
  });

  test('a line behind the last one is the end of the file', () => {
    expect(new TextFile('fr.mdx', 'un').offsetAt(9, 1)).toBe(2);
  });
});

describe('what changes nothing', () => {
  test.each([
    ['plain text', 'un\ndeux\n'],
    ['CRLF', 'un\r\ndeux\r\n'],
    ['a byte order mark', '\uFEFFun\ndeux\n'],
    ['both', '\uFEFFun\r\ndeux\r\n'],
  ])('%s', (_name, text) => {
    expect(decodeFile('fr.mdx', bytes(text))).toEqual(new TextFile('fr.mdx', 'un\ndeux\n'));
  });
});

describe('what is refused', () => {
  const latin1 = Uint8Array.from(Buffer.from('un\ndeux\nl\u00E9gal\n', 'latin1'));
  test.each([
    ['a missing file', undefined, '1:1 This file is missing.'],
    ['an empty file', bytes(''), '1:1 This file is empty.'],
    ['a file of white space', bytes('\uFEFF \n\t\r\n'), '1:1 This file is empty.'],
    ['Latin 1', latin1, '3:2 These bytes are not UTF-8 text.'],
    ['a byte that no text has', Uint8Array.of(97, 10, 98, 0xff, 99), '2:2 These bytes are not UTF-8 text.'],
    ['half a letter at the end', bytes('un\né').subarray(0, 4), '2:1 These bytes are not UTF-8 text.'],
    ['Latin 1 with CRLF', Uint8Array.of(97, 13, 10, 98, 99, 0xe9), '2:3 These bytes are not UTF-8 text.'],
    ['one byte too many', bytes('a'.repeat(1_000_001)), '1:1 This file holds 1000001 bytes.'],
  ])('%s', (_name, content, told) => {
    const issue = decodeFile('fr.mdx', content);
    if (issue instanceof TextFile) throw new Error('This file was not refused.');
    expect(`${issue.line}:${issue.column} ${issue.message}`).toBe(told);
    expect(issue.file).toBe('fr.mdx');
  });

  test('a file of the greatest size passes', () => {
    expect(decodeFile('fr.mdx', bytes('a'.repeat(1_000_000)))).toBeInstanceOf(TextFile);
  });
});
