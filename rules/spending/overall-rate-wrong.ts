import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import { percent, percentOf, points } from '../../pipeline/model/money.ts';
import { monthOf, type Period, yearOf } from '../../pipeline/model/period.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { gapAsShown, type Spending, spendingOf } from '../../pipeline/model/spending.ts';
import { placeOf, type Row } from '../../pipeline/model/submission.ts';
import { sumOf } from '../../pipeline/model/trace.ts';
import {
  failAt,
  notApplicable,
  pass,
  undecidable,
  undecidableAt,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/**
 * PRG-17: the overall progress of a unit is all its spending over all its budget, not the mean of its projects' rates.
 * It is stated in the total rows of the schedule and of the monitoring list, and at the end of the year in the annual
 * report.
 */
export const overallRateWrong = defineRule({
  meta: {
    id: 'PRG-17',
    name: 'overall-rate-wrong',
    title: { zh: '整体支出进度计算错误', en: 'Overall execution rate is wrong' },
    group: 'spending',
    scope: 'unit',
    needs: ['T01', 'T03', 'T19'],
    severity: 'warning',
    basis: {
      source:
        '年度绩效管理自评报告中“项目整体支出进度”的口径（支出合计÷调整后预算合计）；允许误差为本工具默认（可在参数中调整）',
      why: {
        zh: '整体进度应按金额合计计算，按各项目进度平均会偏高或偏低。',
        en: 'Overall progress is a ratio of sums; a mean of rates comes out too high or too low.',
      },
    },
    options: z.object({
      tolerance: z.number().min(0).default(0.0005).register(meaning, {
        unit: 'points',
        zh: '填报的支出进度与计算值允许的差',
        en: 'difference allowed between the stated and the computed rate',
      }),
    }),
    messages: {
      wrong: {
        zh: '整体支出进度填报 {stated}，按支出合计除以调整后预算合计应为 {expected}，相差 {difference} 个百分点。',
        en: 'Overall progress is given as {stated}; all spending over all budget is {expected}: {difference} points apart.',
        clears: {
          zh: '将整体支出进度改为 {expected}，或更正各项目的支出、预算。',
          en: 'Change it to {expected}, or correct spending and budget of the projects.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    const schedule = listOfProjects(dossier, 'T01');
    const monitored = listOfProjects(dossier, 'T03');
    // The annual report is held against the schedule, and against the monitoring list where there is none.
    const fullest = schedule.rows.length > 0 ? schedule : monitored;
    for (const list of [schedule, monitored]) {
      const report = list === fullest ? inReport(dossier, period) : [];
      yield* judged(list, [...inTotals(list.totals, period, options.tolerance), ...report], period, options);
    }
  },
});

interface ProjectList {
  readonly template: 'T01' | 'T03';
  readonly rows: readonly Row[];
  readonly totals: readonly Row[];
}

function listOfProjects(dossier: Dossier, template: ProjectList['template']): ProjectList {
  const tables = dossier.submissions
    .filter((submission) => submission.template.id === template)
    .flatMap((submission) => submission.tables.projects ?? []);
  return {
    template,
    rows: tables.flatMap(({ rows }) => rows),
    totals: tables.flatMap(({ totals }) => totals),
  };
}

function* judged(
  { template, rows }: ProjectList,
  claims: readonly Claim[],
  period: Period,
  { tolerance }: { readonly tolerance: number },
): Generator<Verdict> {
  const [first] = rows;
  if (claims.length === 0 || first === undefined) {
    yield notApplicable;
    return;
  }
  const wanting = wantingIn(rows, period);
  if (wanting !== null) {
    yield wanting;
    return;
  }
  const budget = sum(rows, period, 'budget');
  const spent = sum(rows, period, 'spent');
  for (const { stated, place, doubtful } of claims) {
    if (budget <= 0) {
      yield notApplicable;
      continue;
    }
    const gap = gapAsShown(stated, spent / budget);
    if (Math.abs(gap) <= tolerance + 1e-9) {
      yield pass;
      continue;
    }
    // The rate is right for the totals it stands beside: one of those is wrong, and DQ-12 says so.
    if (doubtful !== null) {
      yield undecidableAt(doubtful, 'doubtful');
      continue;
    }
    const expected = percentOf(spent, budget);
    const difference = points(gap);
    yield failAt([place], {
      message: 'wrong',
      args: { stated: percent(stated), expected, difference },
      measure: [template === 'T01' ? '' : template, place.label ?? ''].join(' ').trim(),
      value: percent(stated),
      expected,
      difference,
      tolerance: points(tolerance),
      trace: `${sumOf(rows, spendingOf(first, period).spent.fields[0])} ÷ ${sumOf(rows, 'adjustedBudget')} = ${expected}`,
    });
  }
}

interface Claim {
  readonly stated: number;
  readonly place: Place;
  /** The total that the rate was worked out from, where it agrees with the totals of its own row. */
  readonly doubtful: Place | null;
}

function inTotals(totals: readonly Row[], period: Period, tolerance: number): Claim[] {
  return totals.flatMap((row) => {
    const { execRate } = row.values;
    if (typeof execRate !== 'number') return [];
    const { budget, spent } = spendingOf(row, period);
    const own = budget.fen === null || spent.fen === null || budget.fen === 0 ? null : spent.fen / budget.fen;
    const isOwn = own !== null && Math.abs(gapAsShown(execRate, own)) <= tolerance + 1e-9;
    return [
      {
        stated: execRate,
        place: placeOf(row, 'execRate'),
        doubtful: isOwn ? placeOf(row, spent.fields[0]) : null,
      },
    ];
  });
}

/** The annual report speaks of the whole year: it can be held against the figures of December alone. */
function inReport(dossier: Dossier, period: Period): Claim[] {
  if (monthOf(period) !== 12) return [];
  return factsAbout(factsOf(dossier), 'overallRate', yearOf(period)).flatMap(({ row, number }) =>
    number === null ? [] : [{ stated: number / 100, place: placeOf(row, 'value'), doubtful: null }],
  );
}

function wantingIn(rows: readonly Row[], period: Period) {
  for (const row of rows) {
    const { budget, spent } = spendingOf(row, period);
    const figure = budget.fen === null ? budget : spent.fen === null ? spent : null;
    if (figure !== null) return undecidable(row, figure.fields[0]);
  }
  return null;
}

function sum(rows: readonly Row[], period: Period, of: keyof Pick<Spending, 'budget' | 'spent'>): number {
  return rows.reduce((all, row) => all + (spendingOf(row, period)[of].fen ?? 0), 0);
}
