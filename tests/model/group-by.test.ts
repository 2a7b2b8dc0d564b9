import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupBy, repeatedBy } from '../../pipeline/model/group-by.ts';

describe('what is repeated', () => {
  test('is told from what stands alone, in the order of the first; things without a key are left out', () => {
    const { groups, single } = repeatedBy(
      ['甲1', '乙', '甲2', '', '丙1', '丙2', '甲3'],
      (text) => text[0] ?? null,
    );
    expect([...groups]).toEqual([
      ['甲', ['甲1', '甲2', '甲3']],
      ['丙', ['丙1', '丙2']],
    ]);
    expect(single).toBe(1);
  });

  test('is what groups of any things by any key say', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.string({ maxLength: 2 }), id: fc.nat() })), (things) => {
        const { groups, single } = repeatedBy(things, ({ key }) => key);
        const all = [...groupBy(things, ({ key }) => key)];
        expect([...groups]).toEqual(all.filter(([, group]) => group.length > 1));
        expect(single).toBe(all.filter(([, group]) => group.length === 1).length);
      }),
    );
  });
});
