import { type Fen, inUnit, percentOf, roundingTolerance } from '../../pipeline/model/money.ts';
import { amountOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { notApplicable, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';

/** What is left of a direct-transfer fund. */
export interface Residual {
  /** Released less spent; 0 when all is spent but for rounding. */
  readonly fen: Fen;
  readonly released: Fen;
  readonly spent: Fen;
  /** Whether the amount released was not on the sheet and is worked out from the stated rate, to 0.01 万元. */
  readonly isInferred: boolean;
}

/** Reads what is left of a fund; a verdict where that is not known or nothing is asked. */
export function residualOf(row: Row): Residual | Verdict {
  if (row.classified) return notApplicable;
  const released = amountOf(row, 'released');
  const spent = amountOf(row, 'spent');
  const { rate } = row.values;
  if (spent === null) {
    // A rate without an amount is rule ZD-05's.
    return typeof rate === 'number' ? notApplicable : undecidable(row, 'spent');
  }
  if (released !== null) {
    const left = released - spent;
    const tolerance = spent === 0 ? 0 : roundingTolerance(1, released, unitOf(row, 'released'));
    return { fen: left <= tolerance ? 0 : left, released, spent, isInferred: false };
  }
  if (typeof rate !== 'number' || rate <= 0) return undecidable(row, 'released');
  if (rate >= 1) return { fen: 0, released: spent, spent, isInferred: true };
  const inferred = Math.round(spent / rate / 10_000) * 10_000;
  return { fen: inferred - spent, released: inferred, spent, isInferred: true };
}

/** What messages about a residual say. */
export function residualWords(row: Row, { fen, released, spent, isInferred }: Residual) {
  const unit = unitOf(row, 'spent');
  const { fundName } = row.values;
  return {
    fund: typeof fundName === 'string' ? fundName : '',
    unit,
    spent: inUnit(spent, unit),
    rate: rateOf(spent, released),
    residual: inUnit(fen, unit),
    about: isInferred ? { zh: '约', en: 'about ' } : { zh: '', en: '' },
  };
}

/** How much of a fund is spent, with as many decimals as it takes not to read as all of it beside what is left. */
function rateOf(spent: Fen, released: Fen): string {
  let decimals = 2;
  while (spent < released && decimals < 8 && Number.parseFloat(percentOf(spent, released, decimals)) === 100)
    decimals += 1;
  return percentOf(spent, released, decimals);
}

/** `G6 71.38 − L6 40.90 = 30.48`, or how the amount released was worked out. */
export function residualTrace(row: Row, { fen, released, spent, isInferred }: Residual): string {
  const unit = unitOf(row, 'spent');
  const whole = isInferred
    ? `${term(row, 'spent', spent)} ÷ ${rateOf(spent, released)} ≈ ${inUnit(released, unit)}`
    : term(row, 'released');
  return isInferred
    ? `${whole}; ${inUnit(released, unit)} ${minus} ${inUnit(spent, unit)} = ${inUnit(fen, unit)}`
    : `${whole} ${minus} ${term(row, 'spent')} = ${inUnit(fen, unit)}`;
}
