import { close, createIndex, type PagefindIndex } from 'pagefind';

const sentence = ([error]: readonly string[]): string => `The search index cannot be made: ${error?.split('\n')[0]}`;

/** An index that the engine's own program makes, beside this one. */
export async function openIndex(options: Parameters<typeof createIndex>[0]): Promise<PagefindIndex> {
  const { index, errors } = await createIndex(options).catch((error: unknown) => ({
    index: undefined,
    errors: [error instanceof Error ? error.message : String(error)],
  }));
  if (index) return index;
  throw new Error(
    `${sentence(errors)}\nThe program that makes it comes with the dependencies: npm ci installs them again.`,
  );
}

/** What the program answers, unless it says what went wrong. */
export function answerOf<T extends { errors: string[] }>(answer: T): T {
  if (answer.errors.length > 0) throw new Error(sentence(answer.errors));
  return answer;
}

/** Its program ends, and gives back its memory. */
export const closeIndexer = async (): Promise<void> => void (await close());
