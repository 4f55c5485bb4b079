import { resolve } from 'node:path';
import { readContentFiles } from '../../src/content-files.ts';
import { policyPath, type ContentFiles } from '../../src/model/corpus.ts';
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
