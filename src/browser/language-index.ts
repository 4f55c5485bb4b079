import { vocabularyOf, type Vocabulary } from '../model/search/meant.ts';
import type { WordHits } from '../model/search/rank.ts';
import { recordsFile, unpack, type ClauseRecord, type Shard } from '../model/search/shards.ts';
import { stem } from '../model/search/words.ts';
import { PagefindIndex, type Places } from './pagefind-index.ts';
import type { IndexData, SearchPageData } from './search-data.ts';

/** What one language has: its index, its vocabulary and its clauses. Fetched when it is first needed, and kept. */

export class LanguageIndex {
  readonly #data: IndexData;
  readonly #clauses: number;
  readonly #shardSize: number;
  #index: Promise<PagefindIndex> | undefined;
  /** What the index says of a stem in each document, by the place of the document: first the clauses, then the questions. */
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

  async hitsOf(word: string): Promise<WordHits> {
    return this.#sorted(await this.#search(stem(word, this.lang), true));
  }

  async hitsOfBeginning(word: string): Promise<WordHits> {
    return this.#sorted(await this.#search(stem(word, this.lang), false));
  }

  /** What stands in the index in the place of a word's places in a clause is how much speaks for it. */
  #sorted(found: Places): WordHits {
    const hits = [...found];
    return {
      clauses: new Map(
        hits.flatMap(([place, evidence]) => (place < this.#clauses ? [[place, Math.max(...evidence)] as const] : [])),
      ),
      questions: new Set(hits.flatMap(([place]) => (place < this.#clauses ? [] : [place - this.#clauses]))),
    };
  }

  vocabulary(): Promise<Vocabulary> {
    this.#vocabulary ??= this.#json<string[]>('words.json').then((words) => vocabularyOf(this.lang, words));
    return this.#vocabulary;
  }

  async records(places: readonly number[]): Promise<ClauseRecord[]> {
    return Promise.all(
      places.map(async (place) => {
        const file = recordsFile(Math.floor(place / this.#shardSize));
        if (!this.#shards.has(file)) this.#shards.set(file, this.#json<Shard>(file));
        return unpack(await this.#shards.get(file)!, place % this.#shardSize);
      }),
    );
  }
}
