import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likeness } from '../../pipeline/model/label.ts';
import { nearNames } from '../../pipeline/model/near-names.ts';

test('finds every pair that comparing each name with every other finds', () => {
  const name = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 12 }), (names) => {
      const expected = names.flatMap((one, first) =>
        names.flatMap((other, second) =>
          second > first && likeness(one, other) >= 0.85 - 1e-9 ? [`${first} ${second}`] : [],
        ),
      );
      const found = nearNames(names, 0.85, 99).map(({ first, second }) => `${first} ${second}`);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('finds names a single character apart from the length asked for', () => {
  expect(nearNames(['环境治理经费', '环境整理经费'], 0.85, 6)).toEqual([{ first: 0, second: 1 }]);
  expect(nearNames(['环境治理经费', '环境整理经费'], 0.85, 7)).toEqual([]);
  expect(nearNames(['环境治理经费', '环境治理经费用'], 1, 6)).toEqual([{ first: 0, second: 1 }]);
});
