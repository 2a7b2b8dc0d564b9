import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { yearOf } from '../../pipeline/model/period.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { surplusOf } from './left-over.ts';
import { clawbackYears } from './thresholds.ts';

/** JZ-03: a surplus is returned in full. */
export const surplusNotReturned = defineRule({
  meta: {
    id: 'JZ-03',
    name: 'surplus-not-returned',
    title: { zh: '结余资金未足额上缴', en: 'Surplus not returned in full' },
    group: 'carry-over',
    scope: 'table',
    needs: ['T16'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中结转结余资金盘活要求（及时交回结余资金）',
      why: {
        zh: '项目完成后的结余资金应及时交回财政统筹使用。',
        en: 'What a finished project leaves goes back to be used elsewhere.',
      },
    },
    options: z.object({ years: clawbackYears }),
    messages: {
      owed: {
        zh: '「{name}」结余 {surplus} {unit}，已上缴 {returned} {unit}，尚欠 {owed} {unit}。',
        en: '"{name}": of a surplus of {surplus}, {returned} was returned ({unit}); {owed} is still owed.',
        clears: {
          zh: '交回 {owed} {unit}；已交回的，补填上缴金额和日期。',
          en: 'Return {owed} ({unit}), or enter what has been returned and when.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    for (const row of submission.tables.balances.rows) {
      const surplus = surplusOf(row);
      if (row.classified || surplus === null || !row.source.columns.has('returned')) {
        yield notApplicable;
        continue;
      }
      if (typeof surplus === 'string' || isUnread(row, 'returned')) {
        yield undecidable(row, typeof surplus === 'string' ? surplus : 'returned');
        continue;
      }
      const returned = row.values.returned ?? 0;
      const owed = surplus.fen - returned;
      const isDueAnyway = yearOf(period) - (row.values.originYear ?? yearOf(period)) >= options.years;
      // What is due back because of its age is said by JZ-01.
      if (surplus.fen <= 0 || (isDueAnyway && owed > 0)) {
        yield notApplicable;
        continue;
      }
      if (owed <= 0) {
        yield pass;
        continue;
      }
      const [field] = surplus.fields;
      const unit = unitOf(row, field);
      yield fail(row, ['returned', field], {
        message: 'owed',
        args: {
          name: excerpt(row.values.projectName ?? ''),
          surplus: inUnit(surplus.fen, unit),
          returned: inUnit(returned, unit),
          owed: inUnit(owed, unit),
          unit,
        },
        measure: String(row.values.originYear ?? ''),
        value: inUnit(returned, unit),
        expected: inUnit(surplus.fen, unit),
        difference: inUnit(-owed, unit),
        atStake: owed,
        trace: `${term(row, field)} ${minus} ${term(row, 'returned')} = ${inUnit(owed, unit)}`,
      });
    }
  },
});
