import { z } from 'zod';
import type { Finding, Issue } from './issue.ts';
import { bilingual, inEach, langs, type Lang } from './lang.ts';
import { clauseKey } from './permalinks.ts';
import { policyText, type Policy, type PolicyText } from './policy.ts';
import { readYaml } from './read-yaml.ts';
import { searchable, stemPattern } from './terms.ts';
import type { TextFile } from './text-file.ts';
import type { Translation } from './translation.ts';

/** The words that decide, and how each language renders them: one list for those who translate, for the check and for the readers. */

const rendering = z.strictObject({
  term: z.string().min(1).meta({ description: 'What the glossary shows.' }),
  stems: z.array(z.string().min(2)).min(1).meta({ description: 'How its forms begin, case and accents apart.' }),
});

const glossarySchema = z.array(
  z.strictObject({
    ...inEach(() => rendering),
    note: bilingual.optional().meta({ description: 'Why this rendering, where it is not plain.' }),
    except: z
      .record(z.string(), bilingual)
      .optional()
      .meta({ description: 'Clauses that rightly render it otherwise (board:clause), and why.' }),
  }),
);

export type Term = z.infer<typeof glossarySchema>[number];

export interface Glossary {
  file: TextFile;
  terms: Term[];
  range: (path: PropertyKey[]) => { offset: number; length: number };
  patterns: ReadonlyMap<Term, Record<Lang, RegExp>>;
}

export function readGlossary(file: TextFile): { glossary?: Glossary; issues: Issue[] } {
  const read = readYaml(file, glossarySchema);
  if (!read.value) return { issues: read.issues };
  const { value: terms, range } = read.value;
  const seen = new Map<string, number>();
  const issues = terms.flatMap((term, index): Issue[] => {
    const first = seen.get(term[langs[0]].term);
    seen.set(term[langs[0]].term, index);
    if (first === undefined) return [];
    const { offset, length } = range([index, langs[0], 'term']);
    return [
      file.issueAt(offset, length, {
        message: `The term "${term[langs[0]].term}" stands twice.`,
        expected: 'one entry for each term.',
        remedy: 'Join the two entries.',
      }),
    ];
  });
  const patterns = new Map(terms.map((term) => [term, inEach((lang) => stemPattern(term[lang].stems))]));
  return issues.length > 0 ? { issues } : { glossary: { file, terms, range, patterns }, issues };
}

/** A place that uses a term, and whether the translation of that place uses what the glossary gives for it. */
interface Use {
  kind: 'clause' | 'section';
  id: string;
  rendered: boolean;
}

function usesOf(
  patterns: Record<Lang, RegExp>,
  original: PolicyText,
  from: Lang,
  translation: PolicyText,
  to: Lang,
): Use[] {
  const use = (kind: Use['kind'], id: string, words: string, translated: string): Use[] =>
    searchable(words).search(patterns[from]) < 0
      ? []
      : [{ kind, id, rendered: searchable(translated).search(patterns[to]) >= 0 }];
  return [
    ...[...original.titles].flatMap(([id, title]) => use('section', id, title, translation.titles.get(id)!)),
    ...[...original.clauses].flatMap(([id, { text }]) => use('clause', id, text, translation.clauses.get(id)!.text)),
  ];
}

/** Where a translation departs from the glossary, and which exceptions of the glossary it needs. */
export function departures(
  glossary: Glossary,
  original: Policy,
  translation: Translation,
  at: (place: { kind: Use['kind']; id: string }, finding: Finding) => Issue,
): { issues: Issue[]; excepted: string[] } {
  const excepted: string[] = [];
  const text = policyText(original);
  const issues = glossary.terms.flatMap((term) =>
    usesOf(glossary.patterns.get(term)!, text, original.language, translation, translation.lang).flatMap((use) => {
      if (use.rendered) return [];
      const key = clauseKey(original.board, use.id);
      if (term.except?.[key]) {
        excepted.push(exceptionOf(term, key));
        return [];
      }
      return [
        at(use, {
          message: `The original says "${term[original.language].term}", and the translation of the ${use.kind} ${use.id} does not say "${term[translation.lang].term}".`,
          expected: `a word that begins with: ${term[translation.lang].stems.join(', ')}.`,
          remedy: `Use the word of ${glossary.file.path}; or name ${key} under "except" there, and say why.`,
        }),
      ];
    }),
  );
  return { issues, excepted };
}

const exceptionOf = (term: Term, key: string): string => `${term[langs[0]].term} ${key}`;

/** An exception that no translation needs any more. */
export function idleExceptions(glossary: Glossary, needed: ReadonlySet<string>): Issue[] {
  const { file, terms, range } = glossary;
  return terms.flatMap((term, index) =>
    Object.keys(term.except ?? {})
      .filter((key) => !needed.has(exceptionOf(term, key)))
      .map((key) => {
        const { offset, length } = range([index, 'except', key]);
        return file.issueAt(offset, length, {
          message: `The exception ${key} of "${term[langs[0]].term}" serves nothing.`,
          expected: 'a clause that uses the term and whose translation renders it otherwise.',
          remedy: 'Take the exception out, or correct its id.',
        });
      }),
  );
}
