/** npm run check:content — reads all of content/ and says everything that is wrong with it. --json for editors and CI. */
import { readContentFiles } from '../src/content-files.ts';
import { readCorpus } from '../src/model/corpus.ts';
import { reportContent } from './report-content.ts';

if (process.argv.includes('--json')) {
  const { issues } = readCorpus(readContentFiles(process.cwd()));
  console.log(JSON.stringify({ issues }, null, 2));
  if (issues.length > 0) process.exitCode = 1;
} else if (!reportContent(process.cwd())) {
  process.exitCode = 1;
}
