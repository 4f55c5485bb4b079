import type { Finding, Issue } from './issue.ts';
import type { Bilingual } from './lang.ts';
import {
  agreementOf,
  differingClauses,
  passSchema,
  publishedMarks,
  settledSchema,
  type Agreement,
  type Mark,
  type Settlement,
} from './marking.ts';
import { near } from './near.ts';
import { placedClauses, type Policy } from './policy.ts';
import { readYaml } from './read-yaml.ts';
import type { TextFile } from './text-file.ts';

/** What the two passes over a policy gave, and how their differences were settled. */
export interface Marking {
  agreement: Agreement;
  settlements: Settlement[];
}

export interface MarkingFiles {
  first: TextFile;
  second: TextFile;
  settled: TextFile;
}

type RangeOf = (path: PropertyKey[]) => { offset: number; length: number };

const refuser =
  (issues: Issue[], file: TextFile, range: RangeOf) =>
  (path: PropertyKey[], finding: Finding): void => {
    const { offset, length } = range(path);
    issues.push(file.issueAt(offset, length, finding));
  };

const of = (marks: Mark[], id: string): Mark[] => marks.filter((mark) => mark.clause === id);

export function readMarking(
  files: MarkingFiles,
  policy: Policy,
  /** Undefined if they could not be read: that is an error of their own file, not of each settlement. */
  reasons: Record<string, Bilingual> | undefined,
): { marking?: Marking; issues: Issue[] } {
  const issues: Issue[] = [];
  const clauses = new Map(placedClauses(policy).map(({ clause }) => [clause.id, clause]));
  const readPass = (file: TextFile): Mark[] => {
    const pass = readYaml(file, passSchema);
    issues.push(...pass.issues);
    if (!pass.value) return [];
    const refuse = refuser(issues, file, pass.value.range);
    return pass.value.value.flatMap((mark, index): Mark[] => {
      const clause = clauses.get(mark.clause);
      if (!clause) {
        refuse([index, 'clause'], {
          message: `There is no clause "${mark.clause}".`,
          expected: `a clause of content/policies/${policy.board}/fr.mdx.`,
          remedy: 'A pass is kept as it was handed in: follow a renamed clause, and change nothing else.',
          suggestion: near(mark.clause, clauses.keys()),
        });
        return [];
      }
      if ('unmarked' in mark) return [];
      const from = clause.text.indexOf(mark.words);
      if (from === -1) {
        refuse([index, 'words'], {
          message: `These words do not stand in the clause ${mark.clause}.`,
          expected: `words of "${clause.text.slice(0, 80)}…".`,
          remedy: 'A pass quotes the clause to the letter.',
        });
        return [];
      }
      return [
        {
          clause: mark.clause,
          from,
          to: from + mark.words.length,
          words: mark.words,
          on: mark.on,
          force: mark.force,
          audience: mark.audience ?? clause.audience,
          except: mark.except,
        },
      ];
    });
  };

  const first = readPass(files.first);
  const second = readPass(files.second);
  const settled = readYaml(files.settled, settledSchema);
  issues.push(...settled.issues);
  if (issues.length > 0 || !settled.value) return { issues };

  const refuse = refuser(issues, files.settled, settled.value.range);
  const published = publishedMarks(policy);
  const settlements = settled.value.value;
  const differing = differingClauses(first, second);
  const publishedAs = (marks: Mark[], id: string) => differingClauses(of(published, id), of(marks, id)).size === 0;

  const settledClauses = new Set<string>();
  settlements.forEach(({ clause, kept, why }, index) => {
    if (settledClauses.has(clause)) {
      refuse([index, 'clause'], {
        message: `The clause ${clause} is settled twice.`,
        expected: 'one line for each clause.',
        remedy: 'Take one of the two lines out.',
      });
    }
    settledClauses.add(clause);
    if (!clauses.has(clause)) {
      refuse([index, 'clause'], {
        message: `There is no clause "${clause}".`,
        expected: `a clause of content/policies/${policy.board}/fr.mdx.`,
        remedy: 'Correct the id.',
        suggestion: near(clause, clauses.keys()),
      });
    } else if (!differing.has(clause) && publishedAs(first, clause)) {
      refuse([index, 'clause'], {
        message: `There is nothing to settle on ${clause}: the two passes agree, and what they give is published.`,
        expected: 'lines only for clauses on which the passes differ, or whose published marks are neither pass’s.',
        remedy: 'Take the line out.',
      });
    } else if (reasons && !Object.hasOwn(reasons, why)) {
      refuse([index, 'why'], {
        message: `The reason "${why}" is not in content/marking-reasons.yaml.`,
        expected: `one of ${Object.keys(reasons).join(', ')}.`,
        remedy: 'Use a reason from that file, or add one there in both languages.',
        suggestion: near(why, Object.keys(reasons)),
      });
    } else if (kept !== 'other' && !publishedAs(kept === 'first' ? first : second, clause)) {
      refuse([index, 'kept'], {
        message: `The published marks of ${clause} are not those of the ${kept} pass.`,
        expected: `the marks that ${kept}.yaml gives for ${clause}, or kept: other.`,
        remedy: 'Say which pass the published marks follow, or restore them.',
      });
    }
  });
  for (const id of clauses.keys()) {
    if (settledClauses.has(id)) continue;
    if (!differing.has(id) && publishedAs(first, id)) continue;
    refuse([], {
      message: differing.has(id)
        ? `The two passes differ on ${id}, and nothing says how that was settled.`
        : `The published marks of ${id} are not those on which the two passes agree, and nothing says why.`,
      expected: `a line for clause "${id}" with what was kept and why.`,
      remedy: `Add - { clause: "${id}", kept: first|second|other, why: … }, or restore the marks.`,
    });
  }
  return { marking: { agreement: agreementOf(first, second), settlements }, issues };
}
