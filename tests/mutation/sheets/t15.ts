import { type Draft, row } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, some, table, totalOf } from './common.ts';

const purchases = [
  ['台式计算机采购', 'A02010104 台式计算机'],
  ['多功能一体机采购', 'A02020400 多功能一体机'],
  ['办公家具采购', 'A05010200 台、桌类'],
  ['物业管理服务', 'C21040000 物业管理服务'],
  ['印刷服务', 'C23090100 印刷服务'],
  ['空调机采购', 'A02061804 空调机'],
  ['档案整理服务', 'C16070000 运行维护服务'],
  ['垃圾清运服务', 'C13030000 城镇公共卫生服务'],
] as const;

/** What was bought: within budget, from small firms, paid in time. */
export function t15(random: Random, unit: Unit): Draft {
  const last = (day: number) =>
    `2023-${String(Math.max(1, Math.min(12, unit.month))).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const rows = random
    .some(purchases, random.int(1, purchases.length))
    .map(([projectName, category], index) => {
      const budget = random.figure(2, 150);
      const contract = round(budget * (0.9 + random.next() * 0.1), 2);
      const size = random.pick(['小型', '微型', '中型']);
      const isMicro = size !== '中型';
      return row({
        seq: index + 1,
        projectName,
        category,
        budget,
        contract,
        supplier: '某公司',
        supplierSize: isMicro ? size : '小型',
        smeAmount: contract,
        microAmount: contract,
        signedOn: last(random.int(1, 5)),
        acceptedOn: last(random.int(6, 15)),
        paidOn: last(random.int(16, 28)),
        paid: contract,
        quantity: random.int(1, 30),
      });
    });
  const withShares = random.chance(0.4);
  return draftOf(random, 'T15', unit, {
    sheet: random.pick(['政府采购', 'Sheet1']),
    tables: {
      purchases: table(
        [
          'seq',
          'projectName',
          ...some(random, ['category'], 0.9),
          'budget',
          'contract',
          ...some(random, ['supplier']),
          'supplierSize',
          ...(withShares ? ['smeAmount', 'microAmount'] : []),
          'signedOn',
          ...(random.chance(0.7) ? ['acceptedOn', 'paidOn'] : []),
          ...some(random, ['paid']),
        ],
        rows,
        totalOf(random, rows.length),
      ),
    },
  });
}
