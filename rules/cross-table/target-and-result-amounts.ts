import { z } from 'zod';
import { type AmountInText, amountsInText } from '../../pipeline/model/amounts-in-text.ts';
import { type Fen, inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { fail, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** XT-03: the amount a goal names and the amount its result names are the same, within one percent. */
export const targetAndResultAmounts = defineRule({
  meta: {
    id: 'XT-03',
    name: 'target-and-result-amounts',
    title: { zh: '目标金额与完成金额不符', en: 'Amounts of goal and result differ' },
    group: 'cross-table',
    scope: 'table',
    needs: ['T17'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中绩效目标与实现情况的对照；允许误差为本工具默认（可在参数中调整）',
      why: {
        zh: '目标写明的金额与实现情况写明的金额不同的，至少一处有误，或须说明差额去向。',
        en: 'Where goal and result name different amounts, one is wrong or the rest must be accounted for.',
      },
    },
    options: z.object({
      tolerance: z.number().min(0).default(0.01).register(meaning, {
        unit: 'share',
        zh: '完成金额与目标金额允许相差的幅度',
        en: 'share of the goal by which the result may differ',
      }),
    }),
    messages: {
      differs: {
        zh: '绩效目标中的金额为 {goal} {unit}，实现情况中为 {result} {unit}（为目标的 {rate}），相差 {difference} {unit}。',
        en: 'The goal names {goal}, the result {result} ({unit}): {rate} of the goal, {difference} apart.',
        clears: {
          zh: '核对实际金额，将两处改为一致（{goal} 或 {result} {unit}），或在实现情况中说明差额 {difference} {unit}。',
          en: 'Check, and give one amount in both ({goal} or {result}, {unit}), or say in the result what the difference of {difference} is.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const row of submission.tables.projects.rows) {
      const goal = onlyAmount(row.classified ? '' : (textIn(row, 'goal') ?? ''));
      const result = onlyAmount(row.classified ? '' : (textIn(row, 'result') ?? ''));
      if (goal === null || result === null || goal.fen === 0) {
        yield notApplicable;
        continue;
      }
      if (agrees(goal, result.fen, options.tolerance)) {
        yield pass;
        continue;
      }
      const { unit } = goal;
      const gap = result.fen - goal.fen;
      yield fail(row, ['result', 'goal'], {
        message: 'differs',
        args: {
          goal: inUnit(goal.fen, unit),
          result: inUnit(result.fen, unit),
          unit,
          rate: percentOf(result.fen, goal.fen),
          difference: inUnit(Math.abs(gap), unit),
        },
        value: inUnit(result.fen, unit),
        expected: inUnit(goal.fen, unit),
        difference: inUnit(gap, unit),
        tolerance: percent(options.tolerance),
        atStake: Math.abs(gap),
      });
    }
  },
});

/** The amount of a text that names one, however often; null when it names none or several: which is which is not said. */
function onlyAmount(text: string): AmountInText | null {
  const amounts = amountsInText(text);
  const [first] = amounts;
  return first !== undefined && amounts.every(({ fen }) => fen === first.fen) ? first : null;
}

function agrees(goal: AmountInText, result: Fen, tolerance: number): boolean {
  if (goal.bound === '≥' && result >= goal.fen) return true;
  if (goal.bound === '≤' && result <= goal.fen) return true;
  return Math.abs(result - goal.fen) <= tolerance * goal.fen + 1e-6;
}
