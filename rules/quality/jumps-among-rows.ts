import { isComparable } from '../../pipeline/model/comparable.ts';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { isMagnitudeJump } from '../../pipeline/model/magnitude.ts';
import type { Period } from '../../pipeline/model/period.ts';
import { isSameProject, projectIndex } from '../../pipeline/model/project-key.ts';
import { spendingOf } from '../../pipeline/model/spending.ts';
import { projectOf, type Row, type Submission } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import type { Fail } from '../../pipeline/model/verdict.ts';
import { templateTitle } from '../../pipeline/templates/template-title.ts';
import { bySize, type Jump, named } from './named-amount.ts';
import { amountsIn, type JumpOptions, rowsOf } from './sized-amounts.ts';

/** What one way of comparing found: how many rows it could compare, and what with. */
export interface Compared {
  readonly compared: number;
  readonly jumps: readonly Jump[];
  readonly against: Text;
}

/** What rows may be compared with. */
export interface Comparison {
  readonly dossier: Dossier;
  readonly submission: Submission;
  readonly rows: readonly Row[];
  /** Rows of any table of the unit of which something was said. */
  readonly found: ReadonlyMap<Row, Fail | null>;
  readonly period: Period;
  readonly options: JumpOptions;
}

/** Budgets against those of the month before. */
export function withMonthBefore({ dossier, submission, rows, period, options }: Comparison): Compared {
  const against = { zh: '上期预算', en: "last month's budget" };
  const budgets = budgetsBefore(dossier, submission);
  if (budgets.length === 0) return { compared: 0, jumps: [], against };
  const before = projectIndex(budgets, ({ project }) => project);
  let compared = 0;
  const jumps: Jump[] = [];
  for (const row of rows) {
    const project = projectOf(row);
    const known = project === null ? [] : before.of(project);
    const budget = spendingOf(row, period).budget;
    const was = known.length === 1 ? (known[0]?.budget ?? null) : null;
    if (budget.fen === null || was === null) continue;
    compared += 1;
    if (!isMagnitudeJump(budget.fen, was, options)) continue;
    const own = named(row, 'adjustedBudget', budget.fen);
    const [larger, smaller] = bySize(own, { ...own, fen: was, name: against, place: null });
    jumps.push({ row, larger, smaller });
  }
  return { compared, jumps, against };
}

/** Budgets of the previous run or, without one, of the sheet of the month before in the same workbook. */
function budgetsBefore({ previous }: Dossier, { template, history }: Submission) {
  if (template.id !== 'T01' && template.id !== 'T03') return [];
  if (previous !== null)
    return previous.projects.map(({ code, name, budget }) => ({ project: { code, name }, budget }));
  const earlier = history[0];
  return (earlier?.tables.projects?.rows ?? []).flatMap((row) => {
    const project = projectOf(row);
    if (project === null || earlier === undefined) return [];
    return [{ project, budget: spendingOf(row, earlier.period.period).budget.fen }];
  });
}

/** A row of the monitoring list against the same project of the monthly schedule. */
export function withOtherTable({ dossier, submission, rows, found, period, options }: Comparison): Compared {
  const other = dossier.submissions.find(({ template }) => template.id === 'T01');
  const against = templateTitle('T01');
  if (
    submission.template.id !== 'T03' ||
    other === undefined ||
    !isComparable(submission) ||
    !isComparable(other)
  )
    return { compared: 0, jumps: [], against };
  const scheduled = projectIndex(rowsOf(other), projectOf);
  let compared = 0;
  const jumps: Jump[] = [];
  for (const row of rows) {
    const project = projectOf(row);
    const same = project === null ? [] : scheduled.of(project);
    const theirs = same.length === 1 ? same[0] : undefined;
    if (theirs === undefined || theirs.classified || found.has(theirs)) continue;
    compared += 1;
    const fields = new Map(amountsIn(theirs, other, period).map((amount) => [amount.field, amount]));
    for (const own of amountsIn(row, submission, period)) {
      const their = fields.get(own.field);
      if (their === undefined || !isMagnitudeJump(own.fen, their.fen, options)) continue;
      const scheduledAmount = named(theirs, their.field, their.fen);
      const { zh, en } = scheduledAmount.name;
      const name = { zh: `${against.zh}${zh}`, en: `${en} of the schedule` };
      const [larger, smaller] = bySize(named(row, own.field, own.fen), { ...scheduledAmount, name });
      jumps.push({ row, larger, smaller });
      break;
    }
  }
  return { compared, jumps, against };
}

/**
 * A whole row typed in 元: its budget is ten thousand times the middle one of the others, stands far above all of them,
 * and is large for any project. Of an even number both in the middle must say so: beside a small project and a tiny one
 * a capital project is ordinary. One whose budget the previous run knows was held against that, the nearer evidence.
 */
export function withColumn({ dossier, submission, rows, period, options }: Comparison): Compared {
  const against = { zh: '同列其他项目', en: 'the other projects' };
  if (submission.template.id !== 'T01' && submission.template.id !== 'T03')
    return { compared: 0, jumps: [], against };
  const budgets = rows.flatMap((row) => {
    const [base] = amountsIn(row, submission, period);
    return base === undefined ? [] : [{ row, base }];
  });
  const ordered = budgets.toSorted((one, other) => other.base.fen - one.base.fen);
  const [largest, next, ...rest] = ordered;
  if (
    ordered.length < options.peers ||
    largest === undefined ||
    next === undefined ||
    largest.base.fen < options.largeBudget ||
    largest.base.fen < 500 * next.base.fen ||
    isKnownBefore(largest.row, dossier)
  )
    return { compared: ordered.length, jumps: [], against };
  const others = [next, ...rest];
  const upper = others[Math.floor((others.length - 1) / 2)] ?? next;
  const lower = others[Math.ceil((others.length - 1) / 2)] ?? next;
  if (![upper, lower].every(({ base }) => isMagnitudeJump(largest.base.fen, base.fen, options)))
    return { compared: ordered.length, jumps: [], against };
  const name = { zh: '同列中位数', en: 'the middle one of the column' };
  const larger = named(largest.row, largest.base.field, largest.base.fen);
  const middle = { ...named(upper.row, upper.base.field, upper.base.fen), name };
  const smaller =
    upper.base.fen === lower.base.fen
      ? middle
      : { ...middle, fen: Math.round((upper.base.fen + lower.base.fen) / 2), place: null };
  return { compared: ordered.length, jumps: [{ row: largest.row, larger, smaller }], against };
}

/** Whether the previous run knows the budget of a project. What was mistaken then is not known. */
function isKnownBefore(row: Row, { previous }: Dossier): boolean {
  const project = projectOf(row);
  return (previous?.projects ?? []).some((one) => one.budget !== null && isSameProject(one, project));
}
