import { describe, test } from '@jest/globals';
import { expectFound } from '../expect-found.ts';
import { handIn } from '../hand-in.ts';
import type { Outcome } from '../inject.ts';
import { mutations } from '../mutations/index.ts';
import { seeded, seedOf } from '../random.ts';
import { rounds, seed } from '../settings.ts';
import { realDesks } from './desks.ts';
import { injectReal } from './inject-real.ts';

/** How many mistakes a round makes on one desk; a desk of many files takes long. */
const mistakesARound = 24;
const mistakesOnManyFiles = 6;

/**
 * The same mistakes on sheets that were not invented for them: where a sheet has a place for one, it is found at the
 * changed cell, and nothing else is said but what rests on the cells that were changed.
 */
describe(`mistakes on sheets as they were handed in (BUDGETLINT_MUTATION_SEED=${seed} makes the same ones)`, () => {
  const outcomes: Outcome[] = [];

  test.each(Object.entries(realDesks))(
    '%s',
    async (name, layOut) => {
      const real = await layOut();
      const baseline = { ...real, report: await handIn(real.desk) };
      const most = real.desk.files.length > 20 ? mistakesOnManyFiles : mistakesARound;
      for (let round = 0; round < rounds; round += 1) {
        const random = seeded(seedOf(seed + round, name));
        let left = most;
        for (const mutation of random.some(mutations, mutations.length)) {
          if (left === 0) break;
          const outcome = await injectReal(mutation, baseline, seed + round);
          if (outcome === null) continue;
          outcomes.push(outcome);
          left -= 1;
        }
      }
    },
    600_000,
  );

  expectFound(outcomes);
});
