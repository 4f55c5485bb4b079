/**
 * npm run permalinks                                publishes the ids that the ledger does not hold yet
 * npm run permalinks -- retire csno:4.z csno:4.c    retires an id and names its successor
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { readContentFiles } from '../src/content-files.ts';
import { readCorpus } from '../src/model/corpus.ts';
import { ledgerLine } from '../src/model/permalinks.ts';

const ledgerPath = 'content/permalinks.txt';
const [command, from, to] = process.argv.slice(2);

function publish(): void {
  const { unpublished } = readCorpus(readContentFiles(process.cwd()));
  if (unpublished.length > 0) appendFileSync(ledgerPath, unpublished.map((key) => `${key}\n`).join(''));
  console.log(`wrote    ${unpublished.length} new ${unpublished.length === 1 ? 'id' : 'ids'} to ${ledgerPath}`);
}

function retire(key: string, successor: string): void {
  const lines = readFileSync(ledgerPath, 'utf8').split('\n');
  const at = lines.indexOf(key);
  if (at === -1) {
    console.error(`"${key}" is not a published id. Look for it in ${ledgerPath}.`);
    process.exitCode = 1;
    return;
  }
  const [board, id] = key.split(/:(.*)/s);
  const [toBoard, toId] = successor.split(/:(.*)/s);
  lines[at] = ledgerLine({
    board: board!,
    id: id!,
    date: new Date().toISOString().slice(0, 10),
    successor: { board: toBoard!, id: toId! },
  });
  writeFileSync(ledgerPath, lines.join('\n'));
  console.log(`wrote    ${lines[at]}`);
  console.log('Next: npm run check:content');
}

if (command === undefined) publish();
else if (command === 'retire' && from && to?.includes(':')) retire(from, to);
else {
  console.error('Use: npm run permalinks, or npm run permalinks -- retire BOARD:ID BOARD:SUCCESSOR');
  process.exitCode = 1;
}
