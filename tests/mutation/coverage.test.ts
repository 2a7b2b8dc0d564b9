import { expect, test } from '@jest/globals';
import { rules } from '../../rules/index.ts';
import { mutations } from './mutations/index.ts';

test('every rule of the catalogue has a mistake that it must find', () => {
  const made = new Set(mutations.map(({ rule }) => rule));
  expect(rules.map(({ meta }) => meta.id).filter((id) => !made.has(id))).toEqual([]);
});
