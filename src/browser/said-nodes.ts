import type { Audience } from '../model/audience.ts';
import type { Force } from '../model/force.ts';
import type { Lang } from '../model/lang.ts';
import type { Notice } from '../model/notice.ts';
import type { SaidForce } from '../model/said-force.ts';
import { typeset } from '../model/typography.ts';
import { node } from './nodes.ts';
import { topmark } from './shapes.ts';

/** What stands with the words of a clause wherever a script draws them: its forces, and that they are a translation. */

export interface ForceWords {
  forces: Record<Force | 'against', string>;
  audiences: Record<Audience, string>;
  /** « vise » */
  for: string;
}

export const forceSpans = (said: readonly SaidForce[], words: ForceWords, lang: Lang): HTMLElement[] =>
  said.map(({ force, against, audience }) =>
    node(
      'span',
      { class: `answer force-${force}` },
      topmark(force),
      ` ${words.forces[against ? 'against' : force]} `,
      node('small', {}, `· ${words.for} ${typeset(words.audiences[audience], lang)}`),
    ),
  );

/** `link` leads to the words that count; none on paper. */
export function noticeLine(notice: Notice | null | undefined, stale: boolean, link?: string): HTMLElement[] {
  if (!notice) return [];
  const original = link === undefined ? notice.original : node('a', { href: link }, notice.original);
  return [
    node(
      'p',
      { class: 'translation' },
      notice.before,
      original,
      notice.after,
      ...(stale ? [` · ${notice.changed}`] : []),
    ),
  ];
}
