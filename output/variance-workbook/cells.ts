import { type Fen, fenPerUnit, pointsApart } from '../../pipeline/model/money.ts';
import type { Amounts } from '../../pipeline/model/report.ts';
import { absent, type Labels } from '../labels.ts';
import { lampShapes } from '../signs.ts';
import type { List } from './list-sheet.ts';
import type { CellPlan, WidthLimits } from './sheet-plan.ts';
import type { StyleName } from './styles.ts';

const amountLimits: WidthLimits = { min: 11, max: 17 };

/** An amount as a number in 万元, so that it can be summed; — when there is none. */
export function amountCell(fen: Fen | null, style: StyleName = 'amount'): CellPlan {
  return { value: fen === null ? absent : fen / fenPerUnit.万元, style };
}

/** A rate as a fraction shown as a percentage; — when it cannot be computed. */
export function rateCell(rate: number | null, style: StyleName = 'rate'): CellPlan {
  return { value: rate === null ? absent : roundHalfUp(rate, 6), style };
}

/** How far a rate is from time progress, in percentage points, signed. */
export function pointsCell(
  { rate, timeProgress }: Pick<Amounts, 'rate' | 'timeProgress'>,
  style: StyleName = 'points',
): CellPlan {
  return { value: rate === null ? absent : pointsApart(rate, timeProgress), style };
}

/** A lamp: shape, word and colour; — where no rate could be computed. */
export function lampCell(lamp: Amounts['lamp'], labels: Labels): CellPlan {
  if (lamp === null) return { value: absent, style: 'lamp.grey' };
  return { value: `${lampShapes[lamp]} ${labels.lamp[lamp]}`, style: `lamp.${lamp}` };
}

/** The cells every table of progress has: four amounts, three rates, time progress, gap, variance, lamp. */
export function progressCells(amounts: Amounts, labels: Labels, total = false): readonly CellPlan[] {
  const amount: StyleName = total ? 'totalAmount' : 'amount';
  const rate: StyleName = total ? 'totalRate' : 'rate';
  return [
    amountCell(amounts.budget, amount),
    amountCell(amounts.released, amount),
    amountCell(amounts.planned, amount),
    amountCell(amounts.spent, amount),
    rateCell(amounts.rate, rate),
    rateCell(amounts.allotmentRate, rate),
    rateCell(amounts.releaseRate, rate),
    rateCell(amounts.timeProgress, rate),
    pointsCell(amounts, total ? 'totalPoints' : 'points'),
    rateCell(amounts.variance, rate),
    lampCell(amounts.lamp, labels),
  ];
}

/** Headings and widths of `progressCells`: amounts as their figures need. */
export function progressColumns({ progress }: Labels): List['columns'] {
  return [
    [progress.budget, amountLimits],
    [progress.released, amountLimits],
    [progress.planned, amountLimits],
    [progress.spent, amountLimits],
    [progress.rate, 11],
    [progress.allotmentRate, 10],
    [progress.releaseRate, 9.5],
    [progress.timeProgress, 9.5],
    [progress.gap, 11],
    [progress.variance, 10],
    [progress.lamp, { min: 9, max: 12 }],
  ];
}

/** A figure as a sheet gave it: a number where it is a plain decimal, else the text; long digits stay text. */
export function rawCell(text: string): CellPlan {
  if (/^-?\d{1,12}\.\d{1,6}$/.test(text)) return { value: Number(text), style: 'rawNumber' };
  return { value: text, style: 'raw' };
}

/** Binary fractions of a rate differ between machines' last digits only in what nobody reads. */
function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const rounded = (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + 1e-9)) / scale;
  return rounded === 0 ? 0 : rounded;
}
