import type { Cell } from '../model/matrix.ts';
import { forceWord } from './force-word.ts';
import type { Dictionary } from './fr.ts';

/** What a cell says in a word: the force of its strongest words, or the kind of its silence. */
export function cellWord(t: Dictionary, cell: Cell): string {
  if (cell.force) return forceWord(t, { force: cell.force, against: cell.against });
  if (cell.state === 'elsewhere') return t.cell.elsewhere;
  return cell.silence?.received ? t.cell.silentReceived : t.cell.silent;
}
