import { type Draft, row } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, some, table } from './common.ts';

const items = [
  '罚没收入',
  '行政事业性收费收入',
  '国有资源（资产）有偿使用收入',
  '利息收入',
  '其他收入',
  '教育费附加收入',
];
const reasons = [
  '新增停车泊位有偿使用，收入相应增加',
  '上年含一次性资产处置收入，今年不再发生',
  '收费标准按规定下调，收入减少',
];

/** Non-tax revenue: collected as planned, remitted as collected. */
export function t12(random: Random, unit: Unit): Draft {
  const share = unit.month / 12;
  const rows = random.some(items, random.int(1, items.length)).map((item, index) => {
    const lastActual = random.figure(2, 300);
    const isFar = random.chance(0.15);
    const plan = round(lastActual * (isFar ? random.pick([1.4, 0.6]) : 0.9 + random.next() * 0.2), 2);
    const collected = round(plan * Math.min(1, share) * (0.85 + random.next() * 0.3), 2);
    return row({
      seq: index + 1,
      itemCode: `1030${random.int(10, 99)}`,
      item,
      lastActual,
      plan,
      reason: isFar ? ((plan > lastActual ? reasons[0] : random.pick(reasons.slice(1))) ?? null) : null,
      collected,
      toTreasury: collected,
      toSpecialAccount: 0,
    });
  });
  const total = random.pick(['first', 'last', 'last'] as const);
  return draftOf(random, 'T12', unit, {
    sheet: random.pick(['非税收入', 'Sheet1']),
    tables: {
      items: table(
        [
          'seq',
          ...some(random, ['itemCode']),
          'item',
          'lastActual',
          'plan',
          ...some(random, ['change', 'changeRate']),
          'reason',
          'collected',
          'toTreasury',
          'toSpecialAccount',
          ...some(random, ['rate']),
        ],
        rows,
        total,
      ),
    },
  });
}
