import { brought, failures, Pagefind } from 'virtual:pagefind';
import { ask, phraseOf, type Asked } from '../model/search/ask.ts';
import type { ClauseRecord, Shard } from '../model/search/clause-records.ts';
import { correct } from '../model/search/correct.ts';
import { rank, weights, type Ranking, type WordHits } from '../model/search/rank.ts';
import { hashOf, recordsFile } from '../model/search/shards.ts';
import { isCommonplace, stemsOfWord } from '../model/search/words.ts';
import type { SearchPageData } from './search-data.ts';

/** Finds and ranks; everything that was fetched once is kept. */

export interface ShownClause extends ClauseRecord {
  titles: string[];
}

export interface Found extends Ranking {
  /** What the found words begin with: for marking them. */
  stems: string[];
  corrected: { typed: string; meant: string }[];
  /** Words that no text, question or synonym holds. */
  unknown: string[];
  /** A phrase that stands in no text. */
  missing?: string;
  boards: number[];
}

type Hits = Omit<WordHits, 'weight'>;

/** How well a stem fits each document, and where in it. */
type StemHits = Map<number, { score: number; at: number[] }>;

/** A word that is still being typed is known by its beginning, if that is at least so long. */
const shortestBeginning = 4;

/** Clauses that are read for a phrase, best first. */
const mostRead = 300;

export class SearchEngine {
  readonly #data: SearchPageData;
  readonly #places: ReadonlyMap<string, number>;
  readonly #all: readonly number[];
  #engine: Pagefind;
  readonly #hits = new Map<string, Promise<StemHits>>();
  readonly #shards = new Map<string, Promise<Shard>>();
  #vocabulary: Promise<string[]> | undefined;

  constructor(data: SearchPageData) {
    this.#data = data;
    this.#places = new Map(data.documents.map((name, place) => [name, place]));
    this.#all = data.catalogue.clauses.map((_, place) => place);
    this.#engine = this.#start();
  }

  #start(): Pagefind {
    const { files, entry, tag } = this.#data;
    brought.entry = entry;
    return new Pagefind({ basePath: files, language: 'unknown', primary: true, metaCacheTag: tag });
  }

  /** After a failure: nothing that failed is kept. */
  restart(): void {
    failures.length = 0;
    this.#engine = this.#start();
    this.#hits.clear();
    this.#shards.clear();
    this.#vocabulary = undefined;
  }

  async #json<T>(file: string, folder = this.#data.files): Promise<T> {
    const response = await fetch(`${folder}${file}?v=${this.#data.tag}`);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return (await response.json()) as T;
  }

  /** The page carries the beginnings of the engine's names, all of one length. */
  #placeOf = (id: string): number => this.#places.get(hashOf(id).slice(0, this.#data.documents[0]!.length))!;

  #search(term: string): Promise<StemHits> {
    const known = this.#hits.get(term);
    if (known) return known;
    const hits = this.#engine.search(term).then(({ results }) => {
      if (failures.length > 0) throw new Error(`did not load: ${failures.join(', ')}`);
      return new Map(results.map(({ id, score, words }) => [this.#placeOf(id), { score, at: words }]));
    });
    this.#hits.set(term, hits);
    return hits;
  }

  /**
   * Unquoted, the engine also finds words that begin with the stem, and where it finds none, words that begin like it; quoted,
   * just the stem, but not every place where it stands.
   */
  async #hitsOf(stem: string): Promise<StemHits> {
    const [exact, loose] = await Promise.all([this.#search(`"${stem}"`), this.#search(stem)]);
    return new Map([...exact].map(([place, { score, at }]) => [place, { score, at: loose.get(place)?.at ?? at }]));
  }

  /** Questions in whose words the two stand side by side: « droit à l'image » is not any right and any image. */
  async #hitsOfPair(first: string, second: string): Promise<Hits> {
    const { length } = this.#data.catalogue.clauses;
    const [ones, twos] = await Promise.all(
      [first, second].map((word) => Promise.all(stemsOfWord(word).map((stem) => this.#hitsOf(stem)))),
    );
    const questions = new Map<number, number>();
    for (const one of ones!) {
      for (const [place, { at }] of one) {
        if (place < length) continue;
        const after = new Set(at.map((position) => position + 1));
        const together = twos!.some((two) => two.get(place)?.at.some((position) => after.has(position)));
        if (together) questions.set(place - length, 1);
      }
    }
    return { clauses: new Map(), questions };
  }

  async #hitsOfWord(word: string): Promise<Hits> {
    return this.#merge(await Promise.all(stemsOfWord(word).map((stem) => this.#hitsOf(stem))));
  }

  async #hitsOfBeginning(word: string): Promise<Hits> {
    return this.#merge([await this.#search(word)]);
  }

  /** The best fit of any form, as a share of the best of all. */
  #merge(found: readonly StemHits[]): Hits {
    const { length } = this.#data.catalogue.clauses;
    const clauses = new Map<number, number>();
    const questions = new Map<number, number>();
    for (const hits of found) {
      for (const [place, { score }] of hits) {
        const [group, at] = place < length ? [clauses, place] : [questions, place - length];
        group.set(at, Math.max(group.get(at) ?? 0, score));
      }
    }
    for (const group of [clauses, questions]) {
      const best = Math.max(...group.values());
      for (const [place, score] of group) group.set(place, score / best);
    }
    return { clauses, questions };
  }

  #words(): Promise<string[]> {
    this.#vocabulary ??= this.#json<string[]>('words.json');
    return this.#vocabulary;
  }

  /** The words of clauses in the language of the page, or of another folder. */
  async records(places: readonly number[], folder = this.#data.files): Promise<ShownClause[]> {
    const { shardSize } = this.#data;
    return Promise.all(
      places.map(async (place) => {
        const file = recordsFile(Math.floor(place / shardSize));
        const key = `${folder}${file}`;
        if (!this.#shards.has(key)) this.#shards.set(key, this.#json<Shard>(file, folder));
        const { clauses, trails } = await this.#shards.get(key)!;
        const clause = clauses[place % shardSize]!;
        return { ...clause, titles: trails[clause.trail]! };
      }),
    );
  }

  /** Clauses that hold the phrases: in the language of the page or, if none does, in another. */
  async #holding(phrases: readonly string[], places: readonly number[]): Promise<number[]> {
    const { files, otherFiles } = this.#data;
    for (const folder of [files, ...otherFiles]) {
      // Words of another language were not looked for: every clause may hold them.
      const read = (folder === files ? places : this.#all).slice(0, mostRead);
      const records = await this.records(read, folder);
      const holding = read.filter((_, at) => phrases.every((phrase) => phraseOf(records[at]!.text).includes(phrase)));
      if (holding.length > 0) return holding;
    }
    return [];
  }

  async find(typed: string, preferred: readonly number[]): Promise<Found> {
    const { catalogue } = this.#data;
    const asked: Asked = ask(typed, catalogue);
    const corrected: Found['corrected'] = [];
    const unknown: string[] = [];
    const understood: string[] = [];
    const hits: WordHits[] = [];
    for (const word of asked.words) {
      let meant = word;
      let found = await this.#hitsOfWord(word);
      if (found.clauses.size + found.questions.size === 0) {
        const known = await this.#words();
        const begun = word.length >= shortestBeginning && known.some((one) => one.startsWith(word));
        const candidate = begun ? undefined : correct(word, known);
        if (begun) found = await this.#hitsOfBeginning(word);
        else if (candidate) {
          meant = candidate;
          found = await this.#hitsOfWord(candidate);
          corrected.push({ typed: word, meant: candidate });
        } else unknown.push(word);
      }
      understood.push(meant);
      hits.push({ ...found, weight: isCommonplace(meant) ? weights.commonplace : weights.word });
    }
    for (const [index, second] of understood.slice(1).entries()) {
      const first = understood[index]!;
      const pair = await this.#hitsOfPair(first, second);
      const commonplace = isCommonplace(first) && isCommonplace(second);
      const weight = commonplace ? weights.commonplace : weights.word;
      if (pair.questions.size > 0) hits.push({ ...pair, weight });
    }
    const ranking = rank(catalogue, hits, new Set([...asked.boards, ...preferred]));
    const candidates = asked.words.length > 0 ? ranking.clauses : this.#all;
    const quoted = asked.phrases.length > 0;
    const clauses = quoted ? await this.#holding(asked.phrases, candidates) : candidates;
    return {
      clauses,
      helpful: quoted || asked.words.length === 0 ? clauses : ranking.helpful,
      asked: ranking.asked,
      stems: [...new Set(understood.flatMap(stemsOfWord))],
      corrected,
      unknown,
      ...(quoted && clauses.length === 0 ? { missing: asked.phrases.join(', ') } : {}),
      boards: asked.boards,
    };
  }
}
