import { offlinePath, isNamedByContent } from '../model/edition.ts';
import { dropAll, keptEditions, newestWhole, pathsIn, visited } from './kept.ts';
import { fill } from './nodes.ts';
import { registered } from './offline-worker.ts';
import type { OfflineData } from './offline-words.ts';
import { publishedSize } from './published.ts';
import type { Progress } from './take-along.ts';

/** The part of a page that takes the whole site along, and lets go of it again. */

const part = document.querySelector<HTMLElement>('[data-offline]')!;
const find = <E extends HTMLElement>(name: string): E => part.querySelector<E>(`[data-offline-${name}]`)!;
const [status, bar, count, pages] = ['status', 'progress', 'count', 'visited'].map((name) => find(name)) as [
  HTMLElement,
  HTMLElement,
  HTMLElement,
  HTMLElement,
];
const button = find<HTMLButtonElement>('download');
const erase = find<HTMLButtonElement>('erase');
const progress = bar.querySelector('progress')!;
const { lang, words } = JSON.parse(find('data').textContent) as OfflineData;

const plainNumber = new Intl.NumberFormat(`${lang}-CA`);
function sized(bytes: number): string {
  const [amount, unit] = bytes < 1e6 ? [Math.ceil(bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(`${lang}-CA`, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}

/** Fetched once there is something to take: most readers only see the offer. */
const engine = (): Promise<typeof import('./take-along.ts')> => import('./take-along.ts');

/** What runs, and how to end it. */
let running: AbortController | undefined;

interface Offer {
  /** What the button says; without it there is nothing to do. */
  label?: string;
  said: string;
  /** What it would take is known, and was told. */
  ready?: boolean;
}

let ready = false;

/** What is here, what is published, and so what there is to do. */
async function look(): Promise<Offer> {
  const editions = await keptEditions();
  const whole = newestWhole(editions);
  try {
    const size = await publishedSize();
    if (whole?.edition === size.edition) return { said: words.whole };
    const values = { files: plainNumber.format(size.files), size: sized(size.bytes) };
    if (editions.length === 0) {
      return { label: fill(words.take, values), said: fill(words.size, values), ready: true };
    }
    const { done, bytes } = await (await engine()).whatIsLeft();
    return {
      label: fill(whole ? words.renew : words.resume, { size: sized(bytes) }),
      said: whole ? words.newer : fill(words.begun, { ...values, done: plainNumber.format(done) }),
      ready: true,
    };
  } catch {
    return { label: words.again, said: whole ? words.unchecked : words.unreachable };
  }
}

async function countVisited(): Promise<number> {
  const cache = await visited();
  const paths = cache ? await pathsIn(cache) : [];
  return paths.filter((path) => path !== offlinePath && !isNamedByContent(path)).length;
}

/** `outcome` is said instead of what would be said of a page just opened. */
async function show(outcome?: string): Promise<void> {
  const { label = '', said, ...offer } = await look();
  ready = offer.ready ?? false;
  const opened = await countVisited();
  const somethingKept = opened > 0 || (await keptEditions()).length > 0;
  const focused = part.contains(document.activeElement);
  button.textContent = label;
  button.hidden = label === '';
  erase.hidden = !somethingKept;
  bar.hidden = true;
  pages.textContent = opened > 0 ? fill(words.visited, { n: plainNumber.format(opened) }) : '';
  status.textContent = outcome ?? said;
  // A button that had the focus may be gone: then its reader stands at the head of the part, not at that of the page.
  if (focused && !part.contains(document.activeElement?.closest('button:not([hidden])') ?? null)) {
    part.querySelector('h2')!.focus();
  }
}

function showProgress(at: Progress, files: number, bytes: number): void {
  progress.max = files;
  progress.value = at.done;
  count.textContent = fill(words.count, {
    done: plainNumber.format(at.done),
    files: plainNumber.format(files),
    bytes: sized(at.bytes),
    size: sized(bytes),
  });
}

/** What is to be said of how it ended, if what is kept does not say it. */
async function take(signal: AbortSignal): Promise<string | undefined> {
  const along = await engine().catch(() => undefined);
  if (!along) return words.reload;
  const { said, missing } = await along.takeAlong(signal, showProgress);
  return said && fill(words[said], { n: plainNumber.format(missing) });
}

async function run(): Promise<void> {
  running = new AbortController();
  button.textContent = words.stop;
  erase.hidden = true;
  bar.hidden = false;
  status.textContent = words.running;
  const outcome = await take(running.signal);
  running = undefined;
  await show(outcome);
}

button.addEventListener('click', () => {
  if (running) running.abort();
  else void (ready ? run() : show());
});

erase.addEventListener('click', async () => {
  await dropAll();
  await (await registered)?.unregister();
  await show(words.erased);
});

/** Where nothing can be kept, that is all there is to say. */
async function start(): Promise<void> {
  try {
    if (!(await registered)) throw new Error('no worker');
    await show();
  } catch {
    status.textContent = words.unsupported;
  }
}

void start();
