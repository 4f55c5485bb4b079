import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ContentFiles } from './model/corpus.ts';

/** Everything below content/, from the disk. The one place that knows where content lies. */
export function readContentFiles(root: string): ContentFiles {
  const folder = join(root, 'content');
  if (!existsSync(folder)) throw new Error(`There is no folder content/ in ${root}. Run this from the project.`);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(root.length + 1).replaceAll(sep, '/'), readFileSync(path)] as const;
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
