import type { z } from 'zod';
import type { Finding } from './issue.ts';
import { near } from './near.ts';

type ZodIssue = z.core.$ZodIssue;

/** zod's issues, one for each thing that is wrong: each unknown key, and of a union what keeps the nearest form from fitting. */
export function zodIssues(issues: readonly ZodIssue[]): ZodIssue[] {
  return issues.flatMap((issue): ZodIssue[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ ...issue, keys: [key] }));
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0]!;
    return zodIssues(nearest.map((one) => ({ ...one, path: [...issue.path, ...one.path] })));
  });
}

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** zod's kinds of value, said for an author. */
const kinds: Partial<Record<string, string>> = {
  string: 'words',
  int: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'lines of the form "name: value"',
  record: 'lines of the form "name: value"',
};

/** `where` names the place in the author's words: `front matter "province"`, `<Rule>`. */
export function explainZod(issue: ZodIssue, where: string, knownKeys: readonly string[]): Finding {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0]!;
      return {
        message: `${where}: "${key}" is not known here.`,
        expected: `one of ${knownKeys.join(', ')}.`,
        remedy: `Correct the name, or take "${key}" out.`,
        suggestion: near(key, knownKeys),
      };
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const found = issue.input;
      return {
        message: found === undefined ? `${where} is missing.` : `${where}: ${show(found)} is not in the list.`,
        expected: `one of ${values.join(', ')}.`,
        remedy: found === undefined ? 'Add it, with a word from that list.' : 'Use a word from that list.',
        suggestion: typeof found === 'string' ? near(found, values) : undefined,
      };
    }
    case 'invalid_type':
      return {
        message:
          issue.input === undefined ? `${where} is missing.` : `${where}: ${show(issue.input)} cannot stand here.`,
        expected:
          issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input)
            ? 'words; what looks like a number or a yes stands between quotes.'
            : `${kinds[issue.expected] ?? issue.expected}.`,
        remedy: issue.input === undefined ? 'Add it.' : 'Write it in that form.',
      };
    case 'too_small':
      if (issue.origin === 'number') break;
      return {
        message: `${where} is empty.`,
        expected: issue.origin === 'array' ? 'a list of at least one.' : 'words.',
        remedy: 'Fill it in, or take it out where it may be left out.',
      };
    case 'invalid_format':
      if (issue.format !== 'date') break;
      return {
        message: `${where}: ${show(issue.input)} is not a date.`,
        expected: 'year, month and day, as in 2026-11-21.',
        remedy: 'Write the date in that form.',
      };
    case 'custom':
      // Our own rules beyond zod's: a value that another value makes necessary.
      return { message: `${where} is missing.`, expected: `${issue.message}.`, remedy: 'Add it.' };
    default:
      break;
  }
  return {
    message: `${where}: ${show(issue.input)} cannot stand here.`,
    expected: `${issue.message.replace(/\.$/, '')}.`,
    remedy: 'Correct the value.',
  };
}
