import type { Inline } from './policy.ts';

/** The words with something of ours set between them: `mark` stands where the words named by a note end. */
export type Annotated =
  | { type: 'text'; value: string }
  | { type: 'strong' | 'em'; children: Annotated[] }
  | { type: 'rule'; index: number; children: Annotated[] }
  | { type: 'mark'; index: number };

/** Sets a mark at each offset of the clause's text. */
export function markWords(words: Inline[], offsets: number[]): Annotated[] {
  let at = 0;
  const visit = (nodes: Inline[]): Annotated[] =>
    nodes.flatMap((node): Annotated[] => {
      if (node.type !== 'text') return [{ ...node, children: visit(node.children) }];
      const pieces: Annotated[] = [];
      const end = at + node.value.length;
      let from = at;
      offsets.forEach((offset, index) => {
        if (offset <= from - (from === 0 ? 1 : 0) || offset > end) return;
        pieces.push({ type: 'text', value: node.value.slice(from - at, offset - at) }, { type: 'mark', index });
        from = offset;
      });
      if (from < end) pieces.push({ type: 'text', value: node.value.slice(from - at) });
      at = end;
      return pieces;
    });
  return visit(words);
}
