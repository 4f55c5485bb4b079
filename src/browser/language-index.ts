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

/** Where in each document a stem stands, by the place of the document: first the clauses, then the questions. */
type StemHits = Map<number, number[]>;

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
    const response = await fetch(`${this.#data.files}${file}`);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return (await response.json()) as T;
  }

  async #ask(term: string): Promise<StemHits> {
    const engine = await (this.#engine ?? this.start({ withCode: false }));
    const { results } = await engine.search(term);
    if (failures.length > 0) throw new Error(`did not load: ${failures.join(', ')}`);
    return new Map(results.map(({ id, words }) => [Number(id), words]));
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
    return new Map([...exact].map(([place, at]) => [place, loose.get(place) ?? at]));
  }

  async hitsOf(word: string): Promise<Hits> {
    return this.#sorted([...(await this.#hitsOfStem(word)).keys()]);
  }

  async hitsOfBeginning(word: string): Promise<Hits> {
    return this.#sorted([...(await this.#search(word)).keys()]);
  }

  /** Questions in whose words the two stand side by side: « droit à l'image » is not any right and any image. */
  async hitsOfPair(first: string, second: string): Promise<Hits> {
    const [ones, twos] = await Promise.all([this.#hitsOfStem(first), this.#hitsOfStem(second)]);
    const together = [...ones].filter(([place, at]) => twos.get(place)?.some((position) => at.includes(position - 1)));
    const { questions } = this.#sorted(together.map(([place]) => place));
    return { clauses: new Set(), questions };
  }

  #sorted(places: readonly number[]): Hits {
    return {
      clauses: new Set(places.filter((place) => place < this.#clauses)),
      questions: new Set(places.flatMap((place) => (place < this.#clauses ? [] : [place - this.#clauses]))),
    };
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
