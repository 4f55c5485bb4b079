/**
 * npm run bench                    what the site costs with 5, 50 and 500 boards; told, not judged
 * npm run bench -- --boards 5,50   with as many
 * npm run bench -- --starlight     what readers of the same five texts fetch here and from a documentation site (asks the registry)
 * npm run bench -- --lighthouse    what Lighthouse says of five pages (asks the registry)
 * --json FILE                      into a file too
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measure, type Step } from './bench/growth.ts';
import { askLighthouse, type Verdict } from './bench/lighthouse.ts';
import { compareWithStarlight, type Side } from './bench/starlight.ts';
import { inBytes, inSeconds, table } from './bench/table.ts';
import { orSay } from './or-say.ts';

const usage = 'Use: npm run bench [-- --boards 5,50 | --starlight | --lighthouse] [--json FILE]';

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        boards: { type: 'string', default: '5,50,500' },
        starlight: { type: 'boolean' },
        lighthouse: { type: 'boolean' },
        json: { type: 'string' },
      },
    });
    const boards = values.boards.split(',').map(Number);
    if (boards.every((number) => Number.isInteger(number) && number > 0)) return { ...values, boards };
  } catch {
    // An option that there is not.
  }
  throw new Error(usage);
}

const count = (n: number): string => n.toLocaleString('en-CA');

const rows: [name: string, of: (step: Step) => number | undefined, say: (value: number) => string][] = [
  ['clauses', ({ clauses }) => clauses, count],
  ['check', ({ check }) => check, inSeconds],
  ['derivation', ({ derivation }) => derivation, inSeconds],
  ['search index', ({ index }) => index, inSeconds],
  ['build, all in all', ({ build }) => build.seconds, inSeconds],
  ['  work of processors', ({ build }) => build.work, inSeconds],
  ['  peak memory', ({ build }) => build.memory, inBytes],
  ['pages', ({ pages }) => pages, count],
  ['  build of each', ({ build, pages }) => build.seconds / pages, inSeconds],
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

async function grow(boards: readonly number[]): Promise<Step[]> {
  const steps: Step[] = [];
  for (const number of boards) {
    const step = await measure(number);
    steps.push(step);
    console.log(
      `built    ${number} boards in ${inSeconds(step.build.seconds)}; the heaviest page is ${step.heaviest.path}`,
    );
  }
  console.log(`\n${growth(steps)}`);
  return steps;
}

function sideBySide(sides: readonly Side[]): string {
  const row = (name: string, say: (side: Side) => string): string[] => [name, ...sides.map(say)];
  return table([
    row('', ({ name }) => name),
    row('policy page', ({ policy }) => inBytes(policy.raw)),
    row('  brotli', ({ policy }) => inBytes(policy.brotli)),
    row('  with all it loads', ({ load }) => `${inBytes(load.bytes)} in ${load.requests}`),
    row('  its scripts', ({ load }) => inBytes(load.scripts)),
    row('first search', ({ firstSearch }) => `${inBytes(firstSearch.bytes)} in ${firstSearch.requests}`),
    row('build', ({ build }) => inSeconds(build.seconds)),
    row('  pages', ({ pages }) => count(pages)),
    row('  of each', ({ build, pages }) => inSeconds(build.seconds / pages)),
  ]);
}

function verdicts(all: readonly Verdict[]): string {
  const categories = Object.keys(all[0]!.scores);
  const scores = table([
    ['', ...categories],
    ...all.map(({ path, scores: own }) => [path, ...categories.map((category) => String(own[category]))]),
  ]);
  const imperfect = all.flatMap((verdict) => verdict.imperfect.map((audit) => `${verdict.path}  ${audit}`));
  return [scores, ...imperfect].join('\n');
}

await orSay(async () => {
  const options = readOptions();
  const result: { steps?: Step[]; sides?: Side[]; verdicts?: Verdict[] } = {};
  if (options.starlight) {
    result.sides = await compareWithStarlight();
    console.log(`\n${sideBySide(result.sides)}`);
  } else if (options.lighthouse) {
    result.verdicts = await askLighthouse();
    console.log(`\n${verdicts(result.verdicts)}`);
  } else {
    result.steps = await grow(options.boards);
  }
  console.log(`\nNode ${process.version}, ${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
  return true;
});
