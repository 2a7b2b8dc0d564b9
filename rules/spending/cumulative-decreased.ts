import { z } from 'zod';
import { earlierMonths } from '../../pipeline/model/earlier-months.ts';
import { explained } from '../../pipeline/model/explanation.ts';
import { inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { spendingRows } from '../../pipeline/model/spending-rows.ts';
import { placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';

/** PRG-09: what was spent by a month stays spent: the cumulative figure does not fall within a year. */
export const cumulativeDecreased = defineRule({
  meta: {
    id: 'PRG-09',
    name: 'cumulative-decreased',
    title: { zh: '累计支出比上期减少', en: 'Cumulative spending decreased' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03'],
    severity: 'error',
    basis: {
      source: '月报通行做法（累计数逐月递增，退款、更正须说明）',
      why: {
        zh: '累计支出只会增加；减少说明有退款、更正，或某一期填错。',
        en: 'Cumulative spending only grows; a fall is a refund, a correction or a slip in one of the months.',
      },
    },
    options: z.object({}),
    messages: {
      decreased: {
        zh: '累计支出由{earlierMonth}月的 {before} {unit}降为本月的 {spent} {unit}，减少 {decrease} {unit}。',
        en: 'Cumulative spending fell from {before} in month {earlierMonth} to {spent} ({unit}): {decrease} less.',
        clears: {
          zh: '核对两期累计支出；确有退款或更正的，说明金额 {decrease} {unit}、日期和依据，否则将累计支出改为不少于 {before} {unit}。',
          en: 'Check both months; where money was refunded or corrected, say so for the {decrease} ({unit}), with date and document; otherwise give at least {before}.',
        },
      },
      rounding: {
        zh: '累计支出由{earlierMonth}月的 {before} {unit}变为 {spent} {unit}，少 {decrease} {unit}，在尾差 {tolerance} {unit}以内。',
        en: 'Cumulative spending went from {before} in month {earlierMonth} to {spent} ({unit}): {decrease} less, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ dossier, period }) {
    const earlierOf = earlierMonths(dossier);
    for (const row of spendingRows(dossier)) {
      const project = projectOf(row);
      const earlier = project === null ? null : earlierOf(project);
      if (earlier === null || row.classified) {
        yield notApplicable;
        continue;
      }
      const { spent } = spendingOf(row, period);
      const spentField = spent.fields[0];
      if (spent.fen === null) {
        yield undecidable(row, spentField);
        continue;
      }
      if (spent.fen >= earlier.spent) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, spentField);
      const decrease = earlier.spent - spent.fen;
      const tolerance = roundingTolerance(1, spent.fen, unit);
      const isRounding = decrease <= tolerance;
      const { source } = earlier;
      const before =
        source === null
          ? `${inUnit(earlier.spent, unit)} (${earlier.period})`
          : term(source.row, source.spent.fields, earlier.spent);
      yield failAt(
        [placeOf(row, spentField), ...(source === null ? [] : [placeOf(source.row, source.spent.fields[0])])],
        {
          message: isRounding ? 'rounding' : 'decreased',
          args: {
            earlierMonth: monthOf(earlier.period),
            before: inUnit(earlier.spent, unit),
            spent: inUnit(spent.fen, unit),
            decrease: inUnit(decrease, unit),
            tolerance: inUnit(tolerance, unit),
            unit,
          },
          severity: isRounding ? 'notice' : 'error',
          value: inUnit(spent.fen, unit),
          expected: `≥ ${inUnit(earlier.spent, unit)}`,
          difference: inUnit(-decrease, unit),
          tolerance: inUnit(tolerance, unit),
          atStake: decrease,
          trace: `${term(row, spent.fields, spent.fen)} ${minus} ${before} = ${inUnit(-decrease, unit)}`,
          ...explained(row),
        },
        project,
      );
    }
  },
});
