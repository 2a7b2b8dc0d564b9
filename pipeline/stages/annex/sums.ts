import { type Fen, inUnit } from '../../model/money.ts';
import type { Place } from '../../model/place.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../model/submission.ts';
import { sumOf } from '../../model/trace.ts';
import type { Computed, ComputedRate } from './line.ts';

/** The amount of a cell as it stands; null when it has none. */
export function cellOf(row: Row | null, field: string): Computed | null {
  const fen = row === null ? null : amountOf(row, field);
  if (row === null || fen === null) return null;
  return { value: fen, trace: cellTerm(row, field, fen), where: [placeOf(row, field)] };
}

/** A field added up over rows; rows without an amount add nothing, and rows that all have none give no sum. */
export function sumOfRows(rows: readonly Row[], field: string): Computed | null {
  const filled = rows.filter((row) => amountOf(row, field) !== null);
  const [first, ...others] = filled;
  if (first === undefined) return null;
  if (others.length === 0) return cellOf(first, field);
  const value = filled.reduce((all, row) => all + (amountOf(row, field) ?? 0), 0);
  const terms =
    filled.length <= 4
      ? filled.map((row) => cellTerm(row, field, amountOf(row, field) ?? 0)).join(' + ')
      : sumOf(filled, field);
  return {
    value,
    trace: `${terms} = ${inUnit(value, '万元')}`,
    where: filled.map((row) => placeOf(row, field)),
    parts: filled.length,
  };
}

/** One figure over another, both worked out; null when one is wanting. */
export function rateOf(part: Computed | null, whole: Computed | null): ComputedRate | null {
  if (part === null || whole === null || whole.value === 0) return null;
  return {
    part: part.value,
    whole: whole.value,
    trace: `${termOf(part)} ÷ ${termOf(whole)}`,
    where: ends(part, whole),
  };
}

/** One figure less another; null when one is wanting. */
export function lessOf(one: Computed | null, other: Computed | null): Computed | null {
  if (one === null || other === null) return null;
  const value = one.value - other.value;
  return {
    value,
    trace: `${termOf(one)} − ${termOf(other)} = ${inUnit(value, '万元')}`,
    where: ends(one, other),
    parts: (one.parts ?? 0) + (other.parts ?? 0),
  };
}

/** By how much one figure is more than another, as a share of that one. */
export function changeRateOf(now: Computed | null, before: Computed | null): ComputedRate | null {
  const change = lessOf(now, before);
  if (now === null || change === null || before === null || before.value === 0) return null;
  const trace = `(${termOf(now)} − ${termOf(before)}) ÷ ${inUnit(before.value, '万元')}`;
  return { part: change.value, whole: before.value, trace, where: change.where };
}

/** The cell, its amount in the unit of its sheet, and the unit where it is not 万元. */
export function cellTerm(row: Row, field: string, fen: Fen): string {
  const unit = unitOf(row, field);
  return `${placeOf(row, field).cell ?? ''} ${inUnit(fen, unit)}${unit === '万元' ? '' : ` ${unit}`}`;
}

/** A figure as a term of another sum: a cell or a range with its amount; a sum of single cells is its amount alone. */
function termOf({ value, trace, where }: Computed): string {
  if (where.length === 1) return trace;
  const range = /^SUM\([^)]*\)/.exec(trace)?.[0];
  return `${range === undefined ? '' : `${range} `}${inUnit(value, '万元')}`;
}

/** Where two figures come from: the first cells of each. */
function ends(one: Computed, other: Computed): readonly Place[] {
  return [...one.where.slice(0, 2), ...other.where.slice(0, 2)];
}
