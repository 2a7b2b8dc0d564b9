import { z } from 'zod';
import { foldText } from '../../pipeline/model/label.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { amountOf, type Row, type Table, unitOf } from '../../pipeline/model/submission.ts';
import type { Fields } from '../../pipeline/model/template.ts';
import { fail, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** DQ-04: amounts below zero in columns that have no negative amounts by nature. */
export const negativeAmount = defineRule({
  meta: {
    id: 'DQ-04',
    name: 'negative-amount',
    title: { zh: '金额为负', en: 'Negative amount' },
    group: 'quality',
    scope: 'table',
    needs: [],
    severity: 'warning',
    basis: {
      source: '公开的预决算公开检查规则（金额不应为负）',
      why: {
        zh: '除追减、增减额外，负数多为红字冲销或录入错误，需要说明。',
        en: 'Apart from reductions and changes a negative amount is a reversal or a slip, and needs a word.',
      },
    },
    options: z.object({}),
    messages: {
      negative: {
        zh: '「{label}」为负数 {amount} {unit}，请确认是否红字冲销。',
        en: '"{label}" is negative, {amount} ({unit}); is it a reversal?',
        clears: {
          zh: '录入有误的改为正确金额；确属红字冲销或退款的，在备注中说明。',
          en: 'Correct the amount; if it is a reversal or refund, say so in the remark.',
        },
      },
    },
  },

  *check({ submission }) {
    const tables: readonly Table[] = Object.values(submission.tables);
    const { form, template } = submission;
    const parts: readonly Part[] = [
      ...tables.map(({ rows, ofWhich, fields, columns }) => ({
        rows: ofWhich.length === 0 ? rows : [...rows, ...ofWhich],
        fields,
        names: [...columns].flatMap(([name, { heading }]) =>
          netChange.test(foldText(heading)) ? [] : [name],
        ),
      })),
      { rows: [form], fields: template.form, names: Object.keys(template.form) },
    ];
    for (const { rows, fields, names } of parts) {
      const amounts = names.filter(
        (name) => fields[name]?.kind === 'amount' && fields[name].mayBeNegative !== true,
      );
      if (amounts.length === 0) continue;
      for (const row of rows) {
        if (row.classified) {
          yield notApplicable;
          continue;
        }
        const negative = amounts.filter((name) => (amountOf(row, name) ?? 0) < 0);
        if (negative.length === 0) yield pass;
        for (const field of negative) {
          const amount = amountOf(row, field) ?? 0;
          const unit = unitOf(row, field);
          yield fail(row, field, {
            message: 'negative',
            args: {
              label: { zh: fields[field]?.title.zh ?? field, en: fields[field]?.title.en ?? field },
              amount: inUnit(amount, unit),
              unit,
            },
            measure: `${submission.template.id} ${field}`,
            value: inUnit(amount, unit),
            atStake: -amount,
          });
        }
      }
    }
  },
});

/** A column of net changes of the budget: 预算/调整, 预算调整数. */
const netChange = /(?:^|\/)(?:预算)?(?:调整|调剂|增减)(?:数|额|金额)?$/;

/** A table or the form of a sheet, with the fields that are on it. */
interface Part {
  readonly rows: readonly Row[];
  readonly fields: Fields;
  readonly names: readonly string[];
}
