import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { corpus } from './built.ts';
import { enterRoom } from './room.ts';

/** What a reader who hears the page is told of its tables. */

const { open, at } = enterRoom();

interface Heard {
  role?: { value: string };
  name?: { value: string };
  ignored: boolean;
}

/** What the browser tells of the page, by role. */
async function heard(page: Page): Promise<Map<string, string[]>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Heard[] };
  const told = nodes.filter(({ ignored }) => !ignored);
  return new Map(
    [...Map.groupBy(told, ({ role }) => role?.value ?? '')].map(([role, all]) => [
      role,
      all.map((one) => one.name?.value ?? ''),
    ]),
  );
}

test.each([320, 1280])('the tables of the matrix are told as tables, %i pixels wide', async (width) => {
  const { page, context } = await open({ viewport: { width, height: 640 } });
  await page.goto(at('/matrice/'));
  const told = await heard(page);
  const [boards, core] = [corpus.policies.length, corpus.topics.filter((topic) => topic.core).length];
  expect(told.get('table')).toHaveLength(2);
  expect(told.get('cell')).toHaveLength(boards * (corpus.criteria.size + core));
  expect(told.get('columnheader')).toHaveLength(2 * (boards + 1));
  expect(told.get('rowheader')).toHaveLength(corpus.criteria.size + core + corpus.topics.length);
  expect(told.get('row')).toHaveLength(2 + corpus.criteria.size + core + corpus.topics.length);
  await context.close();
});
