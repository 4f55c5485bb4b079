import { ask, phraseOf, type Asked } from '../model/search/ask.ts';
import { meantBy, type Meant } from '../model/search/meant.ts';
import { rank, type Ranking, type WordHits } from '../model/search/rank.ts';
import { stem } from '../model/search/words.ts';
import type { ClauseRecord } from '../model/search/shards.ts';
import { LanguageIndex } from './language-index.ts';
import type { SearchPageData } from './search-data.ts';

/** Finds and ranks: in the language of the page and, for what that does not have, in the others. */

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

/** Clauses that are read for a phrase, best first. */
const mostRead = 300;

const isNothing = ({ clauses, questions }: WordHits): boolean => clauses.size + questions.size === 0;

/** What any language has: a clause and its translation have one place, and so has a question. */
function together(found: readonly WordHits[]): WordHits {
  const clauses = new Map<number, number>();
  for (const [place, evidence] of found.flatMap((one) => [...one.clauses])) {
    if (evidence > (clauses.get(place) ?? 0)) clauses.set(place, evidence);
  }
  return { clauses, questions: new Set(found.flatMap(({ questions }) => [...questions])) };
}

export class SearchEngine {
  readonly #data: SearchPageData;
  readonly #all: readonly number[];
  #own!: LanguageIndex;
  #others!: readonly LanguageIndex[];

  constructor(data: SearchPageData) {
    this.#data = data;
    this.#all = data.catalogue.clauses.map((_, place) => place);
    this.restart();
  }

  /** Also after a failure: nothing that failed is kept. */
  restart(): void {
    const [own, ...others] = this.#data.indexes.map((index) => new LanguageIndex(index, this.#data));
    this.#own = own!;
    this.#others = others;
    // Before anything is asked; whether it came is told then.
    this.#own.open().catch(() => undefined);
  }

  /** The words of clauses in the language of the page. */
  records(places: readonly number[]): Promise<ClauseRecord[]> {
    return this.#own.records(places);
  }

  /** Clauses that hold the phrases: in the language of the page or, if none does, in another. */
  async #holding(phrases: readonly string[], places: readonly number[]): Promise<number[]> {
    for (const index of [this.#own, ...this.#others]) {
      // Words of another language were not looked for: every clause may hold them.
      const read = (index === this.#own ? places : this.#all).slice(0, mostRead);
      const records = await index.records(read);
      const holding = read.filter((_, at) => phrases.every((phrase) => phraseOf(records[at]!.text).includes(phrase)));
      if (holding.length > 0) return holding;
    }
    return [];
  }

  /** What each word is meant for, in order. */
  async #meant(words: readonly string[]): Promise<Meant[]> {
    const own = await Promise.all(words.map((word) => this.#own.hitsOf(word)));
    const isOwn = (at: number): boolean => !isNothing(own[at]!);
    const vocabularies = words.every((_, at) => isOwn(at))
      ? []
      : await Promise.all([this.#own, ...this.#others].map((index) => index.vocabulary()));
    return words.map((word, at) => (isOwn(at) ? { word, langs: [this.#own.lang] } : meantBy(word, vocabularies)));
  }

  /** That of the page, and those that have a word which it has not: they may be the language of the whole question. */
  #indexesFor(meant: readonly Meant[]): LanguageIndex[] {
    const missing = meant.filter(({ langs }) => !langs.includes(this.#own.lang));
    return [this.#own, ...this.#others.filter(({ lang }) => missing.some(({ langs }) => langs.includes(lang)))];
  }

  async find(typed: string, preferred: readonly number[]): Promise<Found> {
    const { catalogue } = this.#data;
    const asked: Asked = ask(typed, catalogue);
    const meant = await this.#meant(asked.words);
    const indexes = this.#indexesFor(meant);
    const inEach = async (look: (index: LanguageIndex) => Promise<WordHits>): Promise<WordHits> =>
      together(await Promise.all(indexes.map(look)));
    const hits: WordHits[] = [];
    for (const { word, begun, langs } of meant) {
      hits.push(
        await inEach((index) =>
          begun && langs.includes(index.lang) ? index.hitsOfBeginning(word) : index.hitsOf(word),
        ),
      );
    }
    const ranking = rank(catalogue, hits, new Set([...asked.boards, ...preferred]), asked.meaning);
    const candidates = asked.words.length > 0 ? ranking.clauses : this.#all;
    const quoted = asked.phrases.length > 0;
    const clauses = quoted ? await this.#holding(asked.phrases, candidates) : candidates;
    const pairs = meant.map(({ word }, at) => ({ typed: asked.words[at]!, meant: word }));
    return {
      clauses,
      helpful: quoted || asked.words.length === 0 ? clauses : ranking.helpful,
      fits: quoted || asked.words.length === 0 || ranking.fits,
      asked: ranking.asked,
      stems: [...new Set(meant.map(({ word }) => stem(word, this.#own.lang)))],
      corrected: pairs.filter((pair) => pair.meant !== pair.typed),
      unknown: asked.words.filter((_, at) => isNothing(hits[at]!)),
      ...(quoted && clauses.length === 0 ? { missing: asked.phrases.join(', ') } : {}),
      boards: asked.boards,
    };
  }
}
