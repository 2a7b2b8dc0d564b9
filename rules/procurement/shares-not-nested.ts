import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { type Fen, inUnit } from '../../pipeline/model/money.ts';
import { type Row, unitOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** ZC-05: contracts with micro and small firms are part of those with SMEs, and these of all contracts. */
export const sharesNotNested = defineRule({
  meta: {
    id: 'ZC-05',
    name: 'shares-not-nested',
    title: { zh: '中小、小微企业合同包含关系不符', en: 'Shares of SMEs not nested' },
    group: 'procurement',
    scope: 'table',
    needs: ['T15'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中政府采购的勾稽关系（小微≤中小≤合同总额）',
      why: {
        zh: '小微企业合同包含在中小企业合同内，中小企业合同包含在合同总额内，大于即填错。',
        en: 'Each is part of the next; a part larger than its whole is a mistake.',
      },
    },
    options: z.object({}),
    messages: {
      exceeds: {
        zh: '「{name}」{part} {amount} {unit}，大于{whole} {limit} {unit}，多 {difference} {unit}。',
        en: '"{name}": {part}, {amount}, exceed {whole}, {limit} ({unit}), by {difference}.',
        clears: {
          zh: '核对两个金额，{part}应不大于 {limit} {unit}。',
          en: 'Check both; {part} cannot be more than {limit} ({unit}).',
        },
      },
    },
  },

  *check({ submission }) {
    const { rows, totals } = submission.tables.purchases;
    for (const row of rows) yield* judge(row);
    // A wrong line shows in the total too; a total that is wrong alone is DQ-12.
    for (const total of totals) if (rows.length === 0) yield* judge(total);
  },
});

const names: Readonly<Record<string, Text>> = {
  contract: { zh: '合同金额', en: 'all contracts' },
  smeAmount: { zh: '中小企业合同金额', en: 'contracts with SMEs' },
  microAmount: { zh: '小微企业合同金额', en: 'contracts with micro and small firms' },
};

function* judge(row: Row): Generator<Verdict> {
  const { smeAmount, microAmount } = row.values;
  if (row.classified || (isEmpty(row, 'smeAmount') && isEmpty(row, 'microAmount'))) {
    yield notApplicable;
    return;
  }
  // Without the middle one the smallest is still part of the whole.
  const steps =
    smeAmount === null && isEmpty(row, 'smeAmount')
      ? [['microAmount', 'contract'] as const]
      : microAmount === null && isEmpty(row, 'microAmount')
        ? [['smeAmount', 'contract'] as const]
        : [['smeAmount', 'contract'] as const, ['microAmount', 'smeAmount'] as const];
  for (const [part, whole] of steps) yield judgeStep(row, part, whole);
}

function judgeStep(row: Row, part: string, whole: string): Verdict {
  const [amount, limit] = [amountIn(row, part), amountIn(row, whole)];
  if (amount === null || limit === null) return undecidable(row, amount === null ? part : whole);
  if (amount <= limit) return pass;
  const unit = unitOf(row, part);
  const difference = inUnit(amount - limit, unit);
  return fail(row, [part, whole], {
    message: 'exceeds',
    args: {
      name: excerpt(typeof row.values.projectName === 'string' ? row.values.projectName : '合计'),
      part: names[part] ?? part,
      whole: names[whole] ?? whole,
      amount: inUnit(amount, unit),
      limit: inUnit(limit, unit),
      difference,
      unit,
    },
    measure: part,
    value: inUnit(amount, unit),
    expected: `≤ ${inUnit(limit, unit)}`,
    difference,
    atStake: amount - limit,
    trace: `${term(row, part)} ${minus} ${term(row, whole)} = ${difference}`,
  });
}

function amountIn(row: Row, field: string): Fen | null {
  const value = row.values[field];
  return typeof value === 'number' ? value : null;
}
