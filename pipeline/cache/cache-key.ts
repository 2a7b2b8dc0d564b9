import { createHash } from 'node:crypto';
import type { Rule } from '../../rules/rule.ts';
import type { PreviousRun } from '../batch.ts';
import { build, ruleSetHash } from '../engine.ts';
import type { Roster } from '../model/dossier.ts';
import type { Day, Period } from '../model/period.ts';
import type { PolicySettings } from '../policy/settings.ts';

/** What the outcome of a file or a unit depends on besides their content. */
export interface Dependencies {
  readonly rules: readonly Rule[];
  readonly settings: PolicySettings;
  readonly roster: Roster | null;
  readonly period: Period;
  readonly asOf: Day;
  readonly previous: PreviousRun | null;
  readonly passwords: readonly string[];
}

/** One text for all of them; null where the program is not a build, so that nobody knows what it will do. */
export function cacheKey({ rules, previous, ...others }: Dependencies): string | null {
  if (build === null) return null;
  const earlier = previous === null ? null : { ...previous, units: [...previous.units] };
  const described = JSON.stringify({ build, rules: ruleSetHash(rules), previous: earlier, ...others });
  return createHash('sha256').update(described).digest('hex');
}
