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
import { officeFiles, type OfficeFile } from '../../../office/files.ts';
import { placePage } from '../../../routes.ts';

const addressOf: AddressOf = (board, id, lang) => link(placePage(board, id), lang);

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
  [...Object.keys({ ...files, ...officeFiles }), ...aknFiles(currentCorpus().corpus).map(([file]) => file)].map(
    (file) => ({
      params: { file },
    }),
  );

const isOffice = (file: string): file is OfficeFile => Object.hasOwn(officeFiles, file);

function write(file: string): string | Promise<Uint8Array<ArrayBuffer>> {
  const { corpus, made } = currentCorpus();
  if (isOffice(file)) return made.officeFile(file);
  const table = files[file];
  if (table) return table(corpus);
  const [, policy, lang] = aknFiles(corpus).find(([name]) => name === file)!;
  return policyAkn(corpus, policy, lang, addressOf, corpus.edition);
}

export const GET: APIRoute<never, { file: string }> = async ({ params: { file } }) =>
  new Response(await write(file), { headers: { 'Content-Type': mediaType(file) } });
