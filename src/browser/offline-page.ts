import { isNamedByContent, offlinePath } from '../model/edition.ts';
import { base, pathsIn, visited, wholeEdition } from './kept.ts';
import { node } from './nodes.ts';

/** Says which pages are kept on this device, and leads there. */

interface KeptPage {
  path: string;
  lang: string;
  title: string;
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" };
const unescape = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (said, name: string) => characters[name] ?? said);

/** What a page says of itself at its beginning; no page is drawn to be asked. */
function describe(path: string, html: string): KeptPage {
  const [, lang = ''] = /<html lang="(\w+)/.exec(html) ?? [];
  const [, title = path] = /<title>([^<]*) · [^<·]*<\/title>|<title>([^<]*)<\/title>/.exec(html)?.filter(Boolean) ?? [];
  return { path, lang, title: unescape(title) };
}

async function keptPages(): Promise<KeptPage[]> {
  const cache = await visited();
  const paths = cache ? await pathsIn(cache) : [];
  const pages = paths.filter((path) => path !== offlinePath && !isNamedByContent(path));
  return Promise.all(pages.map(async (path) => describe(path, await (await cache!.match(base + path))!.text())));
}

// The page can also be opened by its address, where there is nothing to look into.
const canKeep = 'caches' in globalThis;
const pages = canKeep ? await keptPages() : [];
const whole = canKeep && (await wholeEdition()) !== undefined;

for (const part of document.querySelectorAll<HTMLElement>('[data-kept-in]')) {
  const own = pages.filter(({ lang }) => lang === part.dataset.keptIn);
  const find = (name: string): HTMLElement => part.querySelector<HTMLElement>(`[data-${name}]`)!;
  find('whole').hidden = !whole;
  find('visited').hidden = whole;
  find('none').hidden = own.length > 0;
  // The last one visited first.
  const items = own.toReversed().map(({ path, title }) => node('li', {}, node('a', { href: base + path }, title)));
  find('list').replaceChildren(...items);
  const retry = find('retry') as HTMLButtonElement;
  retry.hidden = false;
  retry.addEventListener('click', () => location.reload());
}
