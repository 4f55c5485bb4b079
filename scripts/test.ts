/** npm test — proves everything, in the order in which a fault is cheapest to find. Each step's time is told, none is asserted. */
import { spawnSync } from 'node:child_process';
import { reportContent } from './report-content.ts';

const steps: [string, string, ...string[]][] = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['lint', 'oxlint', '--quiet'],
  ['types', 'astro', 'check'],
  ['dead code', 'knip'],
  ['tests', 'vitest', 'run', '--config', 'tests/vitest.config.ts'],
];

const times: string[] = [];
const timed = (name: string, run: () => boolean): void => {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const passed = run();
  times.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (passed) return;
  console.error(`\n"${name}" does not pass.`);
  process.exit(1);
};

timed('content', () => reportContent(process.cwd()) !== undefined);
for (const [name, command, ...args] of steps) {
  timed(name, () => spawnSync(command, args, { stdio: 'inherit' }).status === 0);
}
console.log(`\n${times.join(' · ')}`);
