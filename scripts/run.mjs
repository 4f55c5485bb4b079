/**
 * node scripts/run.mjs NAME [ARG …] — makes sure that the dependencies are installed, then runs scripts/NAME.ts on the
 * project's own Node. This file alone is JavaScript: on a fresh clone it runs on whatever Node the machine has.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.balises-lock');
const lockSum = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockSum) return;
  console.log('Installing what is missing (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The dependencies could not be installed. Is there a network, and room on the disk?');
    process.exit(1);
  }
  writeFileSync(stamp, lockSum);
}

/** On Linux the dependencies bring Node 24; elsewhere the machine's own must do. */
function projectNode() {
  const own = join(modules, '.bin', 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 17)) return process.execPath;
  console.error(`Balises needs Node 22.17 or newer; this is ${process.versions.node}. Install one from nodejs.org.`);
  process.exit(1);
}

const [name, ...args] = process.argv.slice(2);
install();
const child = spawn(projectNode(), [join(root, 'scripts', `${name}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: join(modules, '.bin') + delimiter + process.env.PATH,
  },
});
// Whoever stops this stops what it runs, which has the last word.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const pass = (signal) => child.kill(signal);
for (const signal of signals) process.on(signal, pass);
child.on('exit', (status, signal) => {
  if (!signal) process.exit(status);
  for (const one of signals) process.off(one, pass);
  process.kill(process.pid, signal);
});
