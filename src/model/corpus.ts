import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readFoundBy, type FoundBy } from './found-by.ts';
import { idleExceptions, readGlossary, type Glossary, type Term } from './glossary.ts';
import type { Issue } from './issue.ts';
import { inEach, langs, type Bilingual, type Lang } from './lang.ts';
import { reasonsSchema } from './marking.ts';
import { near } from './near.ts';
import { notesSchema, type Note } from './note.ts';
import { readPack, type Pack } from './pack.ts';
import { clauseKey } from './clause-key.ts';
import { readLedger, scenarioKey, scenarioOwner, type Ledger, type PublicPlace } from './permalinks.ts';
import { placedClauses, policyText, type PlacedClause, type Policy, type PolicyText, type Rule } from './policy.ts';
import { readMarking, type Marking } from './read-marking.ts';
import { frontMatterRange } from './read-mdx.ts';
import { readPolicy } from './read-policy.ts';
import { readYaml } from './read-yaml.ts';
import { readScenario } from './read-scenario.ts';
import type { Scenario } from './scenario.ts';
import { readSilences, type Silence } from './silence.ts';
import { deriveMatrix, type Cell, type CellRule } from './matrix.ts';
import { searchable, stemPattern, termsLanguage } from './terms.ts';
import { decodeFile, TextFile } from './text-file.ts';
import { readTranslation, type Translation } from './translation.ts';
import { topicSchema, vocabularyOf, type Topic, type Vocabulary } from './vocabulary.ts';

/** Path below the project → bytes: all of content/. Where it comes from (a disk, a test) is not the core's business. */
export type ContentFiles = ReadonlyMap<string, Uint8Array>;

/** Everything that the site is derived from. */
export interface Corpus extends Vocabulary {
  policies: Policy[];
  /** The clauses of each board's policy in reading order, and where each id stands among them. */
  clauses: Map<string, { placed: PlacedClause[]; indexOf: Map<string, number> }>;
  /** The words of each board's policy in each language: its own, and its translations. */
  texts: Map<string, Record<Lang, PolicyText | Translation>>;
  glossary: Term[];
  notes: Map<string, Note[]>;
  /** What people type who need a clause of a board. */
  foundBy: Map<string, FoundBy>;
  markings: Map<string, Marking>;
  /** One cell for every board × criterion, by criterion. */
  matrix: Map<string, Cell[]>;
  scenarios: Scenario[];
  /** Starter packs, in the order of their topics. */
  packs: Pack[];
  reasons: Record<string, Bilingual>;
  ledger: Ledger;
  /** The date of this edition of the content, which dated exports bear: never the day of a build. */
  edition: { date: string };
}

export interface CorpusReading {
  /** Only when there is no issue at all. */
  corpus?: Corpus;
  issues: Issue[];
  /** What stops nothing and is told: words translated from an original that has changed since. */
  warnings: Issue[];
  /** Ids of clauses that the ledger does not hold yet. */
  unpublished: string[];
  /** The policies that could be read. */
  policies: Policy[];
}

const editionSchema = z.strictObject({ date: z.iso.date() });

const sumsPath = 'content/policies/SHA256SUMS';
const editionPath = 'content/edition.yaml';
const reasonsPath = 'content/marking-reasons.yaml';
const ledgerPath = 'content/permalinks.txt';
const glossaryPath = 'content/glossary/terms.yaml';

export const policyPath = (board: string, name: string): string => `content/policies/${board}/${name}`;

const scenarioPath = (id: string, lang: Lang): string => `content/scenarios/${id}/${lang}.mdx`;

/** The file of a policy in a language. */
const textPath = (board: string, lang: Lang): string => policyPath(board, `${lang}.mdx`);

class CorpusReader {
  readonly issues: Issue[] = [];
  readonly warnings: Issue[] = [];
  /** Exceptions of the glossary that a translation needs. */
  readonly #excepted = new Set<string>();
  /** Boards that are pinned or have a folder. */
  readonly boardsSeen = new Set<string>();
  readonly #files: ContentFiles;
  /** Where the terms of each question stand. */
  readonly #terms = new Map<string, { file: TextFile; offset: number; length: number }>();

  constructor(files: ContentFiles) {
    this.#files = files;
  }

  text(path: string): TextFile | undefined {
    const file = decodeFile(path, this.#files.get(path));
    if (file instanceof TextFile) return file;
    this.issues.push(file);
    return undefined;
  }

  /** The pinned sources, in the order in which the boards stand on the site. */
  boards(): { board: string; sum: string; offset: number }[] {
    const folders = new Set(
      [...this.#files.keys()].flatMap((path) => /^content\/policies\/([^/]+)\//.exec(path)?.[1] ?? []),
    );
    for (const folder of folders) this.boardsSeen.add(folder);
    const sums = this.text(sumsPath);
    if (!sums) return [];
    const pinned: { board: string; sum: string; offset: number }[] = [];
    const boards = new Set<string>();
    let offset = 0;
    for (const line of sums.text.split('\n')) {
      const match = /^([0-9a-f]{64}) [ *]([a-z0-9-]+)\/source\.txt$/.exec(line);
      if (match && boards.has(match[2]!)) {
        this.issues.push(
          sums.issueAt(offset, line.length, {
            message: `The source of "${match[2]!}" is pinned twice.`,
            expected: 'one line for each board.',
            remedy: 'Take one of the two lines out.',
          }),
        );
      } else if (match) {
        pinned.push({ sum: match[1]!, board: match[2]!, offset });
        boards.add(match[2]!);
        this.boardsSeen.add(match[2]!);
      } else if (line.trim() !== '') {
        this.issues.push(
          sums.issueAt(offset, line.length, {
            message: `This is no line of sha256sum: "${line}".`,
            expected: 'the sum, two spaces, and "board/source.txt".',
            remedy: 'Write the line with: cd content/policies && sha256sum board/source.txt.',
          }),
        );
      }
      offset += line.length + 1;
    }
    for (const { board, offset: at } of pinned) {
      if (folders.has(board)) continue;
      this.issues.push(
        sums.issueAt(at + 66, board.length, {
          message: `The board "${board}" is unknown: it has no folder.`,
          expected: `the name of a folder in content/policies/.`,
          remedy: 'Correct the name, put the folder back, or take the line out.',
          suggestion: near(board, folders),
        }),
      );
    }
    for (const folder of folders) {
      if (boards.has(folder)) continue;
      this.issues.push({
        ...sums.issueAt(0, 1, {
          message: `The board "${folder}" is unknown: its source is not pinned.`,
          expected: `a folder for each line of ${sumsPath}, and a line for each folder.`,
          remedy: `Add its line (cd content/policies && sha256sum ${folder}/source.txt >> SHA256SUMS), or take the folder out.`,
          suggestion: near(folder, boards),
        }),
      });
    }
    return pinned.filter(({ board }) => folders.has(board));
  }

  checkSum(source: TextFile, board: string, sum: string): void {
    const found = createHash('sha256').update(this.#files.get(source.path)!).digest('hex');
    if (found === sum) return;
    this.issues.push(
      source.issueAt(0, 1, {
        message: `This source is not the one that was pinned: its sha256 is ${found.slice(0, 12)}….`,
        expected: `${sum.slice(0, 12)}…, as ${sumsPath} says: the text as received never changes.`,
        remedy: `Restore the file. For a new version of the policy of ${board}, pin the new source.`,
      }),
    );
  }

  /** The file of the text that counts: the one that translates nothing. Without any, the one that is missing. */
  original(board: string): TextFile | undefined {
    const originals = langs.filter((lang) => {
      const file = decodeFile(textPath(board, lang), this.#files.get(textPath(board, lang)));
      return file instanceof TextFile && !isTranslation(file);
    });
    for (const extra of originals.slice(1)) {
      this.issues.push({
        file: textPath(board, extra),
        line: 1,
        column: 1,
        length: 1,
        message: `${board} has two originals: ${originals.map((lang) => `${lang}.mdx`).join(' and ')}.`,
        expected: 'one text that counts, and its translations, which say "translates".',
        remedy: `Begin the translation with: translates: ${originals[0]!}.`,
      });
    }
    return this.text(textPath(board, originals[0] ?? langs[0]));
  }

  /** A file bears the name of its language. */
  bearsItsLanguage(file: TextFile, { board, language }: Policy): boolean {
    if (file.path === textPath(board, language)) return true;
    this.issues.push(
      file.issueAt(Math.max(0, file.text.search(/^language:/m)), 'language'.length, {
        message: `The original of ${board} is said to be in "${language}", and its file is named otherwise.`,
        expected: `the text in ${textPath(board, language)}.`,
        remedy: 'Correct the language, or rename the file; a translation says which language it "translates".',
      }),
    );
    return false;
  }

  glossary(): Glossary | undefined {
    const file = this.text(glossaryPath);
    const read = file && readGlossary(file);
    this.issues.push(...(read?.issues ?? []));
    return read?.glossary;
  }

  /** The policy's words in every language; undefined where a translation cannot be read. */
  texts(policy: Policy, glossary: Glossary | undefined): Record<Lang, PolicyText | Translation> | undefined {
    let whole = true;
    const texts = inEach((lang): PolicyText | Translation | undefined => {
      if (lang === policy.language) return policyText(policy);
      const file = this.text(textPath(policy.board, lang));
      const read = file && readTranslation(file, lang, policy, glossary);
      this.issues.push(...(read?.issues ?? []));
      this.warnings.push(...(read?.warnings ?? []));
      for (const exception of read?.excepted ?? []) this.#excepted.add(exception);
      whole &&= read?.translation !== undefined;
      return read?.translation;
    });
    return whole ? (texts as Record<Lang, PolicyText | Translation>) : undefined;
  }

  checkExceptions(glossary: Glossary, boards: Iterable<string>): void {
    this.issues.push(...idleExceptions(glossary, new Set(boards), this.#excepted));
  }

  topics(): Topic[] {
    const topics: Topic[] = [];
    const owners = new Map<string, string>();
    for (const path of [...this.#files.keys()].toSorted()) {
      const id = /^content\/topics\/([a-z-]+)\.yaml$/.exec(path)?.[1];
      if (!id) continue;
      const file = this.text(path);
      if (!file) continue;
      const read = readYaml(file, topicSchema);
      this.issues.push(...read.issues);
      if (!read.value) continue;
      const { value, range } = read.value;
      value.criteria.forEach((criterion, index) => {
        const owner = owners.get(criterion.id);
        owners.set(criterion.id, path);
        this.#terms.set(criterion.id, { file, ...range(['criteria', index, 'terms']) });
        if (criterion.id.startsWith(`${id}.`) && owner === undefined) return;
        const { offset, length } = range(['criteria', index, 'id']);
        this.issues.push(
          file.issueAt(offset, length, {
            message: owner
              ? `The criterion "${criterion.id}" stands twice; first in ${owner}.`
              : `The criterion "${criterion.id}" does not belong to the topic "${id}".`,
            expected: `an id of its own that begins with "${id}.".`,
            remedy: 'Correct the id, and the rules that name it.',
          }),
        );
      });
      topics.push({ id, ...value });
    }
    return topics.toSorted((a, b) => a.order - b.order);
  }

  notes(policy: Policy): Note[] {
    const file = this.text(policyPath(policy.board, 'notes.yaml'));
    const read = file && readYaml(file, notesSchema);
    if (!file || !read?.value) {
      this.issues.push(...(read?.issues ?? []));
      return [];
    }
    const clauses = new Map(placedClauses(policy).map(({ clause }) => [clause.id, clause]));
    const { value, range } = read.value;
    value.forEach((note, index) => {
      const clause = clauses.get(note.on);
      if (note.on !== 'copy' && !clause) {
        const { offset, length } = range([index, 'on']);
        this.issues.push(
          file.issueAt(offset, length, {
            message: `There is no clause "${note.on}".`,
            expected: `"copy", or a clause of ${textPath(policy.board, policy.language)}.`,
            remedy: 'Correct the id.',
            suggestion: near(note.on, clauses.keys()),
          }),
        );
      } else if (note.words !== undefined && clause?.text.split(note.words).length !== 2) {
        const { offset, length } = range([index, 'words']);
        this.issues.push(
          file.issueAt(offset, length, {
            message: `"${note.words}" does not stand exactly once in the clause ${note.on}.`,
            expected: clause ? `words of "${clause.text.slice(0, 80)}…".` : 'a clause that holds the words.',
            remedy: 'Copy the words from the clause, with enough of them to be found once.',
          }),
        );
      }
    });
    return value;
  }

  /** A board may do without. */
  foundBy(policy: Policy): FoundBy {
    const path = policyPath(policy.board, 'found-by.yaml');
    const file = this.#files.has(path) ? this.text(path) : undefined;
    if (!file) return new Map();
    const { foundBy, issues } = readFoundBy(file, policy);
    this.issues.push(...issues);
    return foundBy;
  }

  marking(policy: Policy, reasons: Record<string, Bilingual> | undefined): Marking | undefined {
    const [first, second, settled] = ['first', 'second', 'settled'].map((name) =>
      this.text(policyPath(policy.board, `marking/${name}.yaml`)),
    );
    if (!first || !second || !settled) return undefined;
    const read = readMarking({ first, second, settled }, policy, reasons);
    this.issues.push(...read.issues);
    return read.marking;
  }

  /** `policy` in the language of the terms. */
  silences(policy: Policy, vocabulary: Vocabulary): Map<string, Silence> {
    const file = this.text(policyPath(policy.board, 'silences.yaml'));
    if (!file) return new Map();
    const { silences, issues } = readSilences(file, policy, vocabulary);
    this.issues.push(...issues);
    return silences;
  }

  /** Terms that would miss an answer which one board gives cannot prove that another is silent. */
  checkTerms(policies: readonly Policy[], { criteria }: Vocabulary): void {
    const patterns = new Map([...criteria].map(([id, { terms }]) => [id, stemPattern(terms)]));
    for (const policy of policies) {
      for (const { clause, within } of placedClauses(policy)) {
        const text = searchable([...within, clause].map((one) => one.text).join(' '));
        for (const { quote, criteria: answered } of clause.rules) {
          for (const id of answered) {
            const terms = this.#terms.get(id);
            if (!terms || text.search(patterns.get(id)!) >= 0) continue;
            this.issues.push(
              terms.file.issueAt(terms.offset, terms.length, {
                message: `No term of ${id} reaches the clause ${clauseKey(policy.board, clause.id)}, which answers it: "${quote.slice(0, 90)}".`,
                expected: 'stems that reach every answer we know: else they prove no silence.',
                remedy: 'Add the beginning of a word of that clause to the terms; or correct the mark.',
              }),
            );
          }
        }
      }
    }
  }

  /** A tension is shown, and explained by a note of ours on one of its clauses. */
  checkTensions(matrix: Cell[]): void {
    for (const { board, criterion, tension, note, rules } of matrix) {
      if (!tension || note) continue;
      const clauses = rules.map(
        ({ clause, rule }) => `${clause} (${rule.force}${rule.except ? ', with an exception' : ''})`,
      );
      this.issues.push({
        file: policyPath(board, 'notes.yaml'),
        line: 1,
        column: 1,
        length: 1,
        message: `${board} answers ${criterion} in two ways, and no note explains it: ${clauses.join(', ')}.`,
        expected: 'a note of the kind "tension" on one of these clauses.',
        remedy:
          'Write it in both languages, without resolving the tension for the board; or correct a mark that is wrong.',
      });
    }
  }

  /** The workshop situations, in their order; none while one cannot be read. */
  scenarios(policies: readonly Policy[], topics: readonly Topic[]): Scenario[] | undefined {
    const citable = {
      boards: policies.map(({ board }) => board),
      clauses: new Map(policies.map((policy) => [policy.board, new Set(policyText(policy).clauses.keys())])),
      topics: topics.map(({ id }) => id),
    };
    const ids = new Set(
      [...this.#files.keys()].flatMap((path) => /^content\/scenarios\/([^/]+)\//.exec(path)?.[1] ?? []),
    );
    const scenarios = [...ids].toSorted().flatMap((id) => {
      const files = inEach((lang) => this.text(scenarioPath(id, lang)));
      const { scenario, issues } = readScenario(id, files, citable);
      this.issues.push(...issues);
      return scenario ? [scenario] : [];
    });
    if (scenarios.length < ids.size) return undefined;
    this.#requireDistinct(scenarios);
    return scenarios.toSorted((a, b) => a.order - b.order);
  }

  /** The addresses of the situations: each language has its own. */
  scenarioPlaces(scenarios: readonly Scenario[]): [string, PublicPlace][] {
    return scenarios.flatMap(({ id, texts }) =>
      langs.map((lang): [string, PublicPlace] => {
        const file = this.text(scenarioPath(id, lang))!;
        const { slug } = texts[lang];
        return [
          scenarioKey(lang, slug),
          { file, offset: file.text.indexOf(slug, file.text.search(/^slug:/m)), length: slug.length },
        ];
      }),
    );
  }

  packs(topics: readonly Topic[], scenarios: readonly Scenario[], clauses: ReadonlySet<string>): Pack[] {
    const known = { topics: topics.map(({ id }) => id), scenarios: scenarios.map(({ id }) => id), clauses };
    const packs = [...this.#files.keys()].flatMap((path) => {
      const topic = /^content\/packs\/([^/]+)\.yaml$/.exec(path)?.[1];
      const file = topic === undefined ? undefined : this.text(path);
      if (topic === undefined || !file) return [];
      const { pack, issues } = readPack(file, topic, known);
      this.issues.push(...issues);
      return pack ? [pack] : [];
    });
    return packs.toSorted((a, b) => known.topics.indexOf(a.topic) - known.topics.indexOf(b.topic));
  }

  /** Addresses and places in the list that only one scenario has. */
  #requireDistinct(scenarios: readonly Scenario[]): void {
    const seen = new Map<string, string>();
    for (const { id, order, texts } of scenarios) {
      for (const name of [`order: ${order}`, ...langs.map((lang) => `${lang} slug: ${texts[lang].slug}`)]) {
        const other = seen.get(name);
        seen.set(name, id);
        if (other === undefined) continue;
        this.issues.push({
          file: scenarioPath(id, langs[0]),
          line: 1,
          column: 1,
          length: 1,
          message: `"${name}" is also that of the scenario ${other}.`,
          expected: 'a place and addresses of its own.',
          remedy: 'Choose another one.',
        });
      }
    }
  }

  edition(): Corpus['edition'] | undefined {
    const file = this.text(editionPath);
    const read = file && readYaml(file, editionSchema);
    this.issues.push(...(read?.issues ?? []));
    return read?.value?.value;
  }

  reasons(): Record<string, Bilingual> | undefined {
    const file = this.text(reasonsPath);
    const read = file && readYaml(file, reasonsSchema);
    this.issues.push(...(read?.issues ?? []));
    return read?.value?.value;
  }
}

/** The policy in the words over which the terms of the questions are run; none while a translation into them is broken. */
function termsPolicy(policy: Policy, texts: Record<Lang, PolicyText> | undefined): Policy | undefined {
  if (policy.language === termsLanguage) return policy;
  return texts && { ...policy, sections: texts[termsLanguage].sections };
}

function isTranslation({ text }: TextFile): boolean {
  const range = frontMatterRange(text);
  return range !== undefined && /(?:^|[{\s])translates\s*:/.test(text.slice(range.start, range.end));
}

/** The words of a rule in a language. */
export const ruleIn = (
  { texts }: Pick<Corpus, 'texts'>,
  { board, clause, index }: Pick<CellRule, 'board' | 'clause' | 'index'>,
  lang: Lang,
): Rule => texts.get(board)![lang].clauses.get(clause)!.rules[index]!;

/** Whether the words of a clause or a title in `lang` were made from other words than the original has today. */
export function isStale({ texts }: Pick<Corpus, 'texts'>, board: string, id: string, lang: Lang): boolean {
  const text = texts.get(board)![lang];
  return 'stale' in text && text.stale.has(id);
}

function clausesByBoard(policies: Policy[]): Corpus['clauses'] {
  return new Map(
    policies.map((policy) => {
      const placed = placedClauses(policy);
      return [policy.board, { placed, indexOf: new Map(placed.map(({ clause }, index) => [clause.id, index])) }];
    }),
  );
}

/** Reads all of content/, and says everything that is wrong with it at once. */
export function readCorpus(files: ContentFiles): CorpusReading {
  const reader = new CorpusReader(files);
  const vocabulary = vocabularyOf(reader.topics());
  const reasons = reader.reasons();
  const edition = reader.edition();
  const glossary = reader.glossary();
  const policies: Policy[] = [];
  const texts: Corpus['texts'] = new Map();
  const searchedForTerms: Policy[] = [];
  const notes = new Map<string, Note[]>();
  const foundBy: Corpus['foundBy'] = new Map();
  const markings = new Map<string, Marking>();
  const silences = new Map<string, Map<string, Silence>>();
  const places = new Map<string, PublicPlace>();
  for (const { board, sum } of reader.boards()) {
    const source = reader.text(policyPath(board, 'source.txt'));
    const file = reader.original(board);
    if (source) reader.checkSum(source, board, sum);
    if (!source || !file) continue;
    const read = readPolicy(file, source, board, vocabulary);
    reader.issues.push(...read.issues);
    if (!read.policy || !reader.bearsItsLanguage(file, read.policy)) continue;
    policies.push(read.policy);
    for (const [id, place] of read.places) places.set(clauseKey(board, id), { file, ...place });
    const words = reader.texts(read.policy, glossary);
    if (words) texts.set(board, words);
    const searched = termsPolicy(read.policy, words);
    if (searched) {
      searchedForTerms.push(searched);
      silences.set(board, reader.silences(searched, vocabulary));
    }
    notes.set(board, reader.notes(read.policy));
    foundBy.set(board, reader.foundBy(read.policy));
    const marking = reader.marking(read.policy, reasons);
    if (marking) markings.set(board, marking);
  }
  const allRead = texts.size === reader.boardsSeen.size;
  const scenarios = allRead ? reader.scenarios(policies, vocabulary.topics) : undefined;
  const packs = scenarios ? reader.packs(vocabulary.topics, scenarios, new Set(places.keys())) : [];
  const unread = new Set([...reader.boardsSeen, scenarioOwner]);
  for (const { board } of policies) unread.delete(board);
  if (scenarios) {
    unread.delete(scenarioOwner);
    for (const [key, place] of reader.scenarioPlaces(scenarios)) places.set(key, place);
  }
  const ledgerFile = reader.text(ledgerPath);
  const reading = ledgerFile && readLedger(ledgerFile, places, unread);
  reader.issues.push(...(reading?.issues ?? []));
  reader.checkTerms(searchedForTerms, vocabulary);
  if (glossary) reader.checkExceptions(glossary, texts.keys());
  const matrix = deriveMatrix(policies, vocabulary.topics, silences, notes);
  reader.checkTensions(matrix);
  const { issues } = reader;
  return {
    ...(issues.length === 0 && reading && reasons && edition && glossary && scenarios
      ? {
          corpus: {
            ...vocabulary,
            policies,
            clauses: clausesByBoard(policies),
            texts,
            glossary: glossary.terms,
            notes,
            foundBy,
            markings,
            matrix: Map.groupBy(matrix, ({ criterion }) => criterion),
            scenarios,
            packs,
            reasons,
            ledger: reading.ledger,
            edition,
          },
        }
      : {}),
    issues,
    warnings: reader.warnings,
    unpublished: reading?.unpublished ?? [],
    policies,
  };
}
