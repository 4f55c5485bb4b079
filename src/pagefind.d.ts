/** What we use of the engine's script; see pagefind-runtime.ts. */
declare module 'virtual:pagefind' {
  /** Files that did not load. */
  export const failures: string[];
  /** The file that says which index there is. */
  export const brought: { entry: string };
  export class Pagefind {
    constructor(options: { basePath: string; language: string; primary: true; metaCacheTag: string });
    search(term: string): Promise<{ results: { id: string; score: number; words: number[] }[] }>;
  }
}
