import type { Fen } from './money.ts';
import { monthOf, type Period } from './period.ts';
import { amountOf, type Row } from './submission.ts';

/**
 * An amount of a row and the fields it was taken from: itself, or the parts it is the sum of when its own column is
 * not on the sheet.
 */
export interface Figure {
  readonly fen: Fen | null;
  /** The fields it rests on, first to last; when `fen` is null, the one that is wanting. */
  readonly fields: readonly [string, ...string[]];
}

/** The four amounts every question about spending is asked of (practice: B, R, CP, E). */
export interface Spending {
  /** Revised budget of the year (调整后预算). */
  readonly budget: Figure;
  /** Allotments released so far (已下达指标). */
  readonly released: Figure;
  /** Planned to be spent by the end of the period (累计计划). */
  readonly planned: Figure;
  /** Spent by the end of the period (累计支出). */
  readonly spent: Figure;
}

/** A dozen rules ask the same of every row: it is read once. */
const known = new WeakMap<Row, { readonly period: Period; readonly spending: Spending }>();

/** Reads the spending of a row of T01 or T03, whichever of its layouts the sheet uses. */
export function spendingOf(row: Row, period: Period): Spending {
  const before = known.get(row);
  if (before?.period === period) return before.spending;
  const month = monthOf(period);
  const spending = {
    budget: own(row, 'adjustedBudget'),
    released: own(row, 'released'),
    planned: ownOrSum(row, 'cumPlan', 'planM', month),
    spent: ownOrSum(row, 'cumActual', 'actualM', month),
  };
  known.set(row, { period, spending });
  return spending;
}

const afterJanuary = Array.from({ length: 11 }, (_, index) => String(index + 2).padStart(2, '0'));

function own(row: Row, field: string): Figure {
  return { fen: amountOf(row, field), fields: [field] };
}

/**
 * A column of its own counts even when its cell is blank; only where there is no column the parts are added up. A blank
 * month among filled ones is a month without money; a row of blanks, or a cell that could not be read, gives no sum.
 */
function ownOrSum(row: Row, field: string, prefix: 'planM' | 'actualM', month: number): Figure {
  const { columns } = row.source;
  if (columns.has(field)) return own(row, field);
  const january = `${prefix}01`;
  const parts: Figure['fields'] = [january, ...afterJanuary.slice(0, month - 1).map((one) => prefix + one)];
  if (!parts.some((part) => columns.has(part))) return own(row, field);
  let sum = 0;
  let filled = 0;
  for (const part of parts) {
    const fen = amountOf(row, part);
    const gap = row.gaps[part];
    if (fen === null && gap !== undefined && gap !== 'blank' && gap !== 'placeholder')
      return { fen: null, fields: [part] };
    if (fen !== null) filled += 1;
    sum += fen ?? 0;
  }
  return filled === 0 ? { fen: null, fields: [january] } : { fen: sum, fields: parts };
}

/** How far spending has come: the three rates that are often confused, and the gap to time progress. */
export interface Progress {
  /** Spent over budget (预算执行率); null when the budget is zero or unknown. */
  readonly rate: number | null;
  /** Spent over released (指标执行率). */
  readonly allotmentRate: number | null;
  /** Released over budget (下达率). */
  readonly releaseRate: number | null;
  /** (spent − plan) over plan (差异率). */
  readonly variance: number | null;
  /** Rate minus time progress; negative is behind. */
  readonly gap: number | null;
  readonly lamp: Lamp | null;
}

/** Lamps of progress; blue is for indicators far above target. */
export type Lamp = 'red' | 'yellow' | 'green' | 'blue';

/** Lamp thresholds on rate over time progress: below the first red, below the second yellow. */
export interface LampThresholds {
  readonly red: number;
  readonly yellow: number;
}

/** The rates of a project or of a sum of projects; those that cannot be made are null. */
export function progressOf(
  amounts: {
    readonly budget: Fen | null;
    readonly released: Fen | null;
    readonly planned: Fen | null;
    readonly spent: Fen | null;
  },
  timeProgress: number,
  lamps: LampThresholds,
): Progress {
  const { budget, released, planned, spent } = amounts;
  const rate = ratio(spent, budget);
  return {
    rate,
    allotmentRate: ratio(spent, released),
    releaseRate: ratio(released, budget),
    variance: planned === null || spent === null ? null : ratio(spent - planned, planned),
    gap: rate === null ? null : rate - timeProgress,
    lamp: rate === null ? null : lampOf(rate, timeProgress, lamps),
  };
}

/**
 * A rate as people read it, to a hundredth of a percent: half of 123.45 spent to the cent is 50.00 %, not a shade less,
 * and a twelfth of the year is 8.33 %.
 */
export function asShown(rate: number): number {
  return Math.round(rate * 1e4 + 1e-9) / 1e4;
}

/** How far one rate is above another, of the two as people read them: what is printed side by side must subtract. */
export function gapAsShown(rate: number, other: number): number {
  return asShown(rate) - asShown(other);
}

/** Whether a part is at least a share of a whole, by the rate as people read it. */
export function readsAsShare(part: Fen, whole: Fen, share: number): boolean {
  return asShown(part / whole) >= asShown(share) - 1e-9;
}

/** Whether a part is more than a share of a whole, by the rate as people read it: 10.00 % is not above 10 %. */
export function readsAboveShare(part: Fen, whole: Fen, share: number): boolean {
  return asShown(part / whole) > asShown(share) + 1e-9;
}

/** The lamp of an execution rate against time progress. */
export function lampOf(rate: number, timeProgress: number, { red, yellow }: LampThresholds): Lamp {
  const attainment = attainmentOf(rate, timeProgress);
  // A billionth forgives binary fractions: 0.3/0.5 is meant to be 0.6.
  if (attainment < red - 1e-9) return 'red';
  return attainment < yellow - 1e-9 ? 'yellow' : 'green';
}

/** Execution rate over time progress (进度达成度), as it reads: 1 is on time, as is a rate that reads the same. */
function attainmentOf(rate: number, timeProgress: number): number {
  const attainment = asShown(rate / timeProgress);
  return asShown(rate) >= asShown(timeProgress) ? Math.max(1, attainment) : attainment;
}

function ratio(part: Fen | null, whole: Fen | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
