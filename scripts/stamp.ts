/** npm run stamp -- csno:4.c   says that the translation of a clause has been compared with the original as it stands today. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readContentFiles } from '../src/content-files.ts';
import { policyPath, readCorpus } from '../src/model/corpus.ts';
import { langs } from '../src/model/lang.ts';
import { clauseKey } from '../src/model/clause-key.ts';
import { policyText } from '../src/model/policy.ts';
import { stampElement, stampOf } from '../src/model/translation.ts';
import { orSay } from './or-say.ts';

await orSay(() => {
  const keys = process.argv.slice(2);
  const { policies } = readCorpus(readContentFiles(process.cwd()));
  const unknown = keys.filter((key) => {
    const policy = policies.find(({ board }) => key.startsWith(`${board}:`));
    const text = policy && policyText(policy);
    const id = key.slice(key.indexOf(':') + 1);
    return !text || !(text.clauses.has(id) || text.titles.has(id));
  });
  if (keys.length === 0 || unknown.length > 0) {
    for (const key of unknown) console.error(`"${key}" is no clause and no section of a policy that can be read.`);
    console.error('Use: npm run stamp -- BOARD:ID [BOARD:ID …]. Nothing was written.');
    return false;
  }
  for (const policy of policies) {
    const ids = keys.filter((key) => key.startsWith(`${policy.board}:`)).map((key) => key.slice(key.indexOf(':') + 1));
    if (ids.length === 0) continue;
    const { clauses, titles } = policyText(policy);
    for (const lang of langs.filter((one) => one !== policy.language)) {
      const path = policyPath(policy.board, `${lang}.mdx`);
      let text = readFileSync(path, 'utf8');
      for (const id of ids) {
        const [clause, title] = [clauses.get(id), titles.get(id)];
        if (title !== undefined) text = stampElement(text, 'Section', id, stampOf(title));
        if (clause) text = stampElement(text, 'Clause', id, stampOf(clause.text));
        console.log(`stamped  ${clauseKey(policy.board, id)} in ${path}`);
      }
      writeFileSync(path, text);
    }
  }
  return true;
});
