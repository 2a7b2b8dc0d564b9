import { z } from 'zod';
import { agreement, type Fen, inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { readsAboveShare } from '../../pipeline/model/spending.ts';
import { amountOf, gapOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import { sumOf } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, type Severity, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/** BUD-11: how far the budgets of all projects together were revised since the beginning of the year. */
export const budgetRevised = defineRule({
  meta: {
    id: 'BUD-11',
    name: 'budget-revised',
    title: { zh: '预算调整率过大', en: 'Budget revised too much' },
    group: 'budget',
    scope: 'table',
    needs: ['T01'],
    severity: 'warning',
    basis: {
      source: '公开的部门整体绩效评价指标（预算调整率 0/10/20/30 分档）',
      why: {
        zh: '预算调整率反映年初预算编制的准确程度。',
        en: 'How much is revised shows how well the original budget was drawn up.',
      },
    },
    options: z
      .object({
        noticeAbove: z.number().min(0).default(0.1).register(meaning, {
          unit: 'share',
          zh: '预算调整率超过此值，作提示',
          en: 'revision of the original budget above which it is a notice',
        }),
        warnAbove: z.number().min(0).default(0.2).register(meaning, {
          unit: 'share',
          zh: '预算调整率超过此值，须说明',
          en: 'revision of the original budget above which it is a warning',
        }),
        errorAbove: z.number().min(0).default(0.3).register(meaning, {
          unit: 'share',
          zh: '预算调整率超过此值，为错误',
          en: 'revision of the original budget above which it is an error',
        }),
      })
      .check(rising('noticeAbove', 'warnAbove', 'errorAbove')),
    messages: {
      revised: {
        zh: '项目年初预算合计 {initial} {unit}，调整后 {adjusted} {unit}，调整率 {rate}，超过 {limit}。',
        en: 'The original budgets of {initial} were revised to {adjusted} ({unit}): {rate}, beyond {limit}.',
        clears: {
          zh: '核对追加追减并附调整文件；属上级转移支付追加的请注明。',
          en: 'Check the increases and cuts and attach their documents; say which came as transfers.',
        },
      },
    },
  },

  *check({ submission, options }) {
    const { columns } = submission.tables.projects;
    const rows: readonly Row[] = submission.tables.projects.rows.filter(isRevisionSound);
    if (rows.length === 0 || !columns.has('initialBudget')) {
      yield notApplicable;
      return;
    }
    const unread = rows.flatMap((row) => wanting(row) ?? [])[0];
    if (unread !== undefined) {
      yield undecidable(unread.row, unread.field);
      return;
    }
    const initial = rows.reduce((sum, row) => sum + (initialOf(row) ?? 0), 0);
    const adjusted = sumUp(rows, 'adjustedBudget');
    const severity = tier(initial, adjusted, options);
    if (initial <= 0) {
      yield notApplicable;
      return;
    }
    if (severity === null) {
      yield pass;
      return;
    }
    const unit = unitOf(rows[0] ?? submission.form, 'adjustedBudget');
    const limit = { notice: options.noticeAbove, warning: options.warnAbove, error: options.errorAbove }[
      severity
    ];
    // The projects that were revised most say where to look.
    const most = rows.toSorted((one, other) => revision(other) - revision(one)).slice(0, 3);
    yield failAt(
      most.map((row) => placeOf(row, 'adjustedBudget')),
      {
        message: 'revised',
        args: {
          initial: inUnit(initial, unit),
          adjusted: inUnit(adjusted, unit),
          rate: percentOf(adjusted - initial, initial),
          limit: percent(limit, 0),
          unit,
        },
        severity,
        value: percentOf(adjusted - initial, initial),
        threshold: [options.noticeAbove, options.warnAbove, options.errorAbove]
          .map((one) => percent(one, 0))
          .join(' / '),
        difference: inUnit(adjusted - initial, unit),
        atStake: Math.abs(adjusted - initial),
        trace: `(${sumOf(rows, 'adjustedBudget')} ${inUnit(adjusted, unit)}) ÷ (${sumOf(rows, 'initialBudget')} ${inUnit(initial, unit)}) = ${percentOf(adjusted, initial)}`,
      },
    );
  },
});

function tier(
  initial: Fen,
  adjusted: Fen,
  limits: { readonly noticeAbove: number; readonly warnAbove: number; readonly errorAbove: number },
): Severity | null {
  const isAbove = (limit: number) => readsAboveShare(Math.abs(adjusted - initial), initial, limit);
  if (isAbove(limits.errorAbove)) return 'error';
  if (isAbove(limits.warnAbove)) return 'warning';
  return isAbove(limits.noticeAbove) ? 'notice' : null;
}

/**
 * A budget of zero, or one that its own increases and cuts do not explain, is a mistake that rules PRG-18 and PRG-14
 * name: the project is left out.
 */
function isRevisionSound(row: Row): boolean {
  const budget = amountOf(row, 'adjustedBudget');
  const [add, cut] = [amountOf(row, 'budgetAdd'), amountOf(row, 'budgetCut')];
  if (budget === null) return true;
  if (add === null && cut === null) return budget > 0;
  const expected = (amountOf(row, 'initialBudget') ?? 0) + (add ?? 0) - Math.abs(cut ?? 0);
  const isBlank = amountOf(row, 'initialBudget') === null && initialOf(row) === null;
  return isBlank || agreement(expected, budget, 3, unitOf(row, 'adjustedBudget')) !== 'wrong';
}

/** A project added in the year has no original budget: what was added is all it has. */
function initialOf(row: Row): Fen | null {
  const initial = amountOf(row, 'initialBudget');
  if (initial !== null) return initial;
  const [add, budget] = [amountOf(row, 'budgetAdd'), amountOf(row, 'adjustedBudget')];
  return add !== null && add > 0 && add === budget ? 0 : null;
}

function wanting(row: Row): { readonly row: Row; readonly field: string } | null {
  if (amountOf(row, 'adjustedBudget') === null) return { row, field: 'adjustedBudget' };
  if (initialOf(row) !== null || gapOf(row, 'initialBudget') === 'absent') return null;
  return { row, field: 'initialBudget' };
}

function revision(row: Row): Fen {
  return Math.abs((amountOf(row, 'adjustedBudget') ?? 0) - (initialOf(row) ?? 0));
}
