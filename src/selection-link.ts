import { link } from './link.ts';
import type { Lang } from './model/lang.ts';
import { writeSelection } from './model/selection-query.ts';

/** Where a ready selection of clauses opens: its keys are in the address. With `slide` it opens on the wall. */
export function selectionLink(title: string, keys: readonly string[], lang: Lang, slide?: number): string {
  const query = writeSelection({ title, chosen: keys.map((key) => ({ key, note: '' })) }, false);
  return `${link({ kind: 'selection' }, lang)}?${query}${slide === undefined ? '' : `&p=${slide}`}`;
}
