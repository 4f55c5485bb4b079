import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { handOver } from '../src/handed.ts';
import { readEnvironment } from '../src/environment.ts';
import { madeBeside } from '../src/made/beside.ts';
import { replaceFolder } from './replace-folder.ts';
import { reportContent } from './report-content.ts';

/** Builds the site aside and swaps it in when it is whole, so that nothing half-written is ever served. */
export async function buildSite(folder: string): Promise<boolean> {
  const root = process.cwd();
  const { SITE_URL, BASE_PATH } = readEnvironment(process.env);
  const corpus = reportContent(root);
  if (!corpus) return false;
  // What is not needed there is not carried over: of hundreds of boards it is a large part.
  const carried = { ...corpus, markings: new Map(), notes: new Map() };
  const made = madeBeside({ corpus: carried, site: SITE_URL, base: BASE_PATH });
  handOver({ corpus, made });
  try {
    await replaceFolder(folder, {
      // Inside the project, wherever `folder` is: from elsewhere Astro puts its own half of the work where two builds would share it.
      workshop: join(root, '.astro'),
      mark: 'data/v1/clauses.json',
      // Vite prints each error with a stack and throws it as well: said once is enough.
      write: (fresh) => build({ root, outDir: fresh, logLevel: 'warn', vite: { logLevel: 'silent' } }),
    });
  } finally {
    await made.stop();
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  const pages = files.filter((path) => path.endsWith('.html')).length;
  console.log(`wrote    ${pages} pages, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
  return true;
}
