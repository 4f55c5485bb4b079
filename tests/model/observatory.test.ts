import { expect, test } from 'vitest';
import { headers, metaPolicy } from '../../src/security.ts';

/**
 * The arithmetic of Mozilla's HTTP Observatory on our own headers. Its rules and figures are those of mdn/mdn-http-observatory
 * (src/grader/charts.js, src/analyzer/), read on 2026-11-21; only what can happen to a site like this one is written out: no cookie is set,
 * no other origin is let in, and each script comes from the site itself, so that these three count nothing. That HTTP leads to HTTPS is
 * the host's doing and is taken as given. The service itself was not asked: it scans hosts that are published.
 */

interface Served {
  headers: Record<string, string>;
  /** The policy in the page itself. */
  meta?: string;
}

const directivesOf = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );

const broad = new Set(['*', 'http:', 'https:', 'ftp:', 'data:', "'unsafe-inline'"]);

function ofPolicy(policy: Map<string, string[]>): number {
  const fallback = policy.get('default-src') ?? ['*'];
  const [script, style, object] = ['script-src', 'style-src', 'object-src'].map((name) => policy.get(name) ?? fallback);
  if (script!.some((source) => broad.has(source)) || object!.some((source) => broad.has(source))) return -20;
  if (script!.includes("'unsafe-eval'") || style!.includes("'unsafe-eval'")) return -10;
  if (style!.some((source) => broad.has(source))) return 0;
  return fallback.length === 1 && fallback[0] === "'none'" ? 10 : 5;
}

function modifiers({ headers: sent, meta }: Served): Record<string, number> {
  const header = sent['Content-Security-Policy'];
  const policy = header ?? meta;
  const seconds = /max-age=(\d+)/.exec(sent['Strict-Transport-Security'] ?? '')?.[1];
  return {
    'content-security-policy': policy === undefined ? -25 : ofPolicy(directivesOf(policy)),
    'strict-transport-security': seconds === undefined ? -20 : Number(seconds) < 15_552_000 ? -10 : 0,
    // Each page says it too, in an element that counts for as much as the header.
    'referrer-policy': sent['Referrer-Policy'] === 'no-referrer' || meta !== undefined ? 5 : 0,
    'x-content-type-options': sent['X-Content-Type-Options'] === 'nosniff' ? 0 : -5,
    // Only a header can say it.
    'x-frame-options': header !== undefined && directivesOf(header).has('frame-ancestors') ? 5 : -20,
    'cross-origin-resource-policy': sent['Cross-Origin-Resource-Policy'] === 'same-origin' ? 10 : 0,
  };
}

/** What is lost counts always; what is won only where ninety are left without it. */
function score(served: Served): number {
  const all = Object.values(modifiers(served));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const without = 100 + sum(all.filter((value) => value < 0));
  return without >= 90 ? 100 + sum(all) : without;
}

test('where headers can be set, nothing is lost', () => {
  const all = modifiers({ headers, meta: metaPolicy });
  expect(Object.entries(all).filter(([, value]) => value < 0)).toEqual([]);
  const total = score({ headers, meta: metaPolicy });
  console.log(`Observatory: ${total} with headers`);
  expect(total).toBe(130);
});

test.each([
  ['GitHub Pages, which sends HSTS of its own', { 'Strict-Transport-Security': 'max-age=31556952' }, 75],
  ['a host that sends nothing', {}, 55],
])('where the meta element alone is served, the README says what is left: %s', (_host, own, expected) => {
  expect(score({ headers: own, meta: metaPolicy })).toBe(expected);
});

const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
const changed = (from: string, to: string): Record<string, string> => ({
  ...headers,
  'Content-Security-Policy': headers['Content-Security-Policy']!.replace(from, to),
});

test.each([
  ['no HSTS', without('Strict-Transport-Security'), 80],
  ['no nosniff', without('X-Content-Type-Options'), 125],
  ['no policy', without('Content-Security-Policy'), 55],
  ['eval', changed("'wasm-unsafe-eval'", "'unsafe-eval'"), 110],
  ['inline scripts', changed("script-src 'self'", "script-src 'self' 'unsafe-inline'"), 80],
  ['inline styles', changed("style-src 'self'", "style-src 'self' 'unsafe-inline'"), 120],
  ['no rule for frames', changed("; frame-ancestors 'none'", ''), 80],
])('%s would cost', (_fault, sent, expected) => {
  expect(score({ headers: sent })).toBe(expected);
});
