import { z } from 'zod';
import type { Finding, Issue } from './issue.ts';
import { bilingual, inEach, langs, type Lang } from './lang.ts';
import { clauseKey } from './clause-key.ts';
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
      .array(z.strictObject({ clauses: z.array(z.string()).min(1), why: bilingual }))
      .optional()
      .meta({ description: 'Clauses (board:clause) that rightly render it otherwise, and why.' }),
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

/** The words of a clause or a title, and their translation, as the search for stems sees them. */
interface Pair {
  kind: 'clause' | 'section';
  id: string;
  original: string;
  translated: string;
}

function pairsOf(original: PolicyText, translation: PolicyText): Pair[] {
  const pair = (kind: Pair['kind'], id: string, words: string, translated: string): Pair => ({
    kind,
    id,
    original: searchable(words),
    translated: searchable(translated),
  });
  return [
    ...[...original.titles].map(([id, title]) => pair('section', id, title, translation.titles.get(id)!)),
    ...[...original.clauses].map(([id, { text }]) => pair('clause', id, text, translation.clauses.get(id)!.text)),
  ];
}

/** Where a translation departs from the glossary, and which exceptions of the glossary it needs. */
export function departures(
  glossary: Glossary,
  original: Policy,
  translation: Translation,
  at: (place: { kind: Pair['kind']; id: string }, finding: Finding) => Issue,
): { issues: Issue[]; excepted: string[] } {
  const excepted: string[] = [];
  const pairs = pairsOf(policyText(original), translation);
  const issues = glossary.terms.flatMap((term) => {
    const patterns = glossary.patterns.get(term)!;
    return pairs.flatMap((pair) => {
      if (pair.original.search(patterns[original.language]) < 0) return [];
      if (pair.translated.search(patterns[translation.lang]) >= 0) return [];
      const key = clauseKey(original.board, pair.id);
      if (term.except?.some(({ clauses }) => clauses.includes(key))) {
        excepted.push(exceptionOf(term, key));
        return [];
      }
      return [
        at(pair, {
          message: `The original says "${term[original.language].term}", and the translation of the ${pair.kind} ${pair.id} does not say "${term[translation.lang].term}".`,
          expected: `a word that begins with: ${term[translation.lang].stems.join(', ')}.`,
          remedy: `Use the word of ${glossary.file.path}; or name ${key} under "except" there, and say why.`,
        }),
      ];
    });
  });
  return { issues, excepted };
}

const exceptionOf = (term: Term, key: string): string => `${term[langs[0]].term} ${key}`;

/** Exceptions of the boards that could be read, which none of their translations needs any more. */
export function idleExceptions(glossary: Glossary, boards: ReadonlySet<string>, needed: ReadonlySet<string>): Issue[] {
  const { file, terms, range } = glossary;
  return terms.flatMap((term, index) =>
    (term.except ?? []).flatMap(({ clauses }, at) =>
      clauses.flatMap((key, place): Issue[] => {
        if (!boards.has(key.split(':')[0]!) || needed.has(exceptionOf(term, key))) return [];
        const { offset, length } = range([index, 'except', at, 'clauses', place]);
        return [
          file.issueAt(offset, length, {
            message: `The exception ${key} of "${term[langs[0]].term}" serves nothing.`,
            expected: 'a clause that uses the term and whose translation renders it otherwise.',
            remedy: 'Take the exception out, or correct its id.',
          }),
        ];
      }),
    ),
  );
}
