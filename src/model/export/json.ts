import { z } from 'zod';
import { audiences } from '../audience.ts';
import { citeClause, citePolicy, plainCitation } from '../cite.ts';
import { isStale, type Corpus } from '../corpus.ts';
import { forces } from '../force.ts';
import { bilingual, inEach, langs, type Lang } from '../lang.ts';
import { noteKinds } from '../note.ts';
import { notices } from '../notice.ts';
import { clauseKey } from '../clause-key.ts';
import { dateKinds, instruments, placedClauses, provinces } from '../policy.ts';

/** The open data of /data/v1/: one definition gives the type, the published JSON Schema and the check. */

export const inBoth = z.strictObject(inEach(() => z.string()));

/** Said of the words in each language; null of the original, which counts. */
export const noticeSchema = z
  .strictObject(inEach(() => z.string().nullable()))
  .meta({ description: 'what stands with the words in each language: null for the original, which alone counts' });

export const clausesSchema = z
  .array(
    z.strictObject({
      id: z.string().meta({ description: 'board:clause, for good' }),
      board: z.string(),
      label: z.string().nullable().meta({ description: 'what the source prints before the words; null if nothing' }),
      section: z.array(z.string()).meta({ description: 'the titles above the clause, outermost first' }),
      audience: z.enum(audiences),
      text: inBoth,
      notice: noticeSchema,
      rules: z.array(
        z.strictObject({
          criterion: z.string(),
          topic: z.string(),
          force: z.enum(forces),
          against: z.boolean().meta({ description: 'a recommendation that advises against' }),
          audience: z.enum(audiences),
          exception: z.string().nullable(),
          quote: inBoth,
        }),
      ),
      url: inBoth,
      cite: inBoth,
    }),
  )
  .meta({ title: 'Balises: clauses', description: 'Every clause of every policy, with the rules marked in it.' });

export const policiesSchema = z
  .strictObject({
    boards: z.array(
      z.strictObject({
        id: z.string(),
        short: z.string(),
        name: z.string(),
        province: z.enum(provinces),
      }),
    ),
    policies: z.array(
      z.strictObject({
        board: z.string(),
        title: z.string(),
        number: z.string().nullable(),
        instrument: z.enum(instruments),
        dates: z.array(z.strictObject({ kind: z.enum(dateKinds), date: z.iso.date(), words: z.string() })),
        language: z.enum(langs),
        binds: bilingual,
        received: bilingual,
        clauses: z.number().int(),
        rules: z.number().int(),
        notes: z.array(
          z.strictObject({ on: z.string(), kind: z.enum(noteKinds), words: z.string().nullable(), ...bilingual.shape }),
        ),
        url: inBoth,
        cite: inBoth,
      }),
    ),
  })
  .meta({ title: 'Balises: policies', description: 'The boards and their policies.' });

/** The address of a policy or a clause: the caller knows where the site is published. */
export type AddressOf = (board: string, clause: string | undefined, lang: Lang) => string;

export function clausesJson(corpus: Corpus, addressOf: AddressOf): z.infer<typeof clausesSchema> {
  return corpus.policies.flatMap((policy) =>
    placedClauses(policy).map((placed) => {
      const { clause, sections } = placed;
      const texts = corpus.texts.get(policy.board)!;
      return {
        id: clauseKey(policy.board, clause.id),
        board: policy.board,
        label: clause.label ?? null,
        section: sections.map(({ title }) => title),
        audience: clause.audience,
        text: inEach((lang) => texts[lang].clauses.get(clause.id)!.text),
        notice: notices(policy.language, (lang) => isStale(corpus, policy.board, clause.id, lang)),
        rules: clause.rules.flatMap((rule, index) =>
          rule.criteria.map((criterion) => ({
            criterion,
            topic: corpus.criteria.get(criterion)!.topic,
            force: rule.force,
            against: rule.against,
            audience: rule.audience,
            exception: rule.except ?? null,
            quote: inEach((lang) => texts[lang].clauses.get(clause.id)!.rules[index]!.quote),
          })),
        ),
        url: inEach((lang) => addressOf(policy.board, clause.id, lang)),
        cite: inEach((lang) => plainCitation(citeClause(policy, placed, lang))),
      };
    }),
  );
}

export function policiesJson(corpus: Corpus, addressOf: AddressOf): z.infer<typeof policiesSchema> {
  return {
    boards: corpus.policies.map(({ board, short, name, province }) => ({ id: board, short, name, province })),
    policies: corpus.policies.map((policy) => {
      const clauses = placedClauses(policy);
      return {
        board: policy.board,
        title: policy.title,
        number: policy.number ?? null,
        instrument: policy.instrument,
        dates: policy.dates,
        language: policy.language,
        binds: policy.binds,
        received: policy.received,
        clauses: clauses.length,
        rules: clauses.reduce((sum, { clause }) => sum + clause.rules.length, 0),
        notes: (corpus.notes.get(policy.board) ?? []).map((note) => ({
          on: note.on,
          kind: note.kind,
          words: note.words ?? null,
          ...inEach((lang) => note[lang]),
        })),
        url: inEach((lang) => addressOf(policy.board, undefined, lang)),
        cite: inEach((lang) => plainCitation(citePolicy(policy, lang))),
      };
    }),
  };
}
