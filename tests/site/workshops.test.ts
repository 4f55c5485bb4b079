import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { dictionary } from '../../src/i18n/dictionary.ts';
import { audiencesAnswering } from '../../src/model/audience.ts';
import { typeset } from '../../src/model/typography.ts';
import { corpus, readPage, rootSite } from './built.ts';
import { enterRoom } from './room.ts';

/** A trainer's room: read, vote, reveal, on screen and on paper. */

const { open, at } = enterRoom();

const plain = (text: string): string => text.replaceAll(/[\s\u00A0]+/g, ' ').trim();

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const wordsOf = (html: string): string => plain(textOf(parseFragment(html)));

test('there are twelve situations, which the texts do not settle alike', () => {
  expect(corpus.scenarios.length).toBeGreaterThanOrEqual(12);
  const alike = corpus.scenarios.filter(({ answers }) => new Set(answers.map(({ vote }) => vote)).size === 1);
  expect(alike.map(({ id }) => id)).toEqual([]);
});

describe('every answer', () => {
  test('rests on clauses whose words it shows, in each language, and says so where these concern others', () => {
    for (const scenario of corpus.scenarios) {
      for (const lang of ['fr', 'en'] as const) {
        const path = `${lang === 'fr' ? '/ateliers' : '/en/workshops'}/${scenario.texts[lang].slug}/`;
        const html = readPage(rootSite, path);
        for (const { board, cites } of scenario.answers) {
          const part = html.split(`id="${board}"`)[1]!.split('</details>')[0]!;
          for (const id of cites) {
            const { clause } = corpus.clauses.get(board)!.placed[corpus.clauses.get(board)!.indexOf.get(id)!]!;
            const said = corpus.texts.get(board)![lang].clauses.get(id)!;
            expect(wordsOf(part).replaceAll('[sic]', '')).toContain(plain(typeset(said.text, lang)));
            const concerned = [clause.audience, ...clause.rules.map(({ audience }) => audience)];
            const others = concerned.every((who) => !audiencesAnswering(scenario.audience).includes(who));
            const t = dictionary(lang);
            const told = wordsOf(part).includes(
              plain(`(${t.cell.for} ${typeset(t.audiences[clause.audience], lang)})`),
            );
            if (others) expect([path, board, id, told]).toEqual([path, board, id, true]);
          }
        }
      }
    }
  });

  test('stays closed until it is asked for, without a script too: board by board, or all at once', async () => {
    const { page, faults, context } = await open({ javaScriptEnabled: false });
    await page.goto(at('/ateliers/demande-d-ami/'));
    const answer = page.locator('[id="csno"] .vote');
    expect(await answer.isVisible()).toBe(false);
    await page.locator('[id="csno"] summary').press('Enter');
    expect(await answer.isVisible()).toBe(true);
    expect(await page.locator('[id="cstl"] .vote').isVisible()).toBe(false);
    const table = page.locator('[id="all"] table');
    expect(await table.isVisible()).toBe(false);
    await page.locator('[id="all"] summary').click();
    expect(await table.locator('tbody tr').count()).toBe(corpus.policies.length);
    expect(await table.isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is not on the sheet that the room gets, and is on the key', async () => {
    const { page, context } = await open();
    await page.goto(at('/en/workshops/friend-request/'));
    await page.emulateMedia({ media: 'print' });
    const votes = page.locator('.vote');
    expect(await votes.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
    expect(await page.locator('.situation').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('checkbox', { name: 'Print with the answers' }).check();
    await page.emulateMedia({ media: 'print' });
    expect(await votes.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(
      corpus.policies.length,
    );
    await context.close();
  });
});
