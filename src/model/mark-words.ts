import type { Note } from './note.ts';
import type { Clause, Inline } from './policy.ts';

/** The words with something of ours set between them: `mark` stands where the words named by a note end. */
export type Annotated =
  | { type: 'text'; value: string }
  | { type: 'strong' | 'em'; children: Annotated[] }
  | { type: 'rule'; index: number; children: Annotated[] }
  | { type: 'mark'; index: number };

/** Sets a mark at each offset of the clause's text. */
function markWords(words: Inline[], offsets: number[]): Annotated[] {
  let at = 0;
  const visit = (nodes: Inline[]): Annotated[] =>
    nodes.flatMap((node): Annotated[] => {
      if (node.type !== 'text') return [{ ...node, children: visit(node.children) }];
      const pieces: Annotated[] = [];
      const end = at + node.value.length;
      let from = at;
      offsets.forEach((offset, index) => {
        if (offset <= from || offset > end) return;
        pieces.push({ type: 'text', value: node.value.slice(from - at, offset - at) }, { type: 'mark', index });
        from = offset;
      });
      if (from < end) pieces.push({ type: 'text', value: node.value.slice(from - at) });
      at = end;
      return pieces;
    });
  return visit(words);
}

/** The words of a clause with a mark behind each error of the source, and the notes that those marks lead to, in order. */
export function markErrors(clause: Clause, notes: Note[]): { words: Annotated[]; errors: Note[] } {
  const found = notes
    .filter((note) => note.on === clause.id && note.kind === 'sic')
    .map((note) => ({ note, end: clause.text.indexOf(note.words!) + note.words!.length }))
    .toSorted((a, b) => a.end - b.end);
  return {
    words: markWords(
      clause.words,
      found.map(({ end }) => end),
    ),
    errors: found.map(({ note }) => note),
  };
}
