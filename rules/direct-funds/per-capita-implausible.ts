import { z } from 'zod';
import { fenPerUnit, inUnit } from '../../pipeline/model/money.ts';
import { term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZD-09: what each person or household gets is neither a trifle nor a fortune: a sign of a wrong unit. */
export const perCapitaImplausible = defineRule({
  meta: {
    id: 'ZD-09',
    name: 'per-capita-implausible',
    title: { zh: '直达资金人均补助异常', en: 'Amount per head implausible' },
    group: 'direct-funds',
    scope: 'table',
    needs: ['T10'],
    severity: 'notice',
    basis: {
      source:
        '预算绩效报告人工复核中发现的问题（0.0090万元补助2人，人均45元）；界限为本工具默认（可在参数中调整）',
      why: {
        zh: '人均补助过低或过高，常是金额单位或人数填错。',
        en: 'A very low or high amount per head is often a wrong unit or a wrong number of people.',
      },
    },
    options: z
      .object({
        low: z.number().int().min(0).default(10_000).register(meaning, {
          unit: 'fen',
          zh: '人均（户均）补助低于此数，提示核对',
          en: 'amount per person or household below which it is implausible',
        }),
        high: z.number().int().min(0).default(5_000_000).register(meaning, {
          unit: 'fen',
          zh: '人均（户均）补助高于此数，提示核对',
          en: 'amount per person or household above which it is implausible',
        }),
      })
      .check(rising('low', 'high')),
    messages: {
      implausible: {
        zh: '「{fund}」{amount} 元、{heads} 人（户），人均 {each} 元，{direction} {limit} 元，疑似金额单位或人数错误。',
        en: '"{fund}": {amount} yuan for {heads} persons or households is {each} each, {direction} {limit}: a wrong unit or number?',
        clears: {
          zh: '核对金额单位与补贴人数（户数）；无误的无须处理。',
          en: 'Check the unit of the amount and the number of people; nothing to do if both are right.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const row of submission.tables.funds.rows) {
      const { heads, released, spent } = row.values;
      if (row.classified || heads === null || heads <= 0) {
        yield notApplicable;
        continue;
      }
      const field = released === null ? 'spent' : 'released';
      const amount = released ?? spent;
      if (amount === null) {
        yield undecidable(row, 'released');
        continue;
      }
      const isLow = amount > 0 && amount < options.low * heads;
      const isHigh = amount > options.high * heads;
      if (!isLow && !isHigh) {
        yield amount > 0 ? pass : notApplicable;
        continue;
      }
      // Away from the limit: what is below 100 must not read as 100.00.
      const each = inUnit(isLow ? Math.floor(amount / heads) : Math.ceil(amount / heads), '元');
      const limit = isLow ? options.low : options.high;
      yield fail(row, [field, 'heads'], {
        message: 'implausible',
        args: {
          fund: row.values.fundName ?? '',
          amount: inUnit(amount, '元'),
          heads,
          each,
          direction: isLow ? { zh: '低于', en: 'below' } : { zh: '高于', en: 'above' },
          limit: inUnit(limit, '元'),
        },
        value: each,
        threshold: `${options.low / fenPerUnit.元}–${options.high / fenPerUnit.元}`,
        atStake: amount,
        trace: `${term(row, field)} ÷ ${heads}`,
      });
    }
  },
});
