import type { Mutation } from '../mutation.ts';
import { qualityMutations } from './quality.ts';
import { structureMutations } from './structure.ts';

/** Every mistake that is made, in the order of the catalogue. */
export const mutations: readonly Mutation[] = [...structureMutations, ...qualityMutations];
