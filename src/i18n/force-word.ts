import type { Rule } from '../model/policy.ts';
import type { Dictionary } from './fr.ts';

/** The word for the force of a rule; a recommendation against something has its own. */
export const forceWord = (t: Dictionary, rule: Pick<Rule, 'force' | 'against'>): string =>
  rule.against ? t.discouraged : t.forces[rule.force];
