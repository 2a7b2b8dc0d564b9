import type { Mutation } from '../mutation.ts';
import { balanceMutations } from './balances.ts';
import { evaluationMutations } from './evaluation.ts';
import { fundMutations } from './funds.ts';
import { monitoringMutations } from './monitoring.ts';
import { qualityMutations } from './quality.ts';
import { spendingMutations } from './spending.ts';
import { structureMutations } from './structure.ts';

/** Every mistake that is made, in the order of the catalogue. */
export const mutations: readonly Mutation[] = [
  ...structureMutations,
  ...qualityMutations,
  ...spendingMutations,
  ...monitoringMutations,
  ...fundMutations,
  ...balanceMutations,
  ...evaluationMutations,
];
