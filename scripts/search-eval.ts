import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, report } from '../tests/search/evaluate.ts';
import { launch } from '../tests/site/browser.ts';
import { buildSite } from './build-site.ts';
import { orSay } from './or-say.ts';
import { serve } from './static-server.ts';

/** npm run search:eval — how well the search answers; names the questions that it gets wrong, but for those not meant for tuning. */
await orSay(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balises-search-'));
  try {
    if (!(await buildSite(join(folder, 'site')))) return false;
    const server = await serve(join(folder, 'site'), '/', 0);
    const browser = await launch();
    const results = await evaluate(browser, server.address);
    const elsewhere = await evaluate(browser, server.address, 'other');
    await browser.close();
    await server.close();
    for (const { question, found, rank } of results) {
      if (rank === 1 || question.set !== 'seen') continue;
      console.log(
        `${question.id} ${question.lang} ${rank === Infinity ? '-' : rank}  ${question.q}  → ${found.slice(0, 3).join(' ')}`,
      );
    }
    console.log(report(results));
    console.log(`\non the page of the other language\n${report(elsewhere)}`);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
