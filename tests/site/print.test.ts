import { describe, expect, test } from 'vitest';
import { placeAndDate } from '../../src/i18n/place-and-date.ts';
import { typeset } from '../../src/model/typography.ts';
import { corpus } from './built.ts';
import { readPdf, type PrintedPage } from './pdf.ts';
import { enterRoom } from './room.ts';

/** On paper: what is printed is what stands on the page, and nothing that only a screen can do. */

const { open, at } = enterRoom();

async function print(path: string): Promise<{ pages: PrintedPage[]; text: string }> {
  const { page, context } = await open();
  await page.goto(at(path));
  const pages = await readPdf(await page.pdf({ format: 'Letter', preferCSSPageSize: true }));
  await context.close();
  return { pages, text: squeezed(pages.map(({ text }) => text).join('\n')) };
}

/** Letters and figures alone: where lines end, and what glyphs stand between words, is the printer's. */
const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '');

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
