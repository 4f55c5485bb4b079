import { z } from 'zod';
import type { Issue } from './issue.ts';
import { bilingual } from './lang.ts';
import { near } from './near.ts';
import { readYaml } from './read-yaml.ts';
import type { TextFile } from './text-file.ts';

/** A starter pack: a ready selection of clauses on one topic, and how a trainer spends an hour with it. In our words. */

/** Minutes of a plan, all its steps together. */
const planMinutes = 60;

const step = bilingual.extend({
  minutes: z.number().int().positive(),
  scenario: z.string().optional().meta({ description: 'The folder of the situation that this step uses.' }),
});

const packSchema = z.strictObject({
  title: bilingual,
  aim: bilingual.meta({ description: 'What those who were there can do afterwards.' }),
  clauses: z.array(z.string()).min(2).meta({ description: '"csno:4.c" …, in the order of the hour.' }),
  plan: z.array(step).min(1),
});

export interface Pack extends z.infer<typeof packSchema> {
  topic: string;
}

/** What a pack may name. */
export interface Nameable {
  topics: readonly string[];
  /** "csno:4.c". */
  clauses: ReadonlySet<string>;
  scenarios: readonly string[];
}

/** The file bears the name of its topic. */
export function readPack(file: TextFile, topic: string, known: Nameable): { pack?: Pack; issues: Issue[] } {
  const read = readYaml(file, packSchema);
  if (!read.value) return { issues: read.issues };
  const { value, range } = read.value;
  const issues: Issue[] = [];
  const refuse = (path: (string | number)[], finding: Parameters<TextFile['issueAt']>[2]): void => {
    const { offset, length } = range(path);
    issues.push(file.issueAt(offset, length, finding));
  };
  if (!known.topics.includes(topic)) {
    refuse(['title'], {
      message: `There is no topic "${topic}".`,
      expected: 'a file named as one in content/topics/.',
      remedy: 'Rename the file.',
      suggestion: near(topic, known.topics),
    });
  }
  value.clauses.forEach((key, index) => {
    const twice = value.clauses.indexOf(key) !== index;
    if (known.clauses.has(key) && !twice) return;
    refuse(['clauses', index], {
      message: twice ? `"${key}" stands twice.` : `There is no clause "${key}".`,
      expected: 'each clause once, as in csno:4.c.',
      remedy: twice ? 'Take one of the two out.' : 'Correct the board or the id.',
      suggestion: twice ? undefined : near(key, known.clauses),
    });
  });
  value.plan.forEach(({ scenario }, index) => {
    if (scenario === undefined || known.scenarios.includes(scenario)) return;
    refuse(['plan', index, 'scenario'], {
      message: `There is no situation "${scenario}".`,
      expected: 'the name of a folder in content/scenarios/.',
      remedy: 'Correct the name.',
      suggestion: near(scenario, known.scenarios),
    });
  });
  const minutes = value.plan.reduce((sum, one) => sum + one.minutes, 0);
  if (minutes !== planMinutes) {
    refuse(['plan'], {
      message: `The steps take ${minutes} minutes.`,
      expected: `${planMinutes} minutes in all.`,
      remedy: 'Give each step the minutes it needs, and no more.',
    });
  }
  return issues.length > 0 ? { issues } : { issues, pack: { topic, ...value } };
}
