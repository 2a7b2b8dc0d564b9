import { describe, expect, test } from '@jest/globals';
import { expectFound } from './expect-found.ts';
import { inject, type Outcome } from './inject.ts';
import { mutations } from './mutations/index.ts';
import { rounds, seed } from './settings.ts';

/**
 * Every mistake the catalogue knows, made at a random place of an invented submission: the rule that is meant finds it
 * at the changed cell, and no other rule speaks that the mistake does not bring with it.
 */
describe(`mistakes made at random (BUDGETLINT_MUTATION_SEED=${seed} makes the same ones)`, () => {
  const outcomes: Outcome[] = [];

  test.each(mutations.map((mutation) => [mutation.rule, mutation.mistake, mutation] as const))(
    '%s: %s',
    async (_, __, mutation) => {
      for (let round = 0; round < rounds; round += 1) outcomes.push(await inject(mutation, seed + round));
    },
    600_000,
  );

  expectFound(outcomes);

  test('nothing was said before the mistake was made', () => {
    expect(outcomes.flatMap(({ unclean }) => unclean)).toEqual([]);
  });
});
