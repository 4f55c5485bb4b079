/** npm run check:content — reads all of content/ and says everything that is wrong with it. --json for editors and CI. */
import { readContentFiles } from '../src/content-files.ts';
import { readCorpus } from '../src/model/corpus.ts';
import { formatIssue } from '../src/model/issue.ts';
import { placedClauses } from '../src/model/policy.ts';

const files = readContentFiles(process.cwd());
const { corpus, issues } = readCorpus(files);

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ issues }, null, 2));
} else {
  const decoder = new TextDecoder();
  for (const issue of issues) {
    const bytes = files.get(issue.file);
    console.error(`${formatIssue(issue, bytes && decoder.decode(bytes))}\n`);
  }
  if (corpus) {
    const clauses = corpus.policies.flatMap(placedClauses);
    const rules = clauses.flatMap(({ clause }) => clause.rules);
    const notes = [...corpus.notes.values()].flat();
    console.log(
      `read     ${corpus.policies.length} policies, ${clauses.length} clauses, ${rules.length} rules on ${corpus.criteria.size} criteria, ${notes.length} notes`,
    );
    console.log(`checked  source.txt equals fr.mdx, ${corpus.policies.length} of ${corpus.policies.length}`);
    console.log(
      `checked  ${corpus.ledger.published.size} published ids, ${corpus.ledger.retired.length} of them retired`,
    );
  } else {
    console.error(`${issues.length} ${issues.length === 1 ? 'error' : 'errors'} in content/. Nothing was written.`);
  }
}
process.exitCode = corpus ? 0 : 1;
