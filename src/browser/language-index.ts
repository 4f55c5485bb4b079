import { failures, PagefindInstance } from 'virtual:pagefind';
import type { ClauseRecord, Shard } from '../model/search/clause-records.ts';
import { vocabularyOf, type Vocabulary } from '../model/search/meant.ts';
import type { WordHits } from '../model/search/rank.ts';
import { recordsFile } from '../model/search/shards.ts';
import { stem } from '../model/search/words.ts';
import type { IndexData, SearchPageData } from './search-data.ts';

/** What one language has: its index, its vocabulary and its clauses. Fetched when it is first needed, and kept. */

export interface ShownClause extends ClauseRecord {
  titles: string[];
}

export type Hits = Omit<WordHits, 'weight'>;

/** How well a stem fits each document, and where in it. */
type StemHits = Map<number, { score: number; at: number[] }>;

export class LanguageIndex {
  readonly #data: IndexData;
  readonly #clauses: number;
  readonly #shardSize: number;
  #engine: Promise<PagefindInstance> | undefined;
  readonly #hits = new Map<string, Promise<StemHits>>();
  readonly #shards = new Map<string, Promise<Shard>>();
  #vocabulary: Promise<Vocabulary> | undefined;

  constructor(data: IndexData, { catalogue, shardSize }: SearchPageData) {
    this.#data = data;
    this.#clauses = catalogue.clauses.length;
    this.#shardSize = shardSize;
  }

  get lang(): IndexData['lang'] {
    return this.#data.lang;
  }

  /** One index brings the engine's code, for all of them. */
  start({ withCode }: { withCode: boolean }): Promise<PagefindInstance> {
    const { files, tag } = this.#data;
    const engine = new PagefindInstance({ basePath: files, metaCacheTag: tag });
    this.#engine = engine.init('unknown', { load_wasm: withCode }).then(() => engine);
    return this.#engine;
  }

  async #json<T>(file: string): Promise<T> {
    const { files, tag } = this.#data;
    const response = await fetch(`${files}${file}?v=${tag}`);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return (await response.json()) as T;
  }

  async #ask(term: string): Promise<StemHits> {
    const engine = await (this.#engine ?? this.start({ withCode: false }));
    const { results } = await engine.search(term);
    if (failures.length > 0) throw new Error(`did not load: ${failures.join(', ')}`);
    return new Map(results.map(({ id, score, words }) => [Number(id), { score, at: words }]));
  }

  #search(term: string): Promise<StemHits> {
    const hits = this.#hits.get(term) ?? this.#ask(term);
    this.#hits.set(term, hits);
    return hits;
  }

  /**
   * Unquoted, the engine also finds words that begin with the stem, and where it finds none, words that begin like it; quoted,
   * just the stem, but not every place where it stands.
   */
  async #hitsOfStem(word: string): Promise<StemHits> {
    const wanted = stem(word, this.lang);
    const [exact, loose] = await Promise.all([this.#search(`"${wanted}"`), this.#search(wanted)]);
    return new Map([...exact].map(([place, { score, at }]) => [place, { score, at: loose.get(place)?.at ?? at }]));
  }

  async hitsOf(word: string): Promise<Hits> {
    return this.#shared(await this.#hitsOfStem(word));
  }

  async hitsOfBeginning(word: string): Promise<Hits> {
    return this.#shared(await this.#search(word));
  }

  /** Questions in whose words the two stand side by side: « droit à l'image » is not any right and any image. */
  async hitsOfPair(first: string, second: string): Promise<Hits> {
    const [ones, twos] = await Promise.all([this.#hitsOfStem(first), this.#hitsOfStem(second)]);
    const questions = new Map<number, number>();
    for (const [place, { at }] of ones) {
      if (place < this.#clauses) continue;
      const after = new Set(at.map((position) => position + 1));
      if (twos.get(place)?.at.some((position) => after.has(position))) questions.set(place - this.#clauses, 1);
    }
    return { clauses: new Map(), questions };
  }

  /** Each fit as a share of the best. */
  #shared(hits: StemHits): Hits {
    const clauses = new Map<number, number>();
    const questions = new Map<number, number>();
    for (const [place, { score }] of hits) {
      if (place < this.#clauses) clauses.set(place, score);
      else questions.set(place - this.#clauses, score);
    }
    for (const group of [clauses, questions]) {
      const best = Math.max(...group.values());
      for (const [place, score] of group) group.set(place, score / best);
    }
    return { clauses, questions };
  }

  vocabulary(): Promise<Vocabulary> {
    this.#vocabulary ??= this.#json<string[]>('words.json').then((words) => vocabularyOf(this.lang, words));
    return this.#vocabulary;
  }

  async records(places: readonly number[]): Promise<ShownClause[]> {
    return Promise.all(
      places.map(async (place) => {
        const file = recordsFile(Math.floor(place / this.#shardSize));
        if (!this.#shards.has(file)) this.#shards.set(file, this.#json<Shard>(file));
        const { clauses, trails } = await this.#shards.get(file)!;
        const clause = clauses[place % this.#shardSize]!;
        return { ...clause, titles: trails[clause.trail]! };
      }),
    );
  }
}
