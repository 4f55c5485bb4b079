import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

/** What runs on GitHub may do little, and runs no code that somebody can exchange under the same name. */

const folder = '.github/workflows';

const workflowSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()).optional(),
      'timeout-minutes': z.number().optional(),
      uses: z.string().optional(),
      steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })).default([]),
    }),
  ),
});

function faults(text: string): string[] {
  const { permissions, jobs } = workflowSchema.parse(parse(text));
  const own = Object.values(jobs);
  const used = own
    .flatMap(({ uses, steps }) => [uses, ...steps.map((step) => step.uses)])
    .filter((one) => one !== undefined);
  return [
    ...used
      .filter((one) => !one.startsWith('./') && !/^[\w-]+\/[\w-]+@[\da-f]{40}$/.test(one))
      .map((one) => `${one} is not pinned`),
    ...used
      .filter((one) => !one.startsWith('./') && !text.includes(`${one} # v`))
      .map((one) => `${one} has no version beside it`),
    ...(JSON.stringify(permissions) === '{"contents":"read"}' ? [] : ['every job may do more than read']),
    ...own
      .filter((job) => job.uses === undefined && job['timeout-minutes'] === undefined)
      .map(() => 'a job has no end'),
    // What somebody else wrote is never made part of a command.
    ...own.flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run.match(/\$\{\{.*?\}\}/g) ?? [])),
  ];
}

test.each(readdirSync(folder))('%s', (file) => {
  expect(faults(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
});

const pinned = `actions/checkout@${'a'.repeat(40)}`;
const workflow = (job: string, permissions = '{ contents: read }'): string =>
  `permissions: ${permissions}\njobs:\n  one:\n    timeout-minutes: 5\n${job}`;

test.each([
  [workflow(`    steps:\n      - uses: ${pinned} # v1.0.0\n`), []],
  [workflow('    steps:\n      - uses: actions/checkout@v4 # v4\n'), ['actions/checkout@v4 is not pinned']],
  [workflow(`    steps:\n      - uses: ${pinned}\n`), [`${pinned} has no version beside it`]],
  [workflow('    steps: []\n', '{ contents: write }'), ['every job may do more than read']],
  [workflow('    steps: []\n').replace('    timeout-minutes: 5\n', ''), ['a job has no end']],
  [workflow('    steps:\n      - run: echo ${{ github.event.issue.title }}\n'), ['${{ github.event.issue.title }}']],
])('%j has these faults: %j', (text, expected) => {
  expect(faults(text)).toEqual(expected);
});
