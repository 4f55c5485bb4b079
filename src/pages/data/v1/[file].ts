/** The open data and the schemas that describe them. */
import type { APIRoute } from 'astro';
import { z } from 'zod';
import { currentCorpus } from '../../../corpus.ts';
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

const files: Record<string, (corpus: Corpus) => unknown> = {
  'clauses.json': (corpus) => clausesSchema.parse(clausesJson(corpus, addressOf)),
  'policies.json': (corpus) => policiesSchema.parse(policiesJson(corpus, addressOf)),
  'clauses.schema.json': () => z.toJSONSchema(clausesSchema),
  'policies.schema.json': () => z.toJSONSchema(policiesSchema),
};

export const getStaticPaths = () => Object.keys(files).map((file) => ({ params: { file } }));

export const GET: APIRoute<never, { file: string }> = ({ params }) =>
  new Response(`${JSON.stringify(files[params.file]!(currentCorpus().corpus), null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
