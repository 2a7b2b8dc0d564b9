import type { WrittenReport } from '../pipeline/model/report.ts';
import type { LampThresholds } from '../pipeline/model/spending.ts';

/** The lamp thresholds in force, from the options of the rule that has them; null when no rule does. */
export function lampThresholds({ rules }: WrittenReport): LampThresholds | null {
  for (const { options } of rules) {
    const { red, yellow } = options;
    if (typeof red === 'number' && typeof yellow === 'number') return { red, yellow };
  }
  return null;
}
