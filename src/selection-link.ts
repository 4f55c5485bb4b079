import { link } from './link.ts';
import type { Lang } from './model/lang.ts';
import { writeSelection } from './model/selection.ts';

/** Where a ready selection of clauses opens: its keys are in the address. */
export const selectionLink = (title: string, keys: readonly string[], lang: Lang): string =>
  `${link({ kind: 'selection' }, lang)}?${writeSelection({ title, chosen: keys.map((key) => ({ key, note: '' })) }, false)}`;
