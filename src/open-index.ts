import { close, createIndex, type PagefindIndex } from 'pagefind';

/** An index that the engine's own program makes, beside this one. */
export async function openIndex(options: Parameters<typeof createIndex>[0]): Promise<PagefindIndex> {
  const { index, errors } = await createIndex(options).catch((error: unknown) => ({
    index: undefined,
    errors: [error instanceof Error ? error.message : String(error)],
  }));
  if (index) return index;
  throw new Error(
    `The search index cannot be made: ${errors[0]?.split('\n')[0]}\nThe program that makes it comes with the dependencies: npm ci installs them again.`,
  );
}

/** Its program ends, and gives back its memory. */
export const closeIndexer = async (): Promise<void> => void (await close());
