import type { Corpus } from '../model/corpus.ts';
import type { AddressOf } from '../model/export/json.ts';
import { belowBase, pathOf, placePage } from '../routes.ts';
import { matrixDocx } from './docx.ts';
import { matrixXlsx } from './xlsx.ts';

/** The files for Word and Excel. */

export type OfficeFile = `matrix${'' | '.en'}.${'xlsx' | 'docx'}`;

type Make = (corpus: Corpus, addressOf: AddressOf) => Promise<Uint8Array<ArrayBuffer>>;

export const officeFiles: Record<OfficeFile, Make> = {
  'matrix.xlsx': (corpus, addressOf) => matrixXlsx(corpus, addressOf, 'fr'),
  'matrix.en.xlsx': (corpus, addressOf) => matrixXlsx(corpus, addressOf, 'en'),
  'matrix.docx': (corpus, addressOf) => matrixDocx(corpus, addressOf, 'fr'),
  'matrix.en.docx': (corpus, addressOf) => matrixDocx(corpus, addressOf, 'en'),
};

/** A file that leaves the site by mail leads back to it, when the build knows where the site is published. */
export const fullAddresses =
  (site: string | undefined, base: string): AddressOf =>
  (board, id, lang) => {
    const path = belowBase(base, pathOf(placePage(board, id), lang));
    return site ? new URL(path, site).href : path;
  };
