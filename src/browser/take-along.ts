import type { Edition, EditionFile } from '../model/edition.ts';
import { planOf, type Plan, type Source } from '../model/edition-plan.ts';
import {
  base,
  editionName,
  keptEditions,
  listAddress,
  listOf,
  ownCaches,
  pathsIn,
  wholeMark,
  type KeptEdition,
} from './kept.ts';
import { publishedEdition } from './published.ts';

/**
 * Takes the whole site along: every file of an edition into a cache of its own, each proved by its hash. Only when all are there does the
 * edition count; until then the one that was there before stays as it is.
 */

/** So many at a time: enough for a slow network to be busy, and fewer than the six by which a browser would make a page wait for them. */
const atOnce = 4;
const attempts = 3;
const pause = 400;

export interface Progress {
  /** Of all files of the edition. */
  done: number;
  /** Of those that are fetched in this run. */
  bytes: number;
}

/** How it ended: the sentence that says so, if what is kept does not say it, and how many files did not come. */
export interface Outcome {
  said?: 'unreachable' | 'missing' | 'full';
  missing: number;
}

/** Where each content is that this device has already. */
async function sourcesIn(editions: readonly KeptEdition[]): Promise<Map<string, Source<Cache>>> {
  const sources = new Map<string, Source<Cache>>();
  for (const { cache } of editions) {
    const there = new Set(await pathsIn(cache));
    for (const { path, hash } of (await listOf(cache))?.files ?? []) {
      if (there.has(path)) sources.set(hash, { place: cache, path });
    }
  }
  return sources;
}

/** What is yet to be done to have this edition whole. */
async function planFor({ edition, files }: Edition): Promise<Plan<Cache>> {
  const editions = await keptEditions();
  const own = editions.find((one) => one.edition === edition);
  const there = new Set(own ? await pathsIn(own.cache) : []);
  return planOf(files, there, await sourcesIn(editions.filter((one) => one !== own)));
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The query passes by what is kept on the way, here or at the host: these are the bytes of this edition or none. */
async function fetchFile({ path, hash }: EditionFile, signal: AbortSignal): Promise<Response> {
  const response = await fetch(`${base}${path}?v=${hash}`, { signal, redirect: 'error' });
  const content = await response.arrayBuffer();
  const sum = hex(await crypto.subtle.digest('SHA-256', content));
  if (!response.ok || !sum.startsWith(hash)) throw new Error(`${path}: ${response.status}, ${sum}`);
  const headers = new Headers(response.headers);
  // What is kept is not packed.
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(content, { headers });
}

async function fetchAgain(file: EditionFile, signal: AbortSignal): Promise<Response | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await fetchFile(file, signal);
    } catch {
      signal.throwIfAborted();
      // A network that went away may be back in a moment.
      if (attempt < attempts) await new Promise((resolve) => setTimeout(resolve, pause * attempt));
    }
  }
  return undefined;
}

/** How many files of what is published are here already, and how many bytes are yet to come. */
export async function whatIsLeft(): Promise<{ done: number; bytes: number }> {
  const edition = await publishedEdition();
  const { fetched, bytes } = await planFor(edition);
  return { done: edition.files.length - fetched.length, bytes };
}

/** Throws what `signal` says when it is stopped, or what the device says when it is full; else says how many files did not come. */
async function fetchAll(
  edition: Edition,
  plan: Plan<Cache>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<number> {
  const cache = await caches.open(editionName(edition.edition));
  await cache.put(listAddress, Response.json(edition));
  const progress: Progress = { done: edition.files.length - plan.copied.length - plan.fetched.length, bytes: 0 };
  const came = (bytes: number): void => {
    progress.done += 1;
    progress.bytes += bytes;
    onProgress(progress);
  };
  onProgress(progress);
  for (const { path, from } of plan.copied) {
    signal.throwIfAborted();
    await cache.put(base + path, (await from.place.match(base + from.path))!);
    came(0);
  }
  const queue = [...plan.fetched];
  let missing = 0;
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const response = await fetchAgain(file, signal);
      if (response) {
        await cache.put(base + file.path, response);
        came(file.bytes);
      } else if (++missing === atOnce) queue.length = 0;
    }
  };
  // Who fails, ends the others: nothing is written after the last word.
  const workers = await Promise.allSettled(
    Array.from({ length: atOnce }, () =>
      work().catch((error: unknown) => {
        queue.length = 0;
        throw error;
      }),
    ),
  );
  const failed = workers.find(({ status }) => status === 'rejected');
  if (failed) throw (failed as PromiseRejectedResult).reason;
  if (missing > 0) return edition.files.length - progress.done;
  await cache.put(wholeMark, Response.json(edition.edition));
  // What was visited is in it, and no older edition is needed any more.
  const others = (await ownCaches()).filter((name) => name !== editionName(edition.edition));
  await Promise.all(others.map((name) => caches.delete(name)));
  return 0;
}

/** `onProgress` is told of how many files and bytes, too. */
export async function takeAlong(
  signal: AbortSignal,
  onProgress: (progress: Progress, files: number, bytes: number) => void,
): Promise<Outcome> {
  let edition: Edition;
  try {
    edition = await publishedEdition();
  } catch {
    return { said: 'unreachable', missing: 0 };
  }
  try {
    const plan = await planFor(edition);
    const missing = await fetchAll(edition, plan, signal, (progress) =>
      onProgress(progress, edition.files.length, plan.bytes),
    );
    return missing > 0 ? { said: 'missing', missing } : { missing };
  } catch {
    if (signal.aborted) return { missing: 0 };
    // A device without room for an edition is not left with half of one.
    await caches.delete(editionName(edition.edition));
    return { said: 'full', missing: 0 };
  }
}
