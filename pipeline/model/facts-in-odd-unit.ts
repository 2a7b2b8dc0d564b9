import { measureIn } from './measure-in.ts';
import { type AmountUnit, type Fen, fenPerUnit, isAmountUnit } from './money.ts';
import type { Row } from './submission.ts';
import { textIn } from './text-in.ts';

/** A fact whose unit does not fit its figure, and the unit the others are in. */
export interface OddFact {
  readonly row: Row;
  readonly number: number;
  readonly unit: AmountUnit;
  readonly usual: AmountUnit;
}

/** Amounts it takes to know what is usual. */
const enough = 4;

/**
 * Facts in 元 among facts in 万元 (or the reverse) that are smaller or larger than all others as written, and of their
 * size when read in the others' unit: the unit is wrong, not the figure.
 */
export function factsInOddUnit(rows: readonly Row[]): readonly OddFact[] {
  const amounts = rows.filter((row) => !row.classified).flatMap(amountOfFact);
  const usual = (['万元', '元'] as const).find(
    (unit) => amounts.filter((one) => one.unit === unit).length * 4 >= amounts.length * 3,
  );
  if (usual === undefined || amounts.length < enough) return [];
  const sizes = amounts
    .filter(({ unit, fen }) => unit === usual && fen > 0)
    .map(({ fen }) => fen)
    .toSorted((one, other) => one - other);
  // Among many there is one in fifty that is usual for nothing else: relief of 90 yuan beside assets of millions.
  const odd = Math.floor(sizes.length / 50);
  const [least, most] = [sizes.at(odd) ?? 0, sizes.at(-1 - odd) ?? 0];
  const isUsual = (fen: Fen) => fen >= least && fen <= most;
  return amounts
    .filter(({ unit }) => unit !== usual && (unit === '元' || unit === '万元'))
    .filter(({ fen, number }) => !isUsual(fen) && isUsual(number * fenPerUnit[usual]))
    .map(({ row, number, unit }) => ({ row, number, unit, usual }));
}

function amountOfFact(row: Row): readonly (Omit<OddFact, 'usual'> & { readonly fen: Fen })[] {
  const value = measureIn(row, 'value');
  const unit = textIn(row, 'valueUnit') ?? '';
  // What one person or piece gets is rightly in 元.
  if (/人均|户均|车均|单价|标准|每/.test(textIn(row, 'indicator') ?? '')) return [];
  if (value === null || value.number === null || !isAmountUnit(unit)) return [];
  return [{ row, number: value.number, unit, fen: Math.round(value.number * fenPerUnit[unit]) }];
}
