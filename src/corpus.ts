import { readContentFiles } from './content-files.ts';
import { readCorpus, type Corpus } from './model/corpus.ts';
import { formatIssue } from './model/issue.ts';
import type { OfficeBeside } from './office/beside.ts';

/** Binds the core to the site: the one place that knows where the pages' corpus comes from. */

/** A build has read and checked the content before Astro bundles this module anew: what it hands over is not read again. */
const handed = Symbol.for('balises.corpus');
const shared = globalThis as { [handed]?: Handed };

interface Handed {
  corpus: Corpus;
  /** A file for Word or Excel, which is made meanwhile. */
  officeFile: OfficeBeside['file'];
}

export function handOver(what: Handed): void {
  shared[handed] = what;
}

let lastGood: Corpus | undefined;

export interface CurrentCorpus {
  corpus: Corpus;
  /** Only in a build. */
  officeFile?: Handed['officeFile'];
  /** What is wrong in content/ since then; only while authors work (npm run dev). */
  faults: string[];
}

/** In a build the content is read once. In dev it is read for each page, and a fault leaves the last good state standing. */
export function currentCorpus(): CurrentCorpus {
  if (shared[handed]) return { ...shared[handed], faults: [] };
  if (lastGood && !import.meta.env.DEV) return { corpus: lastGood, faults: [] };
  const files = readContentFiles(process.cwd());
  const { corpus, issues } = readCorpus(files);
  lastGood = corpus ?? lastGood;
  const decoder = new TextDecoder();
  const faults = issues.map((issue) => formatIssue(issue, decoder.decode(files.get(issue.file))));
  if (!lastGood) throw new Error(`content/ has errors:\n\n${faults.join('\n\n')}`);
  return { corpus: lastGood, faults };
}
