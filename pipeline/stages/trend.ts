import type { Dossier } from '../model/dossier.ts';
import { groupBy } from '../model/group-by.ts';
import { isSummed } from '../model/is-summed.ts';
import type { Fen } from '../model/money.ts';
import { monthOf, type Period, periodOf, yearOf } from '../model/period.ts';
import type { TrendPoint, UnitSummary } from '../model/report.ts';
import { type LampThresholds, lampOf, spendingOf } from '../model/spending.ts';
import { projectRows, spendingRows } from '../model/spending-rows.ts';
import { amountOf, type Row } from '../model/submission.ts';

/** What the trend of a report is put together from. */
export interface TrendParts extends Measure {
  readonly units: readonly UnitSummary[];
  /** What the units' sheets tell of earlier months. */
  readonly told: readonly TrendPoint[];
  /** What the previous run knew, its own month included. */
  readonly earlier: readonly TrendPoint[];
}

/** What progress is measured by. */
interface Measure {
  readonly period: Period;
  readonly timeProgress: number;
  readonly lamps: LampThresholds;
}

/**
 * How each unit's spending has come along over the months of the year, as far as anything tells: what earlier runs
 * reported, else what its sheets tell. Months without a rate are left out. By unit in the report's order, then by month.
 */
export function trendOf({ period, units, told, earlier, timeProgress, lamps }: TrendParts): TrendPoint[] {
  const reported = groupBy(
    earlier.filter((point) => point.period < period && yearOf(point.period) === yearOf(period)),
    ({ unit }) => unit,
  );
  const toldOf = groupBy(told, ({ unit }) => unit);
  return units.flatMap((unit) => {
    const points = new Map<Period, TrendPoint>();
    for (const point of reported.get(unit.unit) ?? [])
      points.set(point.period, { ...point, source: 'previous run' });
    const now = pointOf(unit.unit, unit, 'this run', { period, timeProgress, lamps });
    for (const point of [...(toldOf.get(unit.unit) ?? []), now])
      if (point.rate !== null && !points.has(point.period)) points.set(point.period, point);
    return [...points.values()].toSorted((one, other) => (one.period < other.period ? -1 : 1));
  });
}

/**
 * What a unit's sheets tell of the earlier months of the year: earlier months' sheets in its workbook, else its columns
 * of single months.
 */
export function monthsTold(
  dossier: Dossier,
  measure: {
    readonly period: Period;
    readonly timeProgress: (period: Period) => number;
    readonly lamps: LampThresholds;
  },
): TrendPoint[] {
  const points: TrendPoint[] = [];
  for (let month = 1; month < monthOf(measure.period); month += 1) {
    const period = periodOf(yearOf(measure.period), month);
    const by = { ...measure, period, timeProgress: measure.timeProgress(period) };
    const onSheets = onEarlierSheets(dossier, period);
    const inColumns = inMonthColumns(dossier, month);
    const told = [
      ...(onSheets === null ? [] : [pointOf(dossier.unit, onSheets, 'earlier sheet', by)]),
      ...(inColumns === null ? [] : [pointOf(dossier.unit, inColumns, 'month columns', by)]),
    ];
    points.push(...told.filter(({ rate }) => rate !== null).slice(0, 1));
  }
  return points;
}

interface Amounts {
  readonly budget: Fen | null;
  readonly spent: Fen | null;
}

function pointOf(
  unit: string,
  { budget, spent }: Amounts,
  source: TrendPoint['source'],
  { period, timeProgress, lamps }: Measure,
): TrendPoint {
  const rate = budget === null || budget === 0 || spent === null ? null : spent / budget;
  const lamp = rate === null ? null : lampOf(rate, timeProgress, lamps);
  return { unit, period, budget, spent, rate, timeProgress, lamp, source };
}

/** The sums of a month's sheets, when every one of the unit's spending schedules has that month. */
function onEarlierSheets({ submissions }: Dossier, period: Period): Amounts | null {
  const schedules = submissions.filter(({ template }) => template.id === 'T01');
  const sheets = schedules.map(({ history }) => history.find((one) => one.period.period === period));
  if (sheets.length === 0 || sheets.includes(undefined)) return null;
  const rows = sheets.flatMap((sheet) => sheet?.tables.projects?.rows ?? []);
  const spending = rows
    .map((row) => spendingOf(row, period))
    .filter(({ budget, spent }) => isSummed({ budget: budget.fen, spent: spent.fen }));
  return {
    budget: sum(spending.map(({ budget }) => budget.fen)),
    spent: sum(spending.map(({ spent }) => spent.fen)),
  };
}

/** What had been spent of this month's budgets by an earlier month, when all of the unit's projects tell month by month. */
function inMonthColumns(dossier: Dossier, month: number): Amounts | null {
  const rows = projectRows(dossier, 'T01');
  if (rows.length === 0 || spendingRows(dossier).length !== rows.length) return null;
  const fields = Array.from({ length: month }, (_, index) => `actualM${String(index + 1).padStart(2, '0')}`);
  if (!rows.every((row) => fields.every((field) => isTold(row, field)))) return null;
  const budgeted = rows.filter((row) => amountOf(row, 'adjustedBudget') !== null);
  const spent = budgeted.reduce(
    (total, row) => total + fields.reduce((part, field) => part + (amountOf(row, field) ?? 0), 0),
    0,
  );
  return { budget: sum(budgeted.map((row) => amountOf(row, 'adjustedBudget'))), spent };
}

/** Whether a month's column is there and its cell holds an amount or, being blank, none. */
function isTold(row: Row, field: string): boolean {
  if (!row.source.columns.has(field)) return false;
  const gap = row.gaps[field];
  return amountOf(row, field) !== null || gap === undefined || gap === 'blank' || gap === 'placeholder';
}

/** A sum over what is known; null when nothing is. */
function sum(figures: readonly (Fen | null)[]): Fen | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? null : known.reduce((total, figure) => total + figure, 0);
}
