import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sayFault } from './say-fault.ts';

/**
 * A folder that is replaced as a whole or not at all. What replaces `site` is written elsewhere and put beside it as
 * "site.next-<process>"; then two renames put it in place. That folder beside it also says, from the beginning, that a build is at work
 * and which process it is: so a second build knows of the first, and the next one knows what a killed one has left.
 */

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The folders "<name>-<process>" below a folder, and the processes that they belong to. */
function ownedBy(parent: string, name: string): { path: string; pid: number }[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((entry) => {
    const pid = entry.startsWith(`${name}-`) ? entry.slice(name.length + 1) : '';
    return /^\d+$/.test(pid) ? [{ path: join(parent, entry), pid: Number(pid) }] : [];
  });
}

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

/** What builds that were killed have left: the last site too, if the kill came between the two renames. */
function tidy(folder: string, workshop: string): void {
  const isLeft = ({ pid }: { pid: number }): boolean => pid === process.pid || !isAlive(pid);
  for (const { path } of ownedBy(dirname(folder), `${basename(folder)}.old`).filter(isLeft)) {
    if (existsSync(folder)) remove(path);
    else renameSync(path, folder);
  }
  const unfinished = [...ownedBy(dirname(folder), `${basename(folder)}.next`), ...ownedBy(workshop, 'site')];
  for (const { path } of unfinished.filter(isLeft)) remove(path);
}

/** Nobody's photographs are to be replaced by a site because a name was mistyped. */
function requireReplaceable(folder: string, mark: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is a file. Name a folder for the site.`);
  if (readdirSync(folder).length === 0 || existsSync(join(folder, mark))) return;
  throw new Error(`${folder} holds something else than a site of ours. Name an empty or a new folder for the site.`);
}

/**
 * Lets `write` fill a folder below `workshop`, then puts it in the place of `folder`. Whatever goes wrong before leaves `folder` as it
 * was. `mark` is a file that only what we write holds.
 */
export async function replaceFolder(
  folder: string,
  { workshop, mark, write }: { workshop: string; mark: string; write: (fresh: string) => Promise<void> },
): Promise<void> {
  requireReplaceable(folder, mark);
  mkdirSync(dirname(folder), { recursive: true });
  tidy(folder, workshop);
  const next = `${folder}.next-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  const fresh = join(workshop, `site-${process.pid}`);
  const leave = (): void => {
    remove(next);
    remove(fresh);
  };
  const left = (): string => (existsSync(folder) ? `${folder} is as it was.` : `${folder} was not written.`);
  const stop = (): void => {
    leave();
    console.error(`\nStopped.\n${left()}`);
    process.exit(1);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    mkdirSync(next);
    const other = ownedBy(dirname(folder), `${basename(folder)}.next`).find(({ pid }) => pid !== process.pid);
    if (other) {
      throw new Error(
        `Another build (process ${other.pid}) is writing ${folder}. Wait until it ends, or name another folder: npm run build -- FOLDER.`,
      );
    }
    mkdirSync(fresh, { recursive: true });
    await write(fresh);
    remove(next);
    try {
      renameSync(fresh, next);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await cp(fresh, next, { recursive: true });
    }
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(next, folder);
    remove(old);
  } catch (error) {
    throw new Error(`${sayFault(error)}\n${left()}`, { cause: error });
  } finally {
    for (const signal of signals) process.off(signal, stop);
    leave();
  }
}
