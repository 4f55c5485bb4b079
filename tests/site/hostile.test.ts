import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enterRoom } from './room.ts';

/** Whatever stands in an address or in what a browser keeps: nothing of it runs, and no element is made of it. */

const { open, at } = enterRoom();

const harm = 'top.hit=1';

/** Twenty ways to make a page do something, in five places of its markup where they might land. */
const attempts = [
  `<img src=x onerror=${harm}>`,
  `<script>${harm}</script>`,
  `<svg onload=${harm}>`,
  `<svg><script href="data:,${harm}" /></svg>`,
  `<iframe srcdoc="<script>${harm}</script>">`,
  `<a href="javascript:${harm}">x</a>`,
  `<style>body{display:none}</style>`,
  `<base href="//exemple.net/">`,
  `<form action="//exemple.net/"><input name=q>`,
  `<meta http-equiv=refresh content="0;url=//exemple.net/">`,
  `<link rel=stylesheet href=//exemple.net/x.css>`,
  `<object data=//exemple.net/x></object>`,
  `<embed src=//exemple.net/x>`,
  `<math><mtext><table><mglyph><style><img src onerror=${harm}>`,
  `<noscript><p title="</noscript><img src onerror=${harm}>">`,
  `<template><script>${harm}</script></template>`,
  `<details open ontoggle=${harm}>`,
  `<video><source onerror=${harm}></video>`,
  `<input autofocus onfocus=${harm}>`,
  `<body onload=${harm}>`,
];
const places = ['', '"', "'", '">', '</script>'];

/** Others are not markup: they break what counts letters, looks names up or writes addresses. */
const oddities = [
  `${'javascript'}:${harm}`,
  `');${harm};//`,
  `\${${harm}}`,
  '{{7*7}}',
  '[a-z]+(.*)\\',
  '\u0000\u0001',
  '\u202Eélève',
  '\uD800',
  '👩🏽‍🏫🎣',
  '%',
  '%00%ff',
  '%3Cimg%20src=x%3E',
  '&lt;img src=x&gt;',
  '__proto__',
  'constructor',
  'csno:__proto__',
  '__proto__:4.c',
  '__proto__ constructor toString',
  '-1e999',
  'x'.repeat(5_000),
];

const strings = [...attempts.flatMap((attempt) => places.map((place) => place + attempt)), ...oddities];

test('there are more than a hundred, no two alike', () => {
  expect(strings.length).toBeGreaterThan(100);
  expect(new Set(strings).size).toBe(strings.length);
});

/** A browser writes half a letter as another sign. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

const query = (names: readonly string[], text: string): string =>
  names.map((name) => `${name}=${encode(text)}`).join('&');

/** What could do something: elements that load or run, handlers, addresses that run or lead elsewhere. */
const dangers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = (globalThis as { hit?: number }).hit === undefined ? [] : ['it ran'];
    for (const one of document.querySelectorAll('*')) {
      const name = one.localName;
      if (/^(?:img|iframe|object|embed|base|style|template|math|video|source|body.+)$/.test(name)) found.push(name);
      for (const { name: attribute, value } of one.attributes) {
        if (attribute.startsWith('on') || attribute === 'srcdoc') found.push(attribute);
        if (!/^(?:href|src|action|formaction)$/.test(attribute)) continue;
        const { origin } = new URL(value, location.href);
        if (origin !== location.origin) found.push(`${name} ${value}`);
      }
    }
    return found;
  });

/** How many elements of each name stand on the page. */
const elements = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const counts: Record<string, number> = {};
    for (const { localName } of document.querySelectorAll('*')) counts[localName] = (counts[localName] ?? 0) + 1;
    return counts;
  });

/** Opens another address of the same page as a link within it would: the page reads it anew. */
const follow = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    history.replaceState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);

test('what is looked for is found', async () => {
  const { page, context } = await open();
  await page.goto(at('/matrice/'));
  expect(await dangers(page)).toEqual([]);
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.setAttribute('srcdoc', 'x');
    const link = document.createElement('a');
    link.setAttribute('href', ['javascript', 'x'].join(':'));
    document.body.append(image, link);
    Object.assign(globalThis, { hit: 1 });
  });
  expect(await dangers(page)).toEqual(['it ran', 'img', 'srcdoc', 'a javascript:x']);
  await context.close();
});

test.each(['/recherche/', '/en/search/'])(
  '%s: q, board, topic, force, audience, the fragment, and the board that is kept',
  async (path) => {
    const { page, faults, context } = await open();
    await page.goto(at(`${path}?q=logo`));
    await page.waitForSelector('[data-answers=logo]');
    const { script } = await elements(page);
    const names = ['q', 'board', 'topic', 'force', 'audience'];
    for (const text of strings) {
      await page.evaluate((kept) => localStorage.setItem('balises.board', kept), text);
      await follow(page, `${path}?${query(names, text)}#${encode(text)}`);
      await page.waitForFunction(
        () =>
          document.querySelector<HTMLElement>('[data-answers]')?.dataset.answers ===
          document.querySelector<HTMLInputElement>('main #q')!.value.trim(),
      );
      expect([text, await dangers(page)]).toEqual([text, []]);
    }
    expect((await elements(page)).script).toBe(script);
    // What is kept is read when the page opens.
    await page.goto(at(`${path}?q=logo`));
    await page.waitForSelector('[data-answers=logo]');
    expect(await dangers(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  240_000,
);

test.each(['/matrice/', '/en/compare/'])(
  '%s: b, t, f and the fragment, and what a choice then writes',
  async (path) => {
    const { page, faults, context } = await open();
    const query3 = (text: string) => `${path}?${query(['b', 't', 'f', 'x'], text)}#${encode(text)}`;
    await page.goto(at(query3('rien')));
    // The buttons of a table come by and by.
    await page.waitForFunction(() => !document.querySelector('td q + a:not(:has(~ .pick))'));
    const harmless = await elements(page);
    for (const text of strings) {
      await follow(page, query3(text));
      await page.evaluate(() => {
        const box = document.querySelector<HTMLInputElement>('[data-filter] input')!;
        for (const checked of [true, false]) {
          box.checked = checked;
          box.dispatchEvent(new Event('change', { bubbles: true }));
        }
      });
      expect([text, await dangers(page), await elements(page)]).toEqual([text, [], harmless]);
    }
    expect(faults).toEqual([]);
    await context.close();
  },
  240_000,
);

test.each(['/selection/', '/en/selection/'])(
  '%s: c, t, n1, p, by, the fragment, and the selection that is kept',
  async (path) => {
    const { page, faults, context } = await open();
    const address = (text: string) =>
      `${path}?c=csno:4.c,${encode(text)}&${query(['t', 'n1', 'p', 'by', 'x'], text)}#${encode(text)}`;
    const shown = (text: string) =>
      page.waitForFunction(
        (asked) =>
          document.querySelector<HTMLInputElement>('#title')?.value === asked &&
          document.querySelectorAll('[data-selection] > li').length === 1 &&
          document.querySelector<HTMLDialogElement>('[data-projection]')!.open,
        text.toWellFormed().replaceAll(/[\n\r]/g, ''),
      );
    await page.goto(at(address('rien')));
    await shown('rien');
    await page.keyboard.press('Escape');
    const harmless = await elements(page);
    for (const text of strings) {
      await follow(page, address(text));
      await shown(text);
      await page.keyboard.press('Escape');
      expect([text, await dangers(page), await elements(page)]).toEqual([text, [], harmless]);
    }
    for (const text of strings.slice(0, 10)) {
      const chosen = [text, `csno:${text}`, 'csno:4.c'].map((key) => ({ key, note: text }));
      await page.evaluate(
        (kept) => localStorage.setItem('balises.selection', kept),
        JSON.stringify({ title: text, chosen }),
      );
      await page.goto(at(path));
      await page.waitForSelector('[data-selection] > li');
      expect([text, await dangers(page)]).toEqual([text, []]);
    }
    expect(faults).toEqual([]);
    await context.close();
  },
  240_000,
);

test('/ateliers/demande-d-ami/: p and the fragment, read as the page opens', async () => {
  const path = '/ateliers/demande-d-ami/';
  const { page, faults, context } = await open();
  await page.goto(at(`${path}?p=rien#rien`));
  const harmless = await elements(page);
  for (const text of strings) {
    await page.goto(at(`${path}?p=${encode(text)}#${encode(text)}`));
    expect([text, await dangers(page), await elements(page)]).toEqual([text, [], harmless]);
  }
  expect(faults).toEqual([]);
  await context.close();
}, 240_000);

test.each(['/', '/en/policies/csno/', '/politiques/csno/4.c/', '/introuvable/'])(
  '%s hands its address on to the other language as it is, and nothing else comes of it',
  async (path) => {
    const { page, context } = await open();
    await page.goto(at(path));
    const harmless = await elements(page);
    for (const text of strings) {
      await follow(page, `${path}?q=${encode(text)}#${encode(text)}`);
      const [here, there] = await page.evaluate(() => {
        const link = document.querySelector<HTMLAnchorElement>('.language a')!;
        link.dispatchEvent(new Event('focus'));
        return [location.search + location.hash, link.search + link.hash];
      });
      expect(there).toBe(here);
      expect([text, await dangers(page), await elements(page)]).toEqual([text, [], harmless]);
    }
    await context.close();
  },
  240_000,
);
