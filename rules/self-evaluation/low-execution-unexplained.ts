import { z } from 'zod';
import { reasonOfWords, saysNothing } from '../../pipeline/model/explanation.ts';
import { inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { readsAsShare } from '../../pipeline/model/spending.ts';
import { amountOf, placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZP-09: a project that spent less than nine tenths of its budget says why. */
export const lowExecutionUnexplained = defineRule({
  meta: {
    id: 'ZP-09',
    name: 'low-execution-unexplained',
    title: { zh: '执行率偏低未说明', en: 'Low execution unexplained' },
    group: 'self-evaluation',
    scope: 'table',
    needs: ['T06'],
    severity: 'warning',
    basis: {
      source: '四川公开的项目支出绩效自评表填表说明（执行率低于90%须说明原因，100字以内）',
      why: {
        zh: '执行率低于 90% 的项目须说明原因，供下年安排预算参考。',
        en: 'A project that leaves a tenth of its budget says why, for next year’s budget.',
      },
    },
    options: z.object({
      below: z.number().min(0).max(1).default(0.9).register(meaning, {
        unit: 'share',
        zh: '执行率低于此值，须说明原因',
        en: 'execution rate below which a reason is due',
      }),
    }),
    messages: {
      unexplained: {
        zh: '全年执行数 {spent}、预算数 {budget} {unit}，执行率 {rate} 低于 {limit}，未说明原因。',
        en: '{spent} of {budget} ({unit}) is spent: an execution rate of {rate} is below {limit}, and no reason is given.',
        clears: {
          zh: '在原因栏说明执行率偏低的原因（100字以内）。',
          en: 'Give the reason in its column (at most 100 characters).',
        },
      },
    },
  },

  *check({ submission, options }) {
    const total = submission.form.classified ? null : fundsTotal(submission.tables.funds);
    const budget = total === null ? null : amountOf(total, 'adjustedBudget');
    const spent = total === null ? null : amountOf(total, 'executed');
    if (total === null || total.classified || (budget !== null && budget <= 0)) {
      yield notApplicable;
      return;
    }
    if (budget === null || spent === null) {
      yield undecidable(total, budget === null ? 'adjustedBudget' : 'executed');
      return;
    }
    const { rows, totals } = submission.tables.funds;
    // A reason may stand beside the part of the money that was not spent.
    const isExplained =
      [...rows, ...totals].some((row) => !saysNothing(textIn(row, 'reason'))) ||
      explainsExecution(wordsOf(submission));
    if (readsAsShare(spent, budget, options.below) || isExplained) {
      yield pass;
      return;
    }
    if (!total.source.columns.has('reason')) {
      yield undecidable(total, 'reason');
      return;
    }
    const unit = unitOf(total, 'executed');
    const rate = percentOf(spent, budget);
    yield failAt(
      [placeOf(total, 'reason'), placeOf(total, 'executed'), placeOf(total, 'adjustedBudget')],
      {
        message: 'unexplained',
        args: {
          spent: inUnit(spent, unit),
          budget: inUnit(budget, unit),
          unit,
          rate,
          limit: percent(options.below, 0),
        },
        value: rate,
        threshold: percent(options.below, 0),
        atStake: budget - spent,
        trace: `${term(total, 'executed')} ÷ ${term(total, 'adjustedBudget')} = ${rate}`,
      },
      projectOf(submission.form),
    );
  },
});

/** Forms without a column for the reason explain it among problems and conclusions. */
function wordsOf({ form }: { readonly form: Parameters<typeof textIn>[0] }): string {
  return ['conclusion', 'problems', 'remedies'].map((field) => textIn(form, field) ?? '').join(' ');
}

/** Whether words speak of money not spent and say why: 预算执行率良好 does not. */
function explainsExecution(words: string): boolean {
  const speaksOfIt = /执行率|预算执行|支出进度|结余|结转|未支[出付]/.test(words);
  return speaksOfIt && (reasonOfWords(words) !== null || /因|由于|受|未能|尚未|结余|结转/.test(words));
}
