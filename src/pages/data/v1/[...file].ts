import type { APIRoute } from 'astro';
import { z } from 'zod';
import { currentCorpus } from '../../../corpus.ts';
import { link } from '../../../link.ts';
import { mediaType } from '../../../media-types.ts';
import type { Corpus } from '../../../model/corpus.ts';
import { langs, type Lang } from '../../../model/lang.ts';
import type { Policy } from '../../../model/policy.ts';
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

/** Akoma Ntoso, the legal-document standard: one file for each policy and language, "policies/csno.akn.xml", "policies/csno.en.akn.xml". */
const aknFiles = ({ policies }: Corpus): [file: string, policy: Policy, lang: Lang][] =>
  policies.flatMap((policy) =>
    langs.map((lang): [string, Policy, Lang] => [
      `policies/${policy.board}${lang === policy.language ? '' : `.${lang}`}.akn.xml`,
      policy,
      lang,
    ]),
  );

export const getStaticPaths = () =>
  [...Object.keys(files), ...aknFiles(currentCorpus().corpus).map(([file]) => file)].map((file) => ({
    params: { file },
  }));

function write(file: string): Content | Promise<Content> {
  const { corpus } = currentCorpus();
  const table = files[file];
  if (table) return table(corpus);
  const [, policy, lang] = aknFiles(corpus).find(([name]) => name === file)!;
  return policyAkn(corpus, policy, lang, addressOf, corpus.edition);
}

export const GET: APIRoute<never, { file: string }> = async ({ params: { file } }) =>
  new Response(await write(file), { headers: { 'Content-Type': mediaType(file) } });
