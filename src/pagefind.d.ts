/** What we use of what leads into Pagefind's engine; see pagefind-engine.ts. An index is known by a number, which changes as it grows. */
declare module 'virtual:pagefind' {
  interface Engine {
    /** Runs the code; once is enough for all indexes. */
    (code: { module_or_path: BufferSource }): Promise<unknown>;
    init_pagefind(meta: Uint8Array): number;
    /** The names of the files that hold what is asked, as JSON. */
    request_indexes(index: number, term: string): string;
    load_index_chunk(index: number, chunk: Uint8Array): number;
    search(
      index: number,
      term: string,
      accented: string,
      filters: string,
      sorts: string,
      exact: boolean,
      withAccents: boolean,
    ): string;
  }
  const engine: Engine;
  export default engine;
}
