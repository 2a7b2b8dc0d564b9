import type { Fact } from './facts.ts';
import { placeOf } from './submission.ts';

/** A claim as a sentence gives it, in the unit it was typed in: figures to the hundredth (`4.37 万元`), counts whole (`9 个`). */
export function factFigure({ number, fen, unit }: Fact): string {
  const isCount = fen === null && Number.isInteger(number);
  // 1.1 × 100 is no integer in binary.
  const isShort = number !== null && Math.abs(number * 100 - Math.round(number * 100)) < 1e-6;
  const figure = number === null ? '0' : isShort && !isCount ? number.toFixed(2) : String(number);
  return unit === '' ? figure : `${figure} ${unit}`;
}

/** A claim as a term of a traced sum: its cell and figure, `C9 4.37 万元`. */
export function factTerm(fact: Fact): string {
  return `${placeOf(fact.row, 'value').cell ?? ''} ${factFigure(fact)}`;
}
