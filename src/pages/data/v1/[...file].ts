/** The open data and the schemas that describe them. */
import type { APIRoute } from 'astro';
import { z } from 'zod';
import { currentCorpus } from '../../../corpus.ts';
import { policyAkn } from '../../../model/export/akn.ts';
import { matrixCsv } from '../../../model/export/csv.ts';
import { matrixJson, matrixSchema } from '../../../model/export/matrix-json.ts';
import { link } from '../../../link.ts';
import type { Corpus } from '../../../model/corpus.ts';
import {
  clausesJson,
  clausesSchema,
  policiesJson,
  policiesSchema,
  type AddressOf,
} from '../../../model/export/json.ts';

const addressOf: AddressOf = (board, id, lang) =>
  link(id === undefined ? { kind: 'policy', board } : { kind: 'clause', board, id }, lang);

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const files: Record<string, (corpus: Corpus) => string> = {
  'clauses.json': (corpus) => json(clausesSchema.parse(clausesJson(corpus, addressOf))),
  'matrix.json': (corpus) => json(matrixSchema.parse(matrixJson(corpus, addressOf))),
  'matrix.csv': (corpus) => matrixCsv(matrixJson(corpus, addressOf)),
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

const mediaTypes: Record<string, string> = { csv: 'text/csv', json: 'application/json', xml: 'application/akn+xml' };

function write(file: string): string {
  const { corpus } = currentCorpus();
  const table = files[file];
  if (table) return table(corpus);
  return policyAkn(
    corpus,
    corpus.policies.find(({ board }) => board === aknOf(file))!,
    addressOf,
    corpus.edition,
  );
}

export const GET: APIRoute<never, { file: string }> = ({ params: { file } }) =>
  new Response(write(file), {
    headers: { 'Content-Type': `${mediaTypes[file.split('.').at(-1)!]}; charset=utf-8` },
  });
