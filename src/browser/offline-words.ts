import type { Lang } from '../model/lang.ts';

/** Sentences of the dictionary that the script says. */
export const offlineWords = [
  'take',
  'stop',
  'resume',
  'renew',
  'size',
  'running',
  'count',
  'begun',
  'whole',
  'unchecked',
  'newer',
  'unreachable',
  'reload',
  'again',
  'missing',
  'full',
  'unsupported',
  'erased',
  'visited',
] as const;

/** What the page hands to its script. */
export interface OfflineData {
  lang: Lang;
  words: Record<(typeof offlineWords)[number], string>;
}
