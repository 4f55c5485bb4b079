import type { z } from 'zod';
import { explainZod, zodIssues } from './explain-zod.ts';
import type { Finding, Issue } from './issue.ts';
import { attributeRange, startOf, type MdxNode } from './read-mdx.ts';
import type { TextFile } from './text-file.ts';

/** Reads an element's attributes against its schema; undefined when one of them is wrong. */
export function readAttributes<S extends z.ZodObject>(
  file: TextFile,
  node: MdxNode,
  schema: S,
  report: (issue: Issue) => void,
): z.infer<S> | undefined {
  const element = `<${node.name ?? ''}>`;
  const known = Object.keys(schema.shape);
  const values: Record<string, string | true> = {};
  const seen = new Map<string, number>();
  let sound = true;
  const refuse = (name: string | undefined, finding: Finding, part: 'name' | 'value' = 'value'): void => {
    sound = false;
    const range = name
      ? attributeRange(file, node, name, (seen.get(name) ?? 1) - 1, part)
      : { offset: startOf(file, node), length: element.length - 1 };
    report(file.issueAt(range.offset, range.length, finding));
  };
  for (const attribute of node.attributes ?? []) {
    const { name, value } = attribute;
    if (name !== undefined) seen.set(name, (seen.get(name) ?? 0) + 1);
    if (name === undefined || (value !== null && typeof value === 'object')) {
      refuse(name, {
        message: `${element}: an attribute in braces cannot stand here.`,
        expected: 'each attribute as name="value".',
        remedy: 'Write the value between double quotes.',
      });
    } else if (seen.get(name)! > 1) {
      refuse(
        name,
        {
          message: `${element}: "${name}" is given twice.`,
          expected: `"${name}" once.`,
          remedy: 'Keep one of the two.',
        },
        'name',
      );
    } else {
      values[name] = value ?? true;
    }
  }
  const parsed = schema.safeParse(values, { reportInput: true });
  if (parsed.success) return sound ? parsed.data : undefined;
  for (const issue of zodIssues(parsed.error.issues)) {
    const name = issue.code === 'unrecognized_keys' ? issue.keys[0] : String(issue.path[0]);
    refuse(
      name !== undefined && seen.has(name) ? name : undefined,
      explainZod(issue, issue.path.length > 0 ? `${element} "${issue.path.join('.')}"` : element, known),
      issue.code === 'unrecognized_keys' ? 'name' : 'value',
    );
  }
  return undefined;
}
