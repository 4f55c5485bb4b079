import { readContentFiles } from '../src/content-files.ts';
import { readCorpus, type Corpus } from '../src/model/corpus.ts';
import { formatIssue } from '../src/model/issue.ts';

/** Reads content/ and prints everything that is wrong with it; the corpus only when nothing is. */
export function reportContent(root: string): Corpus | undefined {
  const files = readContentFiles(root);
  const { corpus, issues, warnings } = readCorpus(files);
  const decoder = new TextDecoder();
  for (const issue of [...warnings, ...issues]) {
    const bytes = files.get(issue.file);
    console.error(`${formatIssue(issue, bytes && decoder.decode(bytes))}\n`);
  }
  if (!corpus) {
    console.error(`${issues.length} ${issues.length === 1 ? 'error' : 'errors'} in content/. Nothing was written.`);
    return undefined;
  }
  const clauses = [...corpus.clauses.values()].flatMap(({ placed }) => placed);
  const rules = clauses.reduce((sum, { clause }) => sum + clause.rules.length, 0);
  const notes = [...corpus.notes.values()].flat();
  console.log(
    `read     ${corpus.policies.length} policies, ${clauses.length} clauses, ${rules} rules on ${corpus.criteria.size} criteria, ${notes.length} notes`,
  );
  console.log(`checked  each source equals its original, ${corpus.policies.length} of ${corpus.policies.length}`);
  console.log(
    `checked  ${clauses.length} clauses translated with ${corpus.glossary.length} terms; the original of ${warnings.length} changed since`,
  );
  console.log(
    `checked  ${corpus.ledger.published.size} published addresses, ${corpus.ledger.retired.length} of them retired`,
  );
  return corpus;
}
