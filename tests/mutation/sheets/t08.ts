import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, some, table } from './common.ts';

/** The three guarantees: budgeted as needed, spent as time goes. */
export function t08(random: Random, unit: Unit): Draft {
  const isPlan = random.chance(0.5);
  const share = unit.month / 12;
  const parts = [
    { kind: '保基本民生', includes: '城乡低保、特困供养、孤儿基本生活保障' },
    { kind: '保工资', includes: '在职人员工资、津补贴、社会保险缴费' },
    { kind: '保运转', includes: '公用经费、村级组织运转经费' },
  ];
  const rows = parts.map(({ kind, includes }, index) => {
    const need = random.figure(50, 4000, random.pick([0, 2, 2]));
    const arranged = random.chance(0.7) ? need : round(need * (1 + random.next() * 0.05), 2);
    const spent =
      unit.month === 12
        ? arranged
        : Math.min(arranged, Math.ceil(arranged * share * 100 + random.next() * arranged * 3) / 100);
    return row({ seq: index + 1, kind, need, arranged, spent, includes, remark: null });
  });
  if (random.chance(0.3))
    rows.reverse().forEach((one, index) => {
      one.values.seq = index + 1;
    });
  const monthly = round(sum(rows.map(({ values }) => Number(values.need))) / 12, 2);
  return draftOf(random, 'T08', unit, {
    sheet: random.pick(['三保支出', 'Sheet1', '“三保”支出表']),
    ...(random.chance(0.3)
      ? { form: { accountBalance: round(monthly * (1 + random.next()), 2), monthlyNeed: monthly } }
      : {}),
    tables: {
      items: table(
        isPlan
          ? [
              'seq',
              'kind',
              'need',
              'arranged',
              ...some(random, ['shortfall']),
              'spent',
              ...some(random, ['rate']),
              'remark',
            ]
          : ['kind', 'arranged', 'spent', ...some(random, ['rate']), 'includes'],
        rows,
        random.pick([null, 'last', 'last', 'first'] as const),
      ),
    },
  });
}
