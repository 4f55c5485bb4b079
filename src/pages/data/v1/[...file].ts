import type { APIRoute } from 'astro';
import { z } from 'zod';
import { currentCorpus } from '../../../corpus.ts';
import { link } from '../../../link.ts';
import { mediaType } from '../../../media-types.ts';
import type { Corpus } from '../../../model/corpus.ts';
import { policyAkn } from '../../../model/export/akn.ts';
import { matrixCsv } from '../../../model/export/csv.ts';
import { matrixJson, matrixSchema } from '../../../model/export/matrix-json.ts';
import {
  clausesJson,
  clausesSchema,
  policiesJson,
  policiesSchema,
  type AddressOf,
} from '../../../model/export/json.ts';
import { matrixDocx } from '../../../office/docx.ts';
import { matrixXlsx } from '../../../office/xlsx.ts';

const addressOf: AddressOf = (board, id, lang) =>
  link(id === undefined ? { kind: 'policy', board } : { kind: 'clause', board, id }, lang);

/** A file that leaves the site by mail leads back to it, when the build knows where the site is published. */
const fullAddressOf: AddressOf = (board, id, lang) => {
  const address = addressOf(board, id, lang);
  return import.meta.env.SITE ? new URL(address, import.meta.env.SITE).href : address;
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

type Content = string | Uint8Array<ArrayBuffer>;

const files: Record<string, (corpus: Corpus) => Content | Promise<Content>> = {
  'clauses.json': (corpus) => json(clausesSchema.parse(clausesJson(corpus, addressOf))),
  'matrix.json': (corpus) => json(matrixSchema.parse(matrixJson(corpus, addressOf))),
  'matrix.csv': (corpus) => matrixCsv(matrixJson(corpus, addressOf)),
  'matrix.xlsx': (corpus) => matrixXlsx(corpus, fullAddressOf, 'fr'),
  'matrix.en.xlsx': (corpus) => matrixXlsx(corpus, fullAddressOf, 'en'),
  'matrix.docx': (corpus) => matrixDocx(corpus, fullAddressOf, 'fr'),
  'matrix.en.docx': (corpus) => matrixDocx(corpus, fullAddressOf, 'en'),
  'policies.json': (corpus) => json(policiesSchema.parse(policiesJson(corpus, addressOf))),
  'clauses.schema.json': () => json(z.toJSONSchema(clausesSchema)),
  'matrix.schema.json': () => json(z.toJSONSchema(matrixSchema)),
  'policies.schema.json': () => json(z.toJSONSchema(policiesSchema)),
};

/** Akoma Ntoso, the legal-document standard: one file for each policy, "policies/csno.akn.xml". */
const aknOf = (file: string): string => file.replace(/^policies\/(.*)\.akn\.xml$/, '$1');

export const getStaticPaths = () =>
  [...Object.keys(files), ...currentCorpus().corpus.policies.map(({ board }) => `policies/${board}.akn.xml`)].map(
    (file) => ({ params: { file } }),
  );

function write(file: string): Content | Promise<Content> {
  const { corpus } = currentCorpus();
  const table = files[file];
  if (table) return table(corpus);
  const policy = corpus.policies.find(({ board }) => board === aknOf(file))!;
  return policyAkn(corpus, policy, addressOf, corpus.edition);
}

export const GET: APIRoute<never, { file: string }> = async ({ params: { file } }) =>
  new Response(await write(file), { headers: { 'Content-Type': mediaType(file) } });
