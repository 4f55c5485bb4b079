import { sayFault } from './say-fault.ts';

/** Runs a command; what goes wrong is said in its own words, without a stack, and the exit code tells. */
export async function orSay(run: () => boolean | Promise<boolean>): Promise<void> {
  try {
    if (!(await run())) process.exitCode = 1;
  } catch (error) {
    console.error(sayFault(error));
    // At once: of several pages at work, those that did not fail would go on.
    process.exit(1);
  }
}
