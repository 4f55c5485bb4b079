/** The open data and the schemas that describe them. */
import type { APIRoute } from 'astro';
import { z } from 'zod';
import { currentCorpus } from '../../../corpus.ts';
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

export const getStaticPaths = () => Object.keys(files).map((file) => ({ params: { file } }));

export const GET: APIRoute<never, { file: string }> = ({ params }) =>
  new Response(files[params.file]!(currentCorpus().corpus), {
    headers: {
      'Content-Type': params.file.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    },
  });
