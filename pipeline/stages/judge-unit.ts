import type { Rule } from '../../rules/rule.ts';
import type { Dossier, Roster } from '../model/dossier.ts';
import type { Day, Period } from '../model/period.ts';
import type {
  Annex,
  BalanceRow,
  DirectFundRow,
  GuaranteeRow,
  ProgressRow,
  TrendPoint,
} from '../model/report.ts';
import { type Figure, type LampThresholds, progressOf, spendingOf } from '../model/spending.ts';
import { spendingRows } from '../model/spending-rows.ts';
import { placeOf, projectOf, type Row } from '../model/submission.ts';
import type { Policy } from '../policy/policy.ts';
import { annexOf } from './annex/annex.ts';
import { type Checked, checkDossier } from './check.ts';
import { closingBalances } from './closing-balances.ts';
import { directFundRows } from './direct-fund-rows.ts';
import { guaranteeRows } from './guarantee-rows.ts';
import { lampThresholds, varianceThresholds } from './thresholds.ts';
import { monthsTold } from './trend.ts';

/** All that a run wants of one unit's tables. Once it is known their rows can be put away. */
export interface UnitResult {
  /** What the unit rules said. */
  readonly checked: Checked;
  readonly progress: readonly ProgressRow[];
  readonly guarantees: readonly GuaranteeRow[];
  readonly directFunds: readonly DirectFundRow[];
  readonly balances: readonly BalanceRow[];
  /** What the unit's sheets tell of earlier months. */
  readonly months: readonly TrendPoint[];
  readonly annex: Annex | null;
}

/** What a unit is judged with. */
export interface UnitDesk {
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  readonly roster: Roster | null;
  readonly period: Period;
  readonly asOf: Day;
}

/** One unit: the rules over all of its tables, and its lines of the report. */
export function judgeUnit(dossier: Dossier, desk: UnitDesk): UnitResult {
  const { rules, policy, roster, period, asOf } = desk;
  const circumstances = { period, asOf, timeProgressOf: (row: Row) => policy.timeProgressOf(row, period) };
  const lamps = lampThresholds(rules, policy);
  return {
    checked: checkDossier(dossier, rules, policy, circumstances, roster),
    progress: progressRows(dossier, policy, lamps, period),
    guarantees: guaranteeRows(dossier, period, policy),
    directFunds: directFundRows(dossier, asOf, policy),
    balances: closingBalances(dossier),
    months: monthsTold(dossier, { period, timeProgress: (month) => policy.timeProgress(month), lamps }),
    annex: annexOf(dossier, { lamps, variance: varianceThresholds(rules, policy) }),
  };
}

function progressRows(
  dossier: Dossier,
  policy: Policy,
  lamps: LampThresholds,
  period: Period,
): ProgressRow[] {
  return spendingRows(dossier).map((row): ProgressRow => {
    const { share: timeProgress, curve } = policy.timeProgressOf(row, period);
    const { budget, released, planned, spent } = spendingOf(row, period);
    const amounts = { budget: budget.fen, released: released.fen, planned: planned.fen, spent: spent.fen };
    const { rate, allotmentRate, releaseRate, variance, gap, lamp } = progressOf(
      amounts,
      timeProgress,
      lamps,
    );
    // Named one by one: spreading is slow where there is one for every project.
    return {
      budget: amounts.budget,
      released: amounts.released,
      planned: amounts.planned,
      spent: amounts.spent,
      rate,
      allotmentRate,
      releaseRate,
      variance,
      gap,
      lamp,
      timeProgress,
      unit: dossier.unit,
      project: projectOf(row) ?? { code: null, name: null },
      place: placeOf(row, spent.fields[0] ?? 'cumActual'),
      cells: {
        budget: cellsOf(row, budget),
        released: cellsOf(row, released),
        planned: cellsOf(row, planned),
        spent: cellsOf(row, spent),
      },
      reason: row.classified ? null : textOf(row, 'reason'),
      reasonType: row.classified ? null : textOf(row, 'reasonType'),
      classified: row.classified,
      curve,
    };
  });
}

/** The cells an amount was read from; none when there is none. */
function cellsOf(row: Row, { fen, fields }: Figure): string[] {
  return fen === null ? [] : fields.flatMap((field) => placeOf(row, field).cell ?? []);
}

function textOf(row: Row, field: string): string | null {
  const value = row.values[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
