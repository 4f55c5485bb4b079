/** npm run check:content — reads all of content/ and says everything that is wrong with it. --json for editors and CI. */
import { readContentFiles } from '../src/content-files.ts';
import { readCorpus } from '../src/model/corpus.ts';
import { orSay } from './or-say.ts';
import { reportContent } from './report-content.ts';

await orSay(() => {
  if (!process.argv.includes('--json')) return reportContent(process.cwd()) !== undefined;
  const { issues } = readCorpus(readContentFiles(process.cwd()));
  console.log(JSON.stringify({ issues }, null, 2));
  return issues.length === 0;
});
