import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, table } from './common.ts';

const sections = ['预算编制', '预算执行', '预算绩效', '资产管理', '政府采购', '信息公开'];

/** The department's evaluation of itself, with points lost here and there. */
export function t07(random: Random, unit: Unit): Draft {
  const weights = [20, 20, 20, 15, 15, 10];
  const items = sections.map((level1, index) => {
    const weight = weights[index] ?? 10;
    const lost = random.pick([0, 0, 0.5, 1]);
    return row({
      seq: index + 1,
      level1,
      indicator: `${level1}规范性`,
      standard: '按制度健全、执行到位情况计分',
      weight,
      score: weight - lost,
      reason: lost > 0 ? random.pick(['个别台账登记不及时', '部分资料归档较晚', '公开内容不够细化']) : null,
    });
  });
  const raw = sum(items.map(({ values }) => Number(values.score)));
  return draftOf(random, 'T07', unit, {
    sheet: random.pick(['部门自评', '考核自评表']),
    form: { rawScore: raw, base: 100, scaledScore: round(raw, 2), grade: raw >= 90 ? '优' : '良' },
    tables: {
      items: table(
        ['seq', 'level1', 'indicator', 'standard', 'weight', 'score', 'reason'],
        items,
        random.pick([null, 'last'] as const),
      ),
    },
  });
}
