import { link } from './link.ts';
import type { Corpus } from './model/corpus.ts';
import type { Lang } from './model/lang.ts';
import type { Cell } from './model/matrix.ts';
import { partsOf } from './model/parts.ts';

/** Where the page of its topic shows a cell, with the proof if it is a silence. */
export function cellLink(corpus: Corpus, { topic: id, criterion, board }: Cell, lang: Lang): string {
  const topic = corpus.topics.find((one) => one.id === id)!;
  const part = partsOf(corpus, topic, 'topic').findIndex((boards) => boards.includes(board)) + 1;
  return `${link({ kind: 'topic', slug: topic.slug, part }, lang)}#${criterion}-${board}`;
}
