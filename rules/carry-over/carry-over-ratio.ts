import { z } from 'zod';
import { type Fen, inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import { readsAboveShare } from '../../pipeline/model/spending.ts';
import { placeOf, type Row, type Table, unitOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { leftOver } from './left-over.ts';

/** JZ-06: little of the budget is left over, and no larger a part than the year before. */
export const carryOverRatio = defineRule({
  meta: {
    id: 'JZ-06',
    name: 'carry-over-ratio',
    title: { zh: '结转结余率高或较上年上升', en: 'Too much left over, or more than last year' },
    group: 'carry-over',
    scope: 'table',
    needs: ['T16'],
    severity: 'warning',
    basis: {
      source: '公开的部门整体绩效评价指标（资金结余不超上年）；10%界限为本工具默认（可在参数中调整）',
      why: {
        zh: '结转结余率高说明预算安排偏松或执行慢，是下年压减预算的依据。',
        en: 'A large part left over means a loose budget or slow spending, and may cost next year’s.',
      },
    },
    options: z.object({
      above: z.number().min(0).default(0.1).register(meaning, {
        unit: 'share',
        zh: '结转结余占预算超过此值，须说明',
        en: 'share of the budget above which too much is left over',
      }),
    }),
    messages: {
      high: {
        zh: '结转结余率 {rate}（结转结余 {left} {unit}，预算 {budget} {unit}），超过 {limit}。',
        en: '{rate} is left over ({left} of {budget}, {unit}), above {limit}.',
        clears: {
          zh: '说明结转结余原因，提出收回或调剂意见；金额填错的请更正。',
          en: 'Say why, and propose what to return or reallocate; or correct the amounts.',
        },
      },
      rising: {
        zh: '结转结余率 {rate}（结转结余 {left} {unit}，预算 {budget} {unit}），高于上年 {last}。',
        en: '{rate} is left over ({left} of {budget}, {unit}), more than last year ({last}).',
        clears: {
          zh: '说明较上年上升的原因，提出收回或调剂意见；金额填错的请更正。',
          en: 'Say why it rose, and propose what to return or reallocate; or correct the amounts.',
        },
      },
    },
  },

  *check({ submission, options, period }) {
    const table = submission.tables.balances;
    // What is not spent of the current year's budget is left over only when the year is.
    const isClosed = ({ values }: (typeof table.rows)[number]) =>
      monthOf(period) === 12 || (values.originYear ?? yearOf(period)) < yearOf(period);
    const rows = table.rows.filter(isClosed);
    const lefts = rows.map((row) => ({ row, left: leftOver(row), budget: row.values.budget }));
    const judged = lefts.filter(({ row, left }) => !(row.classified && left === null));
    if (judged.length === 0 || !table.columns.has('budget')) {
      yield notApplicable;
      return;
    }
    let [left, budget]: [Fen, Fen] = [0, 0];
    for (const one of judged) {
      if (typeof one.left === 'string' || one.budget === null) {
        yield undecidable(one.row, typeof one.left === 'string' ? one.left : 'budget');
        return;
      }
      left += fenOf(one.left);
      budget += one.budget;
    }
    // The project that leaves the most says where to look.
    const first = judged.toSorted((one, other) => fenOf(other.left) - fenOf(one.left))[0];
    if (budget <= 0 || first === undefined) {
      yield notApplicable;
      return;
    }
    const last = lastRatio(table);
    const isHigh = readsAboveShare(left, budget, options.above);
    if (!isHigh && (last === null || !readsAboveShare(left, budget, last.rate))) {
      yield pass;
      return;
    }
    const field = first.left !== null && typeof first.left === 'object' ? first.left.fields[0] : 'budget';
    const unit = unitOf(first.row, field);
    const limit = isHigh || last === null ? options.above : last.rate;
    yield failAt(
      [
        placeOf(first.row, field),
        placeOf(first.row, 'budget'),
        ...(isHigh || last === null ? [] : [placeOf(last.row, 'lastRatio')]),
      ],
      {
        message: isHigh ? 'high' : 'rising',
        args: {
          rate: percentOf(left, budget),
          left: inUnit(left, unit),
          budget: inUnit(budget, unit),
          limit: percent(options.above, 0),
          last: last === null ? '—' : percent(last.rate),
          unit,
        },
        value: percentOf(left, budget),
        threshold: percent(limit),
        atStake: Math.ceil(left - limit * budget - 1e-6),
        trace: `${inUnit(left, unit)} ÷ ${inUnit(budget, unit)} = ${percentOf(left, budget)}`,
      },
    );
  },
});

function fenOf(left: ReturnType<typeof leftOver>): Fen {
  return typeof left === 'object' && left !== null ? left.fen : 0;
}

/** Last year's ratio of the whole unit: in the total row, or the same in every row that gives one. */
function lastRatio({ rows, totals }: Table): { readonly row: Row; readonly rate: number } | null {
  const given = [...totals, ...rows].flatMap((row) => {
    const rate = row.values.lastRatio;
    return typeof rate === 'number' ? [{ row, rate }] : [];
  });
  const [first] = given;
  if (first === undefined) return null;
  return totals.includes(first.row) || given.every(({ rate }) => rate === first.rate) ? first : null;
}
