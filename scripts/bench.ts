/**
 * npm run bench                    what the site costs with 5, 50 and 500 boards; told, not judged
 * npm run bench -- --boards 5,50   with as many
 * npm run bench -- --json FILE     into a file too
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measure, type Step } from './bench/growth.ts';
import { inBytes, inSeconds, table } from './bench/table.ts';
import { orSay } from './or-say.ts';

const { values: options } = parseArgs({
  options: {
    boards: { type: 'string', default: '5,50,500' },
    json: { type: 'string' },
  },
});

const count = (n: number): string => n.toLocaleString('en-CA');

const rows: [name: string, of: (step: Step) => number | undefined, say: (value: number) => string][] = [
  ['clauses', ({ clauses }) => clauses, count],
  ['check', ({ check }) => check, inSeconds],
  ['derivation', ({ derivation }) => derivation, inSeconds],
  ['search index', ({ index }) => index, inSeconds],
  ['build, all in all', ({ build }) => build, inSeconds],
  ['peak memory', ({ memory }) => memory, inBytes],
  ['pages', ({ pages }) => pages, count],
  ['build per page', ({ build, pages }) => build / pages, inSeconds],
  ['site', ({ bytes }) => bytes, inBytes],
  ['heaviest page', ({ heaviest }) => heaviest.raw, inBytes],
  ['first search', ({ firstSearch }) => firstSearch.bytes, inBytes],
  ['  its requests', ({ firstSearch }) => firstSearch.requests, count],
  ...(['home', 'matrix', 'topic', 'policy'] as const).flatMap((page): typeof rows => [
    [page, (step) => step[page].raw, inBytes],
    [`  brotli`, (step) => step[page].brotli, inBytes],
  ]),
];

/** Each value, and by how much it has grown since the step before. */
function growth(steps: readonly Step[]): string {
  const cell = (of: (typeof rows)[number][1], say: (value: number) => string, at: number): string[] => {
    const value = of(steps[at]!);
    const before = at > 0 ? of(steps[at - 1]!) : undefined;
    return [value === undefined ? '–' : say(value), value && before ? `× ${(value / before).toFixed(1)}` : ''];
  };
  return table([
    [
      '',
      ...steps.flatMap(({ boards }, at) => [`${boards} boards`, at > 0 ? `× ${boards / steps[at - 1]!.boards}` : '']),
    ],
    ...rows.map(([name, of, say]) => [name, ...steps.flatMap((_, at) => cell(of, say, at))]),
  ]);
}

await orSay(async () => {
  const steps: Step[] = [];
  for (const boards of options.boards.split(',').map(Number)) {
    steps.push(await measure(boards));
    console.log(
      `built    ${boards} boards in ${inSeconds(steps.at(-1)!.build)}; the heaviest page is ${steps.at(-1)!.heaviest.path}`,
    );
  }
  console.log(`\n${growth(steps)}`);
  console.log(`\nNode ${process.version}, ${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ steps }, null, 2)}\n`);
  return true;
});
