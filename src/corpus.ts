import { readContentFiles } from './content-files.ts';
import { handed, type Handed } from './handed.ts';
import { madeHere } from './made/made.ts';
import { readCorpus } from './model/corpus.ts';
import { formatIssue } from './model/issue.ts';

/** Binds the core to the site: the one place that knows where the pages' corpus comes from. */

let lastGood: Handed | undefined;

export interface CurrentCorpus extends Handed {
  /** What is wrong in content/ since then; only while authors work (npm run dev). */
  faults: string[];
}

/** In a build the content is read once. In dev it is read for each page, and a fault leaves the last good state standing. */
export function currentCorpus(): CurrentCorpus {
  const given = handed();
  if (given) return { ...given, faults: [] };
  if (lastGood && !import.meta.env.DEV) return { ...lastGood, faults: [] };
  const { SITE, BASE_URL } = import.meta.env;
  const files = readContentFiles(process.cwd());
  const { corpus, issues } = readCorpus(files);
  if (corpus) lastGood = { corpus, made: madeHere({ corpus, site: SITE, base: BASE_URL }) };
  const decoder = new TextDecoder();
  const faults = issues.map((issue) => formatIssue(issue, decoder.decode(files.get(issue.file))));
  if (!lastGood) throw new Error(`content/ has errors:\n\n${faults.join('\n\n')}`);
  return { ...lastGood, faults };
}
