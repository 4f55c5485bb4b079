import { diffArrays } from 'diff';
import type { Issue } from './issue.ts';
import { wordsOf, type Word } from './read-back.ts';
import type { TextFile } from './text-file.ts';

/**
 * The normalisation under which source and MDX must be equal, and all of it: any run of white space is one space, and the
 * glyph of an unnumbered list item at the start of a line ("- ", "⇒ ") is not a word.
 */
export function sourceWords(source: TextFile): Word[] {
  const glyphless = source.text.replaceAll(/^[ \t]*(?:- )?(?:⇒ )?/gm, (glyph) => ' '.repeat(glyph.length));
  return wordsOf(glyphless, (index) => index);
}

/** Beyond this many differing words the file is another text, and the first difference says enough. */
const maxDifferences = 400;

const quote = (words: readonly Word[]): string => {
  const shown = words
    .slice(0, 12)
    .map((word) => word.text)
    .join(' ');
  return words.length > 12 ? `${shown} …` : shown;
};

const textsOf = (words: readonly Word[]): string[] => words.map((word) => word.text);

/** Every place where the words of the MDX are not those of the source. */
export function compareWords(mdx: TextFile, read: Word[], source: TextFile): Issue[] {
  const received = sourceWords(source);
  const remedy = 'Policy text is verbatim: write here what source.txt says, errors included.';
  const lineOf = (sourceIndex: number): number | undefined => {
    const word = received[sourceIndex];
    return word && source.positionAt(word.offset).line;
  };
  const issue = (found: Word[], expected: Word[], nextIndex: number, sourceIndex: number): Issue => {
    const line = lineOf(sourceIndex) ?? lineOf(received.length - 1) ?? 1;
    const sayExpected = `the words of ${source.path}:${line}`;
    // The last words of a paragraph are missed after the word before them: the word behind them is in another clause, or nowhere.
    const endsLine = lineOf(sourceIndex - 1) === line && lineOf(sourceIndex + expected.length) !== line;
    const missingAtEnd = found.length === 0 && nextIndex > 0 && (endsLine || nextIndex === read.length);
    const place = found[0] ?? (missingAtEnd ? read[nextIndex - 1] : read[nextIndex]);
    const last = found.at(-1) ?? (missingAtEnd ? place : undefined);
    return mdx.issueAt(place?.offset ?? 0, last && place ? last.offset + last.length - place.offset : 1, {
      message:
        found.length === 0
          ? `Words of the source are missing ${missingAtEnd ? 'after' : 'before'} this place: "${quote(expected)}".`
          : expected.length === 0
            ? `These words are not in the source: "${quote(found)}".`
            : `"${quote(found)}" is not what the source says.`,
      expected:
        expected.length === 0 ? `${sayExpected}, and nothing between them.` : `${sayExpected}: "${quote(expected)}".`,
      remedy,
    });
  };

  const changes = diffArrays(textsOf(received), textsOf(read), { maxEditLength: maxDifferences });
  if (!changes) {
    let at = 0;
    while (received[at]?.text === read[at]?.text) at += 1;
    return [issue(read.slice(at, at + 13), received.slice(at, at + 13), at, at)];
  }
  const issues: Issue[] = [];
  let inSource = 0;
  let inRead = 0;
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index]!;
    if (!change.added && !change.removed) {
      inSource += change.count;
      inRead += change.count;
      continue;
    }
    // jsdiff puts what was removed before what was added in its place.
    const next = changes[index + 1];
    const removed = change.removed ? change.count : 0;
    const added = change.added ? change.count : next?.added ? next.count : 0;
    if (change.removed && next?.added) index += 1;
    issues.push(
      issue(read.slice(inRead, inRead + added), received.slice(inSource, inSource + removed), inRead, inSource),
    );
    inSource += removed;
    inRead += added;
  }
  return issues;
}
