import { readContentFiles } from './content-files.ts';
import { contentHash } from './content-hash.ts';
import { handed, type Handed } from './handed.ts';
import { madeHere } from './made/made.ts';
import { readCorpus } from './model/corpus.ts';
import { formatIssue } from './model/issue.ts';

/** Binds the core to the site: the one place that knows where the pages' corpus comes from. */

let lastRead = '';
let lastGood: Handed | undefined;
let faults: string[] = [];

export interface CurrentCorpus extends Handed {
  /** What is wrong in content/ since then; only while authors work (npm run dev). */
  faults: string[];
}

/** In a build the content is read once. In dev it is read again when it has changed, and a fault leaves the last good state standing. */
export function currentCorpus(): CurrentCorpus {
  const given = handed();
  if (given) return { ...given, faults: [] };
  const { DEV, SITE, BASE_URL } = import.meta.env;
  if (!DEV) throw new Error('No content was handed over: build with npm run build.');
  const files = readContentFiles(process.cwd());
  const read = contentHash(...[...files].flat());
  if (read !== lastRead) {
    const { corpus, issues } = readCorpus(files);
    if (corpus) lastGood = { corpus, made: madeHere({ corpus, site: SITE, base: BASE_URL }) };
    const decoder = new TextDecoder();
    faults = issues.map((issue) => formatIssue(issue, decoder.decode(files.get(issue.file))));
    lastRead = read;
  }
  if (!lastGood) throw new Error(`content/ has errors:\n\n${faults.join('\n\n')}`);
  return { ...lastGood, faults };
}
