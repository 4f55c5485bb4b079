/** What we use of the engine's script; see pagefind-runtime.ts. */
declare module 'virtual:pagefind' {
  /** Files that did not load. */
  export const failures: string[];
  export interface PagefindInstance {
    search(term: string): Promise<{ results: { id: string; score: number; words: number[] }[] }>;
  }
  export function createInstance(options: {
    basePath: string;
    noWorker: boolean;
    metaCacheTag: string;
  }): PagefindInstance;
}
