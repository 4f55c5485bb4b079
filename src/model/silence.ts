import { z } from 'zod';
import type { Finding, Issue } from './issue.ts';
import { bilingual, inEach, type Bilingual } from './lang.ts';
import { near } from './near.ts';
import { phrases } from './phrases/phrases.ts';
import { placedClauses, type Clause, type PlacedClause, type Policy } from './policy.ts';
import { readYaml } from './read-yaml.ts';
import { searchable, stemPattern } from './terms.ts';
import type { TextFile } from './text-file.ts';
import type { Criterion, Vocabulary } from './vocabulary.ts';

/**
 * Silence is proven, not assumed. Each question carries the stems that an answer would use; they are run over every clause and
 * title, and each passage that they reach either answers another question, or is listed with the reason why it does not answer
 * this one.
 */

const silenceStates = ['silent', 'elsewhere'] as const;
export type SilenceState = (typeof silenceStates)[number];

const silencesSchema = z.strictObject({
  received: bilingual
    .optional()
    .meta({ description: 'What the copy lacks, so that every silence is one of the text as received.' }),
  silences: z.array(
    z.strictObject({
      criterion: z.string(),
      state: z.enum(silenceStates),
      note: bilingual.optional().meta({ description: 'Needed for "elsewhere": which document the text points to.' }),
      nearMisses: z.array(z.strictObject({ clause: z.string(), why: z.string() })).optional(),
    }),
  ),
});

interface Hit {
  clause: string;
  why: Bilingual;
}

export interface Silence {
  criterion: string;
  state: SilenceState;
  note?: Bilingual;
  /** What our copy lacks: the text is silent as received. */
  received?: Bilingual;
  terms: string[];
  hits: Hit[];
}

interface Searched {
  clause: Clause;
  text: string;
  /** The titles of the sections that begin with this clause. */
  titles: string[];
  /** Where the marked words stand, and what they answer. */
  spans: { from: number; to: number; criteria: string[] }[];
}

function search({ clause, sections }: PlacedClause, before: PlacedClause | undefined): Searched {
  let at = 0;
  const spans = clause.rules.map((rule) => {
    const from = clause.text.indexOf(rule.quote, at);
    at = from + rule.quote.length;
    return { from, to: at, criteria: rule.criteria };
  });
  const titles = sections.filter((section) => !before?.sections.includes(section)).map(({ title }) => title);
  return { clause, text: searchable(clause.text), titles, spans };
}

/** The questions that the matches do answer, and whether one of them lies in no rule. */
function reach({ text, spans }: Searched, pattern: RegExp): { reached: boolean; criteria: Set<string>; bare: boolean } {
  const criteria = new Set<string>();
  let bare = false;
  let reached = false;
  for (const { index } of text.matchAll(pattern)) {
    reached = true;
    const span = spans.find(({ from, to }) => index >= from && index < to);
    if (!span) bare = true;
    for (const criterion of span?.criteria ?? []) criteria.add(criterion);
  }
  return { reached, criteria, bare };
}

/** « Ces mots répondent à … »: what a marked passage does answer. */
function answersOther(criteria: Iterable<string>, vocabulary: Vocabulary): Bilingual {
  const questions = [...criteria].map((id) => vocabulary.criteria.get(id)!.question);
  return inEach((lang) => phrases(lang).silence.answersOther(questions.map((question) => question[lang]).join(' ')));
}

/** A title names what the clauses under it rule; by itself it rules nothing (and is never marked). */
const inTitle = (title: string): Bilingual => inEach((lang) => phrases(lang).silence.inTitle(title));

/** Every cell without rules has its stated and proven silence, or an issue. */
export function readSilences(
  file: TextFile,
  policy: Policy,
  vocabulary: Vocabulary,
): { silences: Map<string, Silence>; issues: Issue[] } {
  const silences = new Map<string, Silence>();
  const read = readYaml(file, silencesSchema);
  if (!read.value) return { silences, issues: read.issues };
  const issues: Issue[] = [];
  const { value, range } = read.value;
  const refuse = (path: PropertyKey[], finding: Finding): void => {
    const { offset, length } = range(path);
    issues.push(file.issueAt(offset, length, finding));
  };
  const placed = placedClauses(policy);
  const clauses = placed.map(({ clause }) => clause);
  const searched = placed.map((one, index) => search(one, placed[index - 1]));
  const byId = new Map(searched.map((one) => [one.clause.id, one]));
  const answered = new Set(clauses.flatMap((clause) => clause.rules.flatMap((rule) => rule.criteria)));

  const prove = (criterion: Criterion, index: number): Hit[] => {
    const stated = value.silences[index]!;
    const misses = new Map((stated.nearMisses ?? []).map((miss) => [miss.clause, miss.why]));
    const reasons = criterion.nearMisses ?? {};
    const pattern = stemPattern(criterion.terms);
    (stated.nearMisses ?? []).forEach(({ clause: id, why }, at) => {
      const path = ['silences', index, 'nearMisses', at];
      const clause = byId.get(id);
      if (!clause) {
        refuse([...path, 'clause'], {
          message: `There is no clause "${id}".`,
          expected: `a clause of content/policies/${policy.board}/fr.mdx.`,
          remedy: 'Correct the id.',
          suggestion: near(id, byId.keys()),
        });
      } else if (!reach(clause, pattern).bare) {
        refuse([...path, 'clause'], {
          message: `No term of ${criterion.id} reaches unmarked words of the clause ${id}.`,
          expected: `a clause that holds, outside its rules, one of: ${criterion.terms.join(', ')}.`,
          remedy: 'Take the near miss out, or add the stem it was found by to the terms of the question.',
        });
      }
      if (!(why in reasons)) {
        refuse([...path, 'why'], {
          message: `The question ${criterion.id} gives no reason "${why}".`,
          expected: `one of its nearMisses: ${Object.keys(reasons).join(', ') || 'it has none yet'}.`,
          remedy: `Write the reason once, in both languages, under ${criterion.id} in content/topics/${criterion.topic}.yaml.`,
          suggestion: near(why, Object.keys(reasons)),
        });
      }
    });
    return searched.flatMap((one): Hit[] => {
      const { clause } = one;
      const titled = one.titles
        .filter((title) => searchable(title).search(pattern) >= 0)
        .map((title) => ({ clause: clause.id, why: inTitle(title) }));
      const { reached, criteria, bare } = reach(one, pattern);
      if (!reached) return titled;
      const why = misses.get(clause.id);
      if (bare && why === undefined) {
        refuse(['silences', index, 'criterion'], {
          message: `Words of ${clause.id} might answer ${criterion.id}, and nothing says why they do not: "${clause.text.slice(0, 90)}…".`,
          expected: 'a rule on that question in the clause, or a near miss with its reason.',
          remedy: `Mark the rule in fr.mdx, or add - { clause: "${clause.id}", why: … } to nearMisses.`,
        });
        return titled;
      }
      const reason = why === undefined ? undefined : reasons[why];
      return [...titled, { clause: clause.id, why: reason ?? answersOther(criteria, vocabulary) }];
    });
  };

  value.silences.forEach((stated, index) => {
    const { criterion: id, state } = stated;
    const criterion = vocabulary.criteria.get(id);
    if (!criterion) {
      refuse(['silences', index, 'criterion'], {
        message: `There is no criterion "${id}".`,
        expected: 'a criterion of a file in content/topics/.',
        remedy: 'Correct the name.',
        suggestion: near(id, vocabulary.criteria.keys()),
      });
      return;
    }
    if (silences.has(id) || answered.has(id)) {
      refuse(['silences', index, 'criterion'], {
        message: answered.has(id) ? `${policy.short} is not silent on ${id}: rules answer it.` : `${id} stands twice.`,
        expected: 'one entry for each question that no rule of the policy answers.',
        remedy: 'Take the entry out.',
      });
      return;
    }
    if (state === 'elsewhere' && !stated.note) {
      refuse(['silences', index, 'state'], {
        message: `"elsewhere" does not say where.`,
        expected: 'a note that names the document the text points to.',
        remedy: 'Add the note in both languages.',
      });
    }
    silences.set(id, {
      criterion: id,
      state,
      note: stated.note,
      received: value.received,
      terms: criterion.terms,
      hits: prove(criterion, index),
    });
  });
  for (const id of vocabulary.criteria.keys()) {
    if (answered.has(id) || silences.has(id)) continue;
    refuse(['silences'], {
      message: `Nothing of ${policy.short} answers ${id}, and no silence is stated.`,
      expected: 'a rule on that question, or a stated silence: an empty cell is a bug.',
      remedy: `Search the text for its terms; then add - { criterion: ${id}, state: silent }.`,
    });
  }
  return { silences, issues };
}
