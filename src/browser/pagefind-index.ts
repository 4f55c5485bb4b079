import engine from 'virtual:pagefind';

/** An index of Pagefind, and its engine, which runs in the page. Each file is fetched when it is first needed; one that does not come is an error. */

async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The code of the engine is the same for all indexes. */
let running: Promise<unknown> | undefined;

async function run(address: string): Promise<void> {
  running ??= fetchBytes(address).then((code) => engine({ module_or_path: code }));
  try {
    await running;
  } catch (error) {
    // What failed is asked for anew.
    running = undefined;
    throw error;
  }
}

/** For each page that holds the term, by its id: where in it the term stands. */
export type Places = Map<number, number[]>;

export class PagefindIndex {
  readonly #folder: string;
  #index: number;
  readonly #chunks = new Map<string, Promise<void>>();

  private constructor(folder: string, meta: Uint8Array) {
    this.#folder = folder;
    this.#index = engine.init_pagefind(meta);
  }

  static async open(folder: string, tag: string): Promise<PagefindIndex> {
    const [meta] = await Promise.all([
      fetchBytes(`${folder}pagefind.${tag}.pf_meta`),
      run(`${folder}wasm.unknown.pagefind`),
    ]);
    return new PagefindIndex(folder, meta);
  }

  async #add(chunk: string): Promise<void> {
    const bytes = await fetchBytes(`${this.#folder}index/${chunk}.pf_index`);
    this.#index = engine.load_index_chunk(this.#index, bytes);
  }

  #load(chunk: string): Promise<void> {
    const loaded = this.#chunks.get(chunk) ?? this.#add(chunk);
    this.#chunks.set(chunk, loaded);
    return loaded;
  }

  /** Not `exact`, it also finds words that begin with the term, and where it finds none, words that begin like it. */
  async search(term: string, { exact }: { exact: boolean }): Promise<Places> {
    const asked = JSON.parse(engine.request_indexes(this.#index, term)) as (string | null)[];
    // A term that would stand before or behind all words is in no file.
    const chunks = asked.flatMap((chunk) => (chunk ? [chunk] : []));
    await Promise.all(chunks.map((chunk) => this.#load(chunk)));
    const { results } = JSON.parse(engine.search(this.#index, term, term, '{}', '', exact, false)) as {
      results: { p: string; l: { l: number }[] }[];
    };
    return new Map(results.map(({ p, l }) => [Number(p), l.map((one) => one.l)]));
  }
}
