import { z } from 'zod';
import { audiences } from '../audience.ts';
import { citeClause, plainCitation } from '../cite.ts';
import { isStale, ruleIn, type Corpus } from '../corpus.ts';
import { forces } from '../force.ts';
import { bilingual, inEach, type Bilingual } from '../lang.ts';
import { notices } from '../notice.ts';
import { clauseKey } from '../clause-key.ts';
import { provinces } from '../policy.ts';
import { inBoth, noticeSchema, type AddressOf } from './json.ts';

/** The matrix as open data; the tables for Excel and Word are made from it. */

export const matrixSchema = z
  .strictObject({
    boards: z.array(
      z.strictObject({
        id: z.string(),
        short: z.string(),
        name: z.string(),
        province: z.enum(provinces),
        date: z.iso.date().nullable().meta({ description: 'the last date that the document states; null if undated' }),
      }),
    ),
    topics: z.array(
      z.strictObject({
        id: z.string(),
        core: z.boolean(),
        name: bilingual,
        criteria: z.array(z.strictObject({ id: z.string(), question: bilingual })),
      }),
    ),
    cells: z.array(
      z.strictObject({
        board: z.string(),
        criterion: z.string(),
        topic: z.string(),
        state: z.enum(['answered', 'principle', 'elsewhere', 'silent']),
        force: z.enum(forces).nullable().meta({ description: 'of the strongest words that answer; null if none do' }),
        tension: z.boolean().meta({ description: 'two forces, or an exception in one place only' }),
        rules: z.array(
          z.strictObject({
            clause: z.string().meta({ description: 'board:clause' }),
            force: z.enum(forces),
            against: z.boolean(),
            audience: z.enum(audiences),
            exception: z.string().nullable(),
            quote: inBoth,
            notice: noticeSchema,
            url: inBoth,
            cite: inBoth,
          }),
        ),
        note: bilingual.nullable(),
        silence: z
          .strictObject({
            terms: z
              .array(z.string())
              .meta({ description: 'stems looked for, from the start of a word, case and accents apart' }),
            hits: z.array(z.strictObject({ clause: z.string(), why: bilingual })),
          })
          .nullable(),
      }),
    ),
  })
  .meta({
    title: 'Balises: matrix',
    description: 'One cell for every board and question, derived from the marked words.',
  });

export type MatrixJson = z.infer<typeof matrixSchema>;

/** The note, and what the copy lacks where the text is silent as received. */
function noteWithCopy(...notes: (Bilingual | undefined)[]): Bilingual | null {
  const said = notes.filter((note) => note !== undefined);
  return said.length === 0 ? null : inEach((lang) => said.map((note) => note[lang]).join(' '));
}

export function matrixJson(corpus: Corpus, addressOf: AddressOf): MatrixJson {
  const policies = new Map(corpus.policies.map((policy) => [policy.board, policy]));
  return {
    boards: corpus.policies.map(({ board, short, name, province, dates }) => ({
      id: board,
      short,
      name,
      province,
      date: dates.at(-1)?.date ?? null,
    })),
    topics: corpus.topics.map(({ id, core, name, criteria }) => ({
      id,
      core: core === true,
      name,
      criteria: criteria.map(({ id: criterion, question }) => ({ id: criterion, question })),
    })),
    cells: [...corpus.matrix.values()]
      .flat()
      .map(({ board, criterion, topic, state, force, tension, rules, note, silence }) => {
        const policy = policies.get(board)!;
        const { placed, indexOf } = corpus.clauses.get(board)!;
        return {
          board,
          criterion,
          topic,
          state,
          force: force ?? null,
          tension,
          rules: rules.map(({ clause, index, rule }) => ({
            clause: clauseKey(board, clause),
            force: rule.force,
            against: rule.against,
            audience: rule.audience,
            exception: rule.except ?? null,
            quote: inEach((lang) => ruleIn(corpus, { board, clause, index }, lang).quote),
            notice: notices(policy.language, (lang) => isStale(corpus, board, clause, lang)),
            url: inEach((lang) => addressOf(board, clause, lang)),
            cite: inEach((lang) => plainCitation(citeClause(policy, placed[indexOf.get(clause)!]!, lang))),
          })),
          note: noteWithCopy(note, silence?.received),
          silence: silence
            ? {
                terms: silence.terms,
                hits: silence.hits.map(({ clause, why }) => ({ clause: clauseKey(board, clause), why })),
              }
            : null,
        };
      }),
  };
}
