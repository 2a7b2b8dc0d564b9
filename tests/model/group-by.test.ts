import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupBy, repeatedAlong, repeatedBy } from '../../pipeline/model/group-by.ts';
import { later } from '../../pipeline/model/verdict.ts';

describe('what is repeated', () => {
  test('is told from what stands alone, in the order of the first; things without a key are left out', () => {
    const things = ['甲1', '乙', '甲2', '', '丙1', '丙2', '甲3'];
    const { groups, single, hasKey } = repeatedBy(things, (text) => text[0] ?? null);
    expect([...groups]).toEqual([
      ['甲', ['甲1', '甲2', '甲3']],
      ['丙', ['丙1', '丙2']],
    ]);
    expect(single).toBe(1);
    expect(things.filter((_, index) => !hasKey(index))).toEqual(['']);
  });

  test('is looked for a thing at a time, and those that stand alone are looked at once', () => {
    const looked: string[] = [];
    const looking = repeatedAlong(['甲1', '乙', '甲2'], (text) => {
      looked.push(text);
      return text[0] ?? null;
    });
    for (const count of [1, 2, 3]) {
      expect(looking.next()).toEqual({ done: false, value: later });
      expect(looked).toHaveLength(count);
    }
    expect(looking.next().done).toBe(true);
    expect(looked).toEqual(['甲1', '乙', '甲2', '甲1', '甲2']);
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
