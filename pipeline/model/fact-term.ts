import type { Fact } from './facts.ts';
import { placeOf } from './submission.ts';

/** A claim as a sentence gives it, in the unit it was typed in: `4.37 万元`. */
export function factFigure({ number, unit }: Fact): string {
  const figure = number === null ? '0' : Number.isInteger(number * 100) ? number.toFixed(2) : String(number);
  return unit === '' ? figure : `${figure} ${unit}`;
}

/** A claim as a term of a traced sum: its cell and figure, `C9 4.37 万元`. */
export function factTerm(fact: Fact): string {
  return `${placeOf(fact.row, 'value').cell ?? ''} ${factFigure(fact)}`;
}
