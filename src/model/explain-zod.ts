import type { z } from 'zod';
import type { Finding } from './issue.ts';
import { near } from './near.ts';

type ZodIssue = z.core.$ZodIssue;

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

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
        remedy: 'Use a word from that list.',
        suggestion: typeof found === 'string' ? near(found, values) : undefined,
      };
    }
    case 'invalid_type':
      return {
        message:
          issue.input === undefined ? `${where} is missing.` : `${where}: ${show(issue.input)} cannot stand here.`,
        expected: `a value of the kind ${issue.expected}.`,
        remedy: issue.input === undefined ? 'Add it.' : 'Write a value of that kind.',
      };
    default:
      return {
        message: `${where}: ${show(issue.input)} cannot stand here.`,
        expected: `${issue.message.replace(/\.$/, '')}.`,
        remedy: 'Correct the value.',
      };
  }
}
