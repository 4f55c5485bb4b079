import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Runs a command in a process of its own, and says what it cost. */

export interface Cost {
  seconds: number;
  /**
   * The most memory that the process and those it began have held, in bytes: the sum of each one's own peak, as Linux keeps it (VmHWM),
   * so at least what all held at once. Elsewhere it is not known.
   */
  memory: number | undefined;
}

const field = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);

/** The peak of each process below `root`, by its number. */
function peaks(root: number): Map<number, number> {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        return [{ pid: Number(name), parent: field(status, 'PPid'), peak: field(status, 'VmHWM') * 1024 }];
      } catch {
        return []; // It has ended since.
      }
    });
  const found = new Map<number, number>();
  const below = (pid: number): void => {
    for (const one of processes) if (one.parent === pid) below(one.pid);
    const peak = processes.find((one) => one.pid === pid)?.peak;
    if (peak) found.set(pid, peak);
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
  const most = new Map<number, number>();
  const look = (): void => {
    for (const [pid, peak] of peaks(child.pid!)) most.set(pid, Math.max(peak, most.get(pid) ?? 0));
  };
  const watch = existsSync('/proc/self/status') ? setInterval(look, 200) : undefined;
  return new Promise((resolve, reject) => {
    child.on('close', (status) => {
      clearInterval(watch);
      if (status !== 0) return reject(new Error(`${command} ${args.join(' ')} failed.\n${said.trim()}`));
      resolve({
        seconds: (performance.now() - start) / 1000,
        memory: watch && [...most.values()].reduce((sum, peak) => sum + peak, 0),
      });
    });
    child.on('error', reject);
  });
}
