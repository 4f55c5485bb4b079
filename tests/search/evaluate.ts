import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';

/** Asks the real page, in the real browser, what people ask, and compares with what a careful reader of the texts accepts. */

const questionsSchema = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum([
      'keyword',
      'question',
      'accentless',
      'typo',
      'morphology',
      'synonym',
      'phrase',
      'cross',
      'board',
      'none',
    ]),
    /** The page on which it is asked. */
    lang: z.enum(['fr', 'en']),
    q: z.string(),
    /** Clauses that a careful reader of the texts accepts as the first answer; none if the texts do not answer. */
    accept: z.array(z.string()),
    /** For what no text answers: the topic under which the site says so, if it has one. */
    topic: z.string().nullable().optional(),
    /**
     * Looked at while tuning, or held back then: of these, only figures were looked at. The wide ones ask about all of the texts, and
     * were looked at later; the last ones were written from the texts alone, when all the rest stood.
     */
    set: z.enum(['seen', 'held', 'wide', 'unseen']),
  }),
);

type Question = z.infer<typeof questionsSchema>[number];

const questions: Question[] = questionsSchema.parse(
  JSON.parse(readFileSync(new URL('questions.json', import.meta.url), 'utf8')),
);

export interface Result {
  question: Question;
  /** The clauses that were found, in order. */
  found: string[];
  /** The rank of the first right one, from 1; Infinity if it is not there. */
  rank: number;
}

const pages = { fr: 'recherche/', en: 'en/search/' } as const;

/** Nobody answers: then saying so is the right answer. */
async function saysSo(page: Page, { topic }: Question): Promise<boolean> {
  if (topic) return (await page.locator(`[data-question^="${topic}."] [data-silent="all"]`).count()) > 0;
  return (await page.locator('.hit').count()) === 0 || (await page.locator('.remark').count()) > 0;
}

/** Each question is asked on the page that its author had in mind, or on that of the other language. */
export async function evaluate(browser: Browser, site: string, on: 'own' | 'other' = 'own'): Promise<Result[]> {
  const page = await browser.newPage();
  const results: Result[] = [];
  for (const question of questions) {
    const isFrench = (question.lang === 'fr') === (on === 'own');
    const address = `${site}${isFrench ? pages.fr : pages.en}`;
    if (!page.url().startsWith(address)) await page.goto(address);
    await page.fill('main #q', question.q);
    await page.waitForSelector(`[data-answers=${JSON.stringify(question.q)}]`, { state: 'attached' });
    const found = await page.$$eval('[data-clause]', (hits) => hits.map((hit) => hit.getAttribute('data-clause')!));
    const at = found.findIndex((clause) => question.accept.includes(clause));
    const right = question.kind === 'none' ? await saysSo(page, question) : at >= 0;
    results.push({ question, found, rank: right ? Math.max(at, 0) + 1 : Infinity });
  }
  await page.close();
  return results;
}

export interface Score {
  n: number;
  first: number;
  three: number;
  mrr: number;
}

export function score(results: readonly Result[]): Score {
  const share = (most: number): number => results.filter(({ rank }) => rank <= most).length / results.length;
  const mrr = results.reduce((sum, { rank }) => sum + 1 / rank, 0) / results.length;
  return { n: results.length, first: share(1), three: share(3), mrr };
}

const line = (name: string, { n, first, three, mrr }: Score): string =>
  `${name.padEnd(12)} ${String(n).padStart(4)}  ${first.toFixed(3)}  ${three.toFixed(3)}  ${mrr.toFixed(3)}`;

/** Success at 1 and at 3 and the mean reciprocal rank, by kind and by set. */
export function report(results: readonly Result[]): string {
  const bySet = Map.groupBy(results, ({ question }) => question.set);
  const byKind = Map.groupBy(results, ({ question }) => question.kind);
  return [
    'kind            n   s@1    s@3    MRR',
    ...[...byKind].map(([kind, own]) => line(kind, score(own))),
    ...[...bySet].map(([set, own]) => line(set, score(own))),
    line('all', score(results)),
  ].join('\n');
}
