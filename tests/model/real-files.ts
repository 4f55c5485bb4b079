import { resolve } from 'node:path';
import { readContentFiles } from '../../src/content-files.ts';
import { policyPath, type ContentFiles } from '../../src/model/corpus.ts';
import { scenarioOwner } from '../../src/model/permalinks.ts';
import { decodeFile, TextFile } from '../../src/model/text-file.ts';

/** The content of this project, which the tests change in memory and never on the disk. */
export const realFiles: ContentFiles = readContentFiles(resolve(import.meta.dirname, '../..'));

export const boards = ['dsfno', 'csspo', 'csscv', 'csno', 'cstl'];

export const sumsPath = 'content/policies/SHA256SUMS';
export const ledgerPath = 'content/permalinks.txt';

export const mdxPath = (board: string): string => policyPath(board, 'fr.mdx');
export const sourcePath = (board: string): string => policyPath(board, 'source.txt');

export function fileAt(path: string, files = realFiles): TextFile {
  const file = decodeFile(path, files.get(path));
  if (file instanceof TextFile) return file;
  throw new Error(`${path}: ${file.message}`);
}

export const textAt = (path: string, files = realFiles): string => fileAt(path, files).text;

/** The same files but one: other words, other bytes, or no file at all. */
export function withFile(path: string, content: string | Uint8Array | undefined, files = realFiles): ContentFiles {
  const changed = new Map(files);
  if (content === undefined) changed.delete(path);
  else changed.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return changed;
}

/**
 * One board's files, the topics and what else all boards share: read four times faster than all five. Lines of other boards in
 * the sums and in the ledger become blank, so that every line keeps its number.
 */
function alone(board: string, files = realFiles): ContentFiles {
  const others = boards.filter((other) => other !== board);
  const owners = [...others, scenarioOwner];
  const blank = (text: string): string =>
    text
      .split('\n')
      .map((line) =>
        owners.some((other) => line.startsWith(`${other}:`) || line.endsWith(`  ${other}/source.txt`)) ? '' : line,
      )
      .join('\n');
  // A situation has an answer of every board; a pack has clauses of several.
  const foreign = (path: string): boolean =>
    /^content\/(?:scenarios|packs)\//.test(path) || others.some((other) => path.startsWith(policyPath(other, '')));
  const own = new Map([...files].filter(([path]) => !foreign(path)));
  for (const path of [sumsPath, ledgerPath]) own.set(path, new TextEncoder().encode(blank(textAt(path, files))));
  return own;
}

const sets = new Map(boards.map((board) => [board, alone(board)]));

/** The files in which a fault of `path` shows: its board's if it is a policy's, or else all of them. */
export const filesAround = (path: string): ContentFiles => sets.get(path.split('/')[2] ?? '') ?? realFiles;
