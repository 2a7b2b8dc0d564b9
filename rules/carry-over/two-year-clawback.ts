import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { isUnread } from '../../pipeline/model/is-empty.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { yearOf } from '../../pipeline/model/period.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { leftOver } from './left-over.ts';
import { clawbackYears } from './thresholds.ts';

/** JZ-01: money that arose two years ago or earlier goes back to the treasury. */
export const twoYearClawback = defineRule({
  meta: {
    id: 'JZ-01',
    name: 'two-year-clawback',
    title: { zh: '结转满两年未收回', en: 'Carried over for two years and not returned' },
    group: 'carry-over',
    scope: 'table',
    needs: ['T16'],
    severity: 'error',
    basis: {
      source: '财预〔2015〕15号（连续两年未用完的结转资金作为结余资金收回）',
      why: {
        zh: '连续两年未用完的资金应由财政收回统筹使用，改变用途不重新起算。',
        en: 'Money not used for two years running returns to the treasury; a new purpose does not restart the clock.',
      },
    },
    options: z.object({
      years: clawbackYears,
    }),
    messages: {
      due: {
        zh: '「{name}」{origin} 年形成，结存 {left} {unit}，已满 {years} 年，应收回。',
        en: '"{name}": what arose in {origin}, {left} ({unit}), has been left for {years} years and is due back.',
        clears: {
          zh: '交回 {left} {unit}，填写收回金额和日期；形成年度填错的请更正。',
          en: 'Return {left} ({unit}) and enter amount and day, or correct the year.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    for (const row of submission.tables.balances.rows) {
      const { originYear, returned, projectName } = row.values;
      const left = leftOver(row);
      if (row.classified || left === null) {
        yield notApplicable;
        continue;
      }
      if (typeof left === 'string') {
        yield undecidable(row, left);
        continue;
      }
      const rest = left.fen - (returned ?? 0);
      const years = originYear === null ? null : yearOf(period) - originYear;
      if (rest <= 0 || (years !== null && years < options.years)) {
        yield pass;
        continue;
      }
      if (years === null || isUnread(row, 'returned')) {
        yield undecidable(row, years === null ? 'originYear' : 'returned');
        continue;
      }
      const [first] = left.fields;
      const unit = unitOf(row, first);
      yield fail(row, [...left.fields, 'originYear'], {
        message: 'due',
        args: {
          name: excerpt(projectName ?? ''),
          origin: originYear ?? '',
          left: inUnit(rest, unit),
          years,
          unit,
        },
        measure: String(originYear),
        value: inUnit(rest, unit),
        expected: inUnit(0, unit),
        threshold: `${options.years}`,
        atStake: rest,
        trace: `${left.fields.map((field) => term(row, field)).join(' + ')}${returned === null ? '' : ` ${minus} ${term(row, 'returned')}`} = ${inUnit(rest, unit)}`,
      });
    }
  },
});
