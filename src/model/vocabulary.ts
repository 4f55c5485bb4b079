import { z } from 'zod';
import { askedOf } from './audience.ts';
import { bilingual, inEach } from './lang.ts';

/** A topic and its questions, from content/topics/. The first criterion of a topic is its headline. */

const slug = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'small letters and hyphens, as in droit-d-auteur');

const synonyms = z.strictObject(inEach(() => z.array(z.string().min(2))));

const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+\.[a-z-]+$/, 'topic.question, in small letters, as in friending.requests'),
  audience: z.enum(askedOf),
  question: bilingual,
  terms: z
    .array(z.string().min(2))
    .min(1)
    .meta({ description: 'Stems, in French, of the words that a text answering the question would use.' }),
  synonyms: synonyms.optional().meta({
    description: 'Words that people type for just this question, where those of its topic do not tell it apart.',
  }),
  nearMisses: z
    .record(z.string(), bilingual)
    .optional()
    .meta({ description: 'Why words that the terms reach do not answer; silences point to these reasons.' }),
});

export const topicSchema = z.strictObject({
  order: z.number().int().positive(),
  core: z.literal(true).optional(),
  slug: z.strictObject(inEach(() => slug)).meta({ description: 'The word of the topic in addresses, for good.' }),
  name: bilingual,
  covers: bilingual,
  synonyms: synonyms.meta({
    description: 'Words that people type for this topic and that the texts need not contain.',
  }),
  criteria: z.array(criterionSchema).min(1),
});

export type Criterion = z.infer<typeof criterionSchema> & { topic: string };

export interface Topic extends z.infer<typeof topicSchema> {
  id: string;
}

/** What a rule may name, looked up by id. */
export interface Vocabulary {
  topics: Topic[];
  criteria: Map<string, Criterion>;
}

export function vocabularyOf(topics: Topic[]): Vocabulary {
  const criteria = topics.flatMap((topic) =>
    topic.criteria.map((criterion): [string, Criterion] => [criterion.id, { ...criterion, topic: topic.id }]),
  );
  return { topics, criteria: new Map(criteria) };
}
