import type { ClauseRecord, Shard } from '../model/search/clause-records.ts';
import { vocabularyOf, type Vocabulary } from '../model/search/meant.ts';
import type { WordHits } from '../model/search/rank.ts';
import { recordsFile } from '../model/search/shards.ts';
import { stem } from '../model/search/words.ts';
import { PagefindIndex, type Places } from './pagefind-index.ts';
import type { IndexData, SearchPageData } from './search-data.ts';

/** What one language has: its index, its vocabulary and its clauses. Fetched when it is first needed, and kept. */

export interface ShownClause extends ClauseRecord {
  titles: string[];
}

export type Hits = Omit<WordHits, 'weight'>;

export class LanguageIndex {
  readonly #data: IndexData;
  readonly #clauses: number;
  readonly #shardSize: number;
  #index: Promise<PagefindIndex> | undefined;
  /** Where in each document a stem stands, by the place of the document: first the clauses, then the questions. */
  readonly #hits = new Map<string, Promise<Places>>();
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

  open(): Promise<PagefindIndex> {
    this.#index ??= PagefindIndex.open(this.#data.files, this.#data.tag);
    return this.#index;
  }

  async #json<T>(file: string): Promise<T> {
    const response = await fetch(`${this.#data.files}${file}`);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return (await response.json()) as T;
  }

  #search(term: string, exact: boolean): Promise<Places> {
    const key = exact ? `"${term}"` : term;
    const hits = this.#hits.get(key) ?? this.open().then((index) => index.search(term, { exact }));
    this.#hits.set(key, hits);
    return hits;
  }

  /** Just the stem; but then the engine does not say every place where it stands. */
  async #hitsOfStem(word: string): Promise<Places> {
    const wanted = stem(word, this.lang);
    const [exact, loose] = await Promise.all([this.#search(wanted, true), this.#search(wanted, false)]);
    return new Map([...exact].map(([place, at]) => [place, loose.get(place) ?? at]));
  }

  async hitsOf(word: string): Promise<Hits> {
    return this.#sorted([...(await this.#hitsOfStem(word)).keys()]);
  }

  async hitsOfBeginning(word: string): Promise<Hits> {
    return this.#sorted([...(await this.#search(word, false)).keys()]);
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
