import { z } from 'zod';
import { askedOf } from './audience.ts';
import type { Lang } from './lang.ts';

/** A workshop situation that the boards answer, each answer resting on the clauses it cites. In our words, in every language. */

/** What a text answers to the question of a scenario; "silent" where it does not reach the case. */
const votes = ['yes', 'no', 'depends', 'silent'] as const;
type Vote = (typeof votes)[number];

const words = z.string().min(1);

/** What each language says at the top of its file. */
export const scenarioWords = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens, as in demande-d-ami')
    .meta({ description: 'The word of the scenario in addresses, for good.' }),
  title: words,
  question: words.meta({ description: 'What the room votes on: a question that one answers with yes or no.' }),
});

/** What is the same in every language stands in the first. */
export const scenarioFacts = scenarioWords.extend({
  order: z.number().int().positive(),
  minutes: z.number().int().positive(),
  audience: z.enum(askedOf).meta({ description: 'Whose conduct the question is about.' }),
  topics: z.array(z.string()).min(1).max(3),
});

export const answerAttributes = z.strictObject({
  board: z.string(),
  vote: z.enum(votes),
  cites: z.string().min(1).optional(),
});

export interface ScenarioText {
  slug: string;
  title: string;
  question: string;
  situation: string;
  /** In the order of the boards. */
  answers: string[];
  /** What one would have to write to close the gap. */
  gap: string;
  discussion: string[];
}

export interface ScenarioAnswer {
  board: string;
  vote: Vote;
  /** Ids of clauses of that board, the deciding ones first. */
  cites: string[];
}

export interface Scenario extends Pick<z.infer<typeof scenarioFacts>, 'order' | 'minutes' | 'audience' | 'topics'> {
  /** The name of its folder. */
  id: string;
  answers: ScenarioAnswer[];
  texts: Record<Lang, ScenarioText>;
}
