/** What we use of the engine's script; see pagefind-runtime.ts. */
declare module 'virtual:pagefind' {
  /** Files that did not load. */
  export const failures: string[];
  /** One index. The code of the engine, which is WebAssembly, is loaded by one of them for all. */
  export class PagefindInstance {
    constructor(options: { basePath: string; metaCacheTag: string });
    init(language: 'unknown', options: { load_wasm: boolean }): Promise<void>;
    search(term: string): Promise<{ results: { id: string; words: number[] }[] }>;
  }
}
