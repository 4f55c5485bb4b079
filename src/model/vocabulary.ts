import { z } from 'zod';
import { askedOf } from './audience.ts';
import { bilingual } from './lang.ts';

/** A topic and its questions, from content/topics/. The first criterion of a topic is its headline. */

const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+\.[a-z-]+$/, 'topic.question, in small letters, as in friending.requests'),
  audience: z.enum(askedOf),
  question: bilingual,
});

export const topicSchema = z.strictObject({
  order: z.number().int().positive(),
  core: z.literal(true).optional(),
  name: bilingual,
  covers: bilingual,
  criteria: z.array(criterionSchema).min(1),
});

type Criterion = z.infer<typeof criterionSchema> & { topic: string };

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
