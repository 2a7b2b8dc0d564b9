import { expect, test } from '@jest/globals';
import type { Outcome } from './inject.ts';

/** What must be true of mistakes once they are all made. */
export function expectFound(outcomes: readonly Outcome[]): void {
  const fewOf = (wrong: readonly Outcome[]) => (wrong.length > 0.01 * outcomes.length ? wrong : []);

  test('99 in 100 are found at their cell', () => {
    expect(outcomes.length).toBeGreaterThan(0);
    expect(fewOf(outcomes.filter(({ isAtCell }) => !isAtCell))).toEqual([]);
  });

  test('nothing else is said', () => {
    expect(fewOf(outcomes.filter(({ strangers }) => strangers.length > 0))).toEqual([]);
  });

  test('nothing fails', () => {
    expect(outcomes.flatMap(({ failures }) => failures)).toEqual([]);
  });
}
