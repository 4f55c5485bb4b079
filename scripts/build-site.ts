import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { reportContent } from './report-content.ts';

/** Builds the site beside `folder` and swaps it in when it is whole, so that nothing half-written is ever served. */
export async function buildSite(folder: string): Promise<boolean> {
  const root = process.cwd();
  if (!reportContent(root)) return false;
  const fresh = mkdtempSync(`${folder}.next-`);
  const old = `${folder}.old`;
  try {
    await build({ root, outDir: fresh, logLevel: 'warn' });
    rmSync(old, { recursive: true, force: true });
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  const pages = files.filter((path) => path.endsWith('.html')).length;
  console.log(`wrote    ${pages} pages, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
  return true;
}
