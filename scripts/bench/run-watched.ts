import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Runs a command in a process of its own, and says what it cost. */

export interface Cost {
  seconds: number;
  /** What the processors worked for them all, in seconds: unlike the time that passes, the same on a busy machine. */
  work: number | undefined;
  /**
   * The most memory that the process and those it began have held, in bytes: the sum of each one's own peak, as Linux keeps it (VmHWM),
   * so at least what all held at once. Elsewhere it is not known.
   */
  memory: number | undefined;
}

const field = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);

interface Toll {
  work: number;
  peak: number;
}

/** Linux counts work in hundredths of a second. */
const ticks = 100;

/** What each process below `root` has cost so far, by its number. */
function tolls(root: number): Map<number, Toll> {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        // "12 (node) S …": the name may hold anything, what follows it is counted.
        const counted = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
        const work = (Number(counted[11]) + Number(counted[12])) / ticks;
        return [{ pid: Number(name), parent: field(status, 'PPid'), work, peak: field(status, 'VmHWM') * 1024 }];
      } catch {
        return []; // It has ended since.
      }
    });
  const found = new Map<number, Toll>();
  const below = (pid: number): void => {
    for (const one of processes) if (one.parent === pid) below(one.pid);
    const own = processes.find((one) => one.pid === pid);
    // One that has ended and is not yet buried holds nothing.
    if (own?.peak) found.set(pid, own);
  };
  below(root);
  return found;
}

export function runWatched(
  command: string,
  args: string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<Cost> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const last = new Map<number, Toll>();
  const look = (): void => {
    for (const [pid, toll] of tolls(child.pid!)) last.set(pid, toll);
  };
  const watch = existsSync('/proc/self/status') ? setInterval(look, 200) : undefined;
  return new Promise((resolve, reject) => {
    child.on('close', (status) => {
      clearInterval(watch);
      if (status !== 0) return reject(new Error(`${command} ${args.join(' ')} failed.\n${said.trim()}`));
      resolve({
        seconds: (performance.now() - start) / 1000,
        work: watch && [...last.values()].reduce((sum, { work }) => sum + work, 0),
        memory: watch && [...last.values()].reduce((sum, { peak }) => sum + peak, 0),
      });
    });
    child.on('error', reject);
  });
}
