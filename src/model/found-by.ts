import { z } from 'zod';
import type { Issue } from './issue.ts';
import { inEach, type Lang } from './lang.ts';
import { near } from './near.ts';
import { placedClauses, type Policy } from './policy.ts';
import { readYaml } from './read-yaml.ts';
import type { TextFile } from './text-file.ts';

/**
 * What people type who need a clause: whole questions, and words that it has not. It leads the search to the clause, and stands on no
 * page.
 */

/** One text for all of them, not a list: of hundreds of boards it is most of what is read. */
const schema = z.record(z.string(), z.strictObject(inEach(() => z.string().trim().min(1).optional())));

/** By the id of the clause: a line for each who needs it. */
export type FoundBy = Map<string, Partial<Record<Lang, string>>>;

export function readFoundBy(file: TextFile, policy: Policy): { foundBy: FoundBy; issues: Issue[] } {
  const read = readYaml(file, schema);
  if (!read.value) return { foundBy: new Map(), issues: read.issues };
  const { value, range } = read.value;
  const ids = new Set(placedClauses(policy).map(({ clause }) => clause.id));
  const issues = Object.keys(value)
    .filter((id) => !ids.has(id))
    .map((id) => {
      const { offset, length } = range([], id);
      return file.issueAt(offset, length, {
        message: `There is no clause "${id}".`,
        expected: `a clause of ${policy.board}.`,
        remedy: 'Correct the id.',
        suggestion: near(id, ids),
      });
    });
  return { foundBy: new Map(Object.entries(value)), issues };
}
