import type { Rule } from './rule.ts';
import { varianceFromPlan } from './spending/variance-from-plan.ts';

/** Every rule, in the order of the catalogue and of reports. */
export const rules: readonly Rule[] = [varianceFromPlan];
