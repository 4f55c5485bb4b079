import { describe, expect, test } from 'vitest';
import { placeAndDate } from '../../src/i18n/place-and-date.ts';
import { typeset } from '../../src/model/typography.ts';
import { corpus } from './built.ts';
import { readPdf, type PrintedPage } from './pdf.ts';
import { enterRoom } from './room.ts';
import { unfold, unfolded } from './states.ts';

/** On paper: what is printed is what stands on the page, and nothing that only a screen can do. */

const { open, at } = enterRoom();

/** Letters and figures alone: where lines end, and what glyphs stand between words, is the printer's. */
const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '');

interface Printed {
  pages: PrintedPage[];
  text: string;
  /** What stands on the page for the printer, block by block. */
  blocks: string[];
}

/** The words of each block that is to be printed. Sent to the browser as it stands. */
function blocksForPaper(): string[] {
  const blocks = new Map<Element, string>();
  const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    let block = walker.currentNode.parentElement!;
    const shown = block.checkVisibility({ visibilityProperty: true });
    if (!shown || block.closest('.hidden-text, select, textarea, script, noscript, svg')) continue;
    while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement!;
    blocks.set(block, `${blocks.get(block) ?? ''} ${walker.currentNode.textContent}`);
  }
  return [...blocks.values()];
}

async function print(path: string): Promise<Printed> {
  const { page, context } = await open();
  await unfold(page, at(path));
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = false;
  });
  const pages = await readPdf(await page.pdf({ format: 'Letter', preferCSSPageSize: true }));
  await page.emulateMedia({ media: 'print' });
  const blocks = (await page.evaluate<string[]>(`(${blocksForPaper.toString()})()`)).map(squeezed);
  await context.close();
  return { pages, text: squeezed(pages.map(({ text }) => text).join('\n')), blocks: blocks.filter(Boolean) };
}

/** Whether words stand on one sheet, or go over from the foot of one to the next. */
function standsOn(sheets: readonly string[], words: string): boolean {
  if (sheets.some((sheet) => sheet.includes(words))) return true;
  return sheets.some((sheet, index) => {
    let length = words.length - 1;
    while (length > 0 && !sheet.includes(words.slice(0, length))) length -= 1;
    return length > 0 && index + 1 < sheets.length && standsOn(sheets.slice(index + 1), words.slice(length));
  });
}

describe('every kind of page prints all that it says, unfolded, and no address is lost', () => {
  // The selection prints sheets made for paper instead: selection.test.ts reads these.
  test.each(unfolded.filter(({ path }) => !path.includes('/selection/')))('$name', async ({ path }) => {
    const { pages, text, blocks } = await print(path);
    const sheets = pages.map((page) => squeezed(page.text));
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter((words) => !standsOn(sheets, words))).toEqual([]);
    // What only a screen can do.
    for (const dead of ['Copier le lien', 'Copy the link', 'Ajouter à ma sélection', 'Projeter']) {
      expect(text).not.toContain(squeezed(dead));
    }
  });

  test('what is missing is missed, and what goes over a page is not', () => {
    expect(standsOn(['abcd', 'efgh'], 'cdef')).toBe(true);
    expect(standsOn(['abcd', 'efgh'], 'bxf')).toBe(false);
    expect(standsOn(['abcd', 'efgh'], 'efcd')).toBe(false);
  });
});

describe('a policy prints like a document', () => {
  test.each([
    ['/politiques/dsfno/', 'dsfno', 'fr'],
    ['/politiques/csscv/', 'csscv', 'fr'],
    ['/en/policies/dsfno/', 'dsfno', 'en'],
  ] as const)('%s: every clause, word for word, and how it is cited', async (path, board, lang) => {
    const { text } = await print(path);
    for (const { clause } of corpus.clauses.get(board)!.placed) {
      const said = corpus.texts.get(board)![lang].clauses.get(clause.id)!.text;
      const errors = corpus.notes.get(board)!.some(({ on, kind }) => on === clause.id && kind === 'sic');
      if (!errors) expect(text).toContain(squeezed(typeset(said, lang)));
    }
    expect(text).toContain(squeezed(corpus.policies.find((policy) => policy.board === board)!.title));
    for (const screenOnly of lang === 'fr' ? ['Sommaire', 'Chercher', 'Copier'] : ['Search', 'Copy the link']) {
      expect(text).not.toContain(squeezed(screenOnly));
    }
  });
});

test('the matrix prints on the long side of the paper, its boards above every page', async () => {
  const { pages, text } = await print('/matrice/');
  expect(pages.every(({ width, height }) => width > height)).toBe(true);
  const boards = corpus.policies.map((policy) => squeezed(`${policy.short} ${placeAndDate(policy, 'fr')}`));
  const body = pages.slice(1, -1);
  for (const { text: page } of body) for (const board of boards) expect(squeezed(page)).toContain(board);
  for (const { question } of corpus.criteria.values()) expect(text).toContain(squeezed(question.fr));
});

test('a clause prints its words, its citation and its address', async () => {
  const { text } = await print('/politiques/csno/4.c/');
  expect(text).toContain(squeezed('Les demandes « d’amis » d’élèves doivent être refusées.'));
  expect(text).toContain(
    squeezed('CSNO, DA 142, Utilisation acceptable des réseaux sociaux sur l’Internet, s. d., art. 4 c)'),
  );
  expect(text).toContain(squeezed('politiques/csno/4.c'));
  expect(text).not.toContain(squeezed('Copier le lien'));
});
