import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, inWords, measured, table } from './common.ts';

/** The figures of the annual report, in agreement with each other. */
export function t19(
  random: Random,
  unit: Unit,
  more: readonly (readonly [string, number | string, string, string])[] = [],
): Draft {
  const assets = random.figure(1000, 90_000);
  const debt = round(assets * 0.02, 2);
  const classes = {
    一般公共服务支出: random.figure(100, 900),
    农林水支出: random.figure(50, 500),
    教育支出: random.figure(50, 500),
  };
  const spent = sum(Object.values(classes));
  const scored = random.int(8, 40);
  const full = random.int(1, scored - 4);
  const facts: (readonly [string, number | string, string, string])[] = [
    ['收入总计', spent, '万元', '预算'],
    ['支出总计', spent, '万元', '预算'],
    ...Object.entries(classes).map(([name, amount]) => [name, amount, '万元', '预算'] as const),
    ['资产总额', assets, '万元', '实际'],
    ['负债总额', debt, '万元', '实际'],
    ['资产负债率', round((debt / assets) * 100, 2), '%', '实际'],
    ['自评项目数', scored, '个', '实际'],
    ['满分项目数', full, '个', '实际'],
    ['95分以上项目数', scored - full - 2, '个', '实际'],
    ['90分-95分项目数', 1, '个', '实际'],
    ['90分以下项目数', 1, '个', '实际'],
    ...more,
  ];
  const rows = facts.map(([indicator, value, valueUnit, basis], index) =>
    row({
      seq: index + 1,
      indicator,
      value: typeof value === 'number' ? measured(null, value, '') : inWords(value),
      valueUnit,
      year: 2023,
      basis,
      section: `一、${index + 1}`,
    }),
  );
  return draftOf(random, 'T19', unit, {
    sheet: random.pick(['数据采集', 'Sheet1']),
    tables: { facts: table(['seq', 'indicator', 'value', 'valueUnit', 'year', 'basis', 'section'], rows) },
  });
}
