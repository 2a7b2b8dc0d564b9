import { type Draft, row } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, some, table, totalOf } from './common.ts';

const funds = [
  '农村危房改造补助资金',
  '困难群众救助补助资金',
  '城乡居民基本养老保险补助经费',
  '农业生产发展资金',
  '义务教育补助经费',
  '基本公共卫生服务补助资金',
  '就业补助资金',
  '优抚对象补助经费',
  '残疾人事业发展补助资金',
  '农田建设补助资金',
  '学生资助补助经费',
  '医疗服务与保障能力提升补助资金',
  '衔接推进乡村振兴补助资金',
  '水利发展资金',
];

const residuals = [
  '补助对象名册正在公示，剩余资金公示结束后发放，年底前支付完毕',
  '工程尚未验收，剩余资金按合同约定于验收后支付，结转下月使用',
  '剩余资金按程序申请收回财政统筹',
  '按月发放，剩余资金继续使用',
];

/** The ledger of direct-transfer funds: passed on in time, on time. */
export function t10(random: Random, unit: Unit): Draft {
  const chosen = random.some(funds, random.int(1, 10));
  const share = unit.month / 12;
  const rows = chosen.map((fundName, index) => {
    const released = random.figure(5, 800, random.pick([0, 2, 2, 4]));
    const isPaid = unit.month === 12 || random.chance(0.3);
    const spent = isPaid
      ? released
      : Math.min(released, round(released * Math.min(1, share + 0.02 + random.next() * 0.1), 2));
    return row({
      seq: index + 1,
      fundName: `${random.pick(['', '2023年', '2023年中央'])}${fundName}`,
      documentNumber: `示财预〔2023〕${index + 11 + random.int(0, 3) * 100}号`,
      tag: random.pick(['01中央直达资金', '02参照直达资金']),
      received: '2022-12-10',
      released,
      distributedOn: random.pick(['2022-12-20', '2023-01-05', '2022-12-31']),
      distributed: released,
      deadline: '2023-12-31',
      paidOn: `2023-${String(unit.month).padStart(2, '0')}-${random.int(10, 28)}`,
      spent,
      heads: random.pick([null, Math.max(1, Math.round((released * 10_000) / random.int(300, 9000)))]),
      reason: isPaid ? null : random.pick([null, ...residuals]),
      remark: null,
    });
  });
  return draftOf(random, 'T10', unit, {
    sheet: random.pick(['直达资金', '台账']),
    tables: {
      funds: table(
        [
          'seq',
          'fundName',
          'documentNumber',
          'tag',
          'received',
          'released',
          'distributedOn',
          'distributed',
          ...some(random, ['distributionRate']),
          'deadline',
          'paidOn',
          'spent',
          ...some(random, ['rate'], 0.8),
          ...some(random, ['heads']),
          'reason',
          'remark',
        ],
        rows,
        totalOf(random, rows.length),
      ),
    },
  });
}
