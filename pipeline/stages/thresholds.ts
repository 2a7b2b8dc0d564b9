import type { Rule } from '../../rules/rule.ts';
import type { LampThresholds } from '../model/spending.ts';
import type { VarianceThresholds } from '../model/spending-tiers.ts';
import type { Policy } from '../policy/policy.ts';

/** From where the lamps of progress change: as rule PRG-02 has them. */
export function lampThresholds(rules: readonly Rule[], policy: Policy): LampThresholds {
  const rule = rules.find(({ meta }) => meta.id === 'PRG-02');
  const options = rule === undefined ? {} : policy.ruleSettings(rule).options;
  const { red, yellow } = options;
  return { red: typeof red === 'number' ? red : 0.6, yellow: typeof yellow === 'number' ? yellow : 0.8 };
}

/** What counts as far from plan: as rule PRG-19 counts the projects an annual report names. */
export function varianceThresholds(rules: readonly Rule[], policy: Policy): VarianceThresholds {
  const rule = rules.find(({ meta }) => meta.id === 'PRG-19');
  const { varianceWarnAbove, varianceFloor } = rule === undefined ? {} : policy.ruleSettings(rule).options;
  return {
    warnAbove: typeof varianceWarnAbove === 'number' ? varianceWarnAbove : 0.2,
    errorAbove: Number.POSITIVE_INFINITY,
    floor: typeof varianceFloor === 'number' ? varianceFloor : 1_000_000,
  };
}
