import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { executable, launch } from '../../tests/site/browser.ts';
import { buildSite } from '../build-site.ts';
import { serve } from '../static-server.ts';
import { fetched } from './weigh.ts';

/** What Lighthouse says of five kinds of page, on a phone as it imagines one. It is installed for the occasion, in a folder of its own. */

const version = '13.5.0';

const paths = ['/', '/politiques/csno/', '/politiques/csno/4.c/', '/matrice/', '/recherche/?q=photo'];

const reportSchema = z.object({
  categories: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) }),
  ),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), title: z.string(), displayValue: z.string().optional() }),
  ),
});

export interface Verdict {
  path: string;
  /** Of a hundred, in each category. */
  scores: Record<string, number>;
  /** What counts and is not perfect. */
  imperfect: string[];
}

function verdictOf(path: string, report: string): Verdict {
  const { categories, audits } = reportSchema.parse(JSON.parse(report));
  const counted = Object.entries(categories).flatMap(([category, { auditRefs }]) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => ({ category, id, audit: audits[id]! })),
  );
  return {
    path,
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round(100 * (score ?? 0))]),
    ),
    imperfect: counted
      .filter(({ audit }) => audit.score !== null && audit.score < 1)
      .map(
        ({ category, id, audit }) =>
          `${category} ${id}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}, ${Math.round(100 * audit.score!)}`,
      ),
  };
}

export async function askLighthouse(): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'balises-lighthouse-'));
  try {
    const site = join(folder, 'site');
    if (!(await buildSite(site))) throw new Error('Without a site there is nothing to ask Lighthouse about.');
    console.log('Installing Lighthouse …');
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, dependencies: { lighthouse: version } }),
    );
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const server = await serve(site, '/', 0);
    const verdicts: Verdict[] = [];
    // Once before, so that the server has packed what it sends: a host does that when the site is published.
    const browser = await launch();
    for (const path of paths)
      await fetched(browser, async (page) => void (await page.goto(server.address + path.slice(1))));
    await browser.close();
    for (const path of paths) {
      const out = await promisify(execFile)(
        process.execPath,
        [
          join(folder, 'node_modules/lighthouse/cli/index.js'),
          server.address + path.slice(1),
          '--output=json',
          '--quiet',
          '--chrome-flags=--headless=shell --no-sandbox --disable-gpu',
        ],
        { cwd: folder, maxBuffer: 1e9, env: { ...process.env, CHROME_PATH: await executable() } },
      );
      verdicts.push(verdictOf(path, out.stdout));
    }
    await server.close();
    return verdicts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
