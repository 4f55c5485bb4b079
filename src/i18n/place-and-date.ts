import { citedDate } from '../model/cite.ts';
import type { Lang } from '../model/lang.ts';
import type { Policy } from '../model/policy.ts';
import { dictionary } from './dictionary.ts';

/** « Alberta, non daté »: what stands beside every board, wherever boards are compared. */
export function placeAndDate(policy: Policy, lang: Lang): string {
  const t = dictionary(lang);
  const date = policy.dates.length > 0 ? citedDate(policy, lang) : t.policy.undated.toLowerCase();
  return `${t.provinces[policy.province]}, ${date}`;
}
