import { describe, expect, test } from 'vitest';
import { formatIssue, type Issue } from '../../src/model/issue.ts';

const issue: Issue = {
  file: 'content/policies/csno/fr.mdx',
  line: 2,
  column: 31,
  length: 11,
  message: 'The force "prohibicion" is not in the list.',
  expected: 'one of prohibition, obligation.',
  remedy: 'Use a word from that list.',
  suggestion: 'prohibition',
};

const text = 'first line\n<Rule on="brand.logo" force="prohibicion">Jamais.</Rule>\nlast line\n';

/** The line shown and the caret's line, without what stands before them. */
function shown(found: Partial<Issue>, ofText = text): string[] {
  const lines = formatIssue({ ...issue, ...found }, ofText).split('\n');
  return lines.filter((line) => line.includes(' | ')).map((line) => line.slice(line.indexOf(' | ') + 3));
}

test('an issue says where, what, what was expected, how to mend it, and what may be meant', () => {
  expect(formatIssue(issue, text)).toBe(
    [
      'content/policies/csno/fr.mdx:2:31  The force "prohibicion" is not in the list.',
      '  2 | <Rule on="brand.logo" force="prohibicion">Jamais.</Rule>',
      '    |                               ^^^^^^^^^^^',
      '  Expected: one of prohibition, obligation.',
      '  To mend it: Use a word from that list.',
      '  Did you mean "prohibition"?',
    ].join('\n'),
  );
});

test('without a suggestion nothing is guessed, without the text no line is shown', () => {
  expect(formatIssue({ ...issue, suggestion: undefined })).toBe(
    [
      'content/policies/csno/fr.mdx:2:31  The force "prohibicion" is not in the list.',
      '  Expected: one of prohibition, obligation.',
      '  To mend it: Use a word from that list.',
    ].join('\n'),
  );
});

describe('the caret', () => {
  const long = `${'a'.repeat(200)}FAULT${'b'.repeat(200)}`;
  test.each([
    ['stands under the first sign', { column: 1, length: 5 }, text, '<Rule', '^^^^^'],
    ['is at least one sign long', { column: 1, length: 0 }, text, '<Rule', '^'],
    ['ends with the line', { column: 50, length: 900 }, text, '</Rule>', '^^^^^^^'],
    ['may stand behind the last sign', { column: 57, length: 1 }, text, '', '^'],
    ['stands under a fault in the middle of a long line', { line: 1, column: 201, length: 5 }, long, 'FAULT', '^^^^^'],
    ['stands under the end of a long line', { line: 1, column: 405, length: 1 }, long, 'b', '^'],
    ['counts with CRLF', { column: 1, length: 5 }, text.replaceAll('\n', '\r\n'), '<Rule', '^^^^^'],
    ['counts behind a byte order mark', { line: 1, column: 1, length: 5 }, `\uFEFF${text}`, 'first', '^^^^^'],
  ])('%s', (_name, found, ofText, words, carets) => {
    const [line, caret] = shown(found, ofText);
    expect(caret!.trim()).toBe(carets);
    expect(line!.slice(caret!.indexOf('^'))).toMatch(new RegExp(`^${words}`));
  });

  test('a long line is cut around the fault', () => {
    const [line] = shown({ line: 1, column: 201, length: 5 }, long);
    expect(line).toHaveLength(96);
    expect(line).toContain('aaaFAULTbbb');
  });

  test('a line of another length of number keeps the caret under its sign', () => {
    const many = `${'x\n'.repeat(1233)}FAULT`;
    expect(formatIssue({ ...issue, line: 1234, column: 1, length: 5 }, many)).toContain(
      '  1234 | FAULT\n       | ^^^^^\n',
    );
  });
});
