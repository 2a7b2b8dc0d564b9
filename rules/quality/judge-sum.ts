import { columnName } from '../../pipeline/model/column-name.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { isBlank } from '../../pipeline/model/is-empty.ts';
import { agreement, type Fen, inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { amountOf, fieldOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumHint } from '../../pipeline/model/sum-hint.ts';
import { sumUp } from '../../pipeline/model/sum-up.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { minus, sumOf, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';

/** A stated sum and the rows it should be the sum of. */
export interface Group {
  readonly stated: Row;
  readonly rows: readonly Row[];
}

/** What was found of one stated sum in one column. */
export interface Judged {
  readonly group: Group;
  readonly field: string;
  readonly verdict: Verdict;
  /** The sum of the lines less what is stated. */
  readonly difference: Fen;
}

/** One stated sum in one column; the rule’s messages `rounding`, `total`, `subtotal` and `funds` tell what is amiss. */
export function judgeSum(
  group: Group,
  field: string,
  kind: 'total' | 'subtotal' | 'funds',
  template: TemplateId,
): Judged {
  const { stated, rows } = group;
  const amount = amountOf(stated, field);
  if (amount === null) {
    const isNothing = isBlank(stated, field);
    return { group, field, verdict: isNothing ? notApplicable : undecidable(stated, field), difference: 0 };
  }
  const filled = rows.filter((row) => amountOf(row, field) !== null);
  const sum = sumUp(filled, field);
  const difference = sum - amount;
  // Where the total comes out without it, an empty cell evidently meant nothing.
  if (difference === 0) return { group, field, verdict: pass, difference };
  const unread = rows.find((row) => isWanting(row, field));
  if (unread !== undefined) return { group, field, verdict: undecidable(unread, field), difference };

  const unit = unitOf(stated, field);
  const isRounding = agreement(sum, amount, filled.length, unit) === 'rounding';
  const tolerance = roundingTolerance(filled.length, amount, unit);
  const verdict = failAt([placeOf(stated, field)], {
    message: isRounding ? 'rounding' : kind,
    args: {
      label: columnName(stated, field),
      sum: inUnit(sum, unit),
      stated: inUnit(amount, unit),
      difference: inUnit(difference, unit),
      tolerance: inUnit(tolerance, unit),
      hint: sumHint(rows, field, difference),
      total: excerpt(textIn(stated, 'item') ?? ''),
      row: stated.number,
      count: filled.length,
      unit,
    },
    severity: isRounding ? 'notice' : 'error',
    measure: [template, field, kind === 'subtotal' ? stated.label : ''].join(' ').trim(),
    value: inUnit(amount, unit),
    expected: inUnit(sum, unit),
    difference: inUnit(difference, unit),
    tolerance: inUnit(tolerance, unit),
    atStake: Math.abs(difference),
    trace: `${sumOf(filled, field)} ${inUnit(sum, unit)} ${minus} ${term(stated, field)} = ${inUnit(difference, unit)}`,
  });
  return { group, field, verdict, difference };
}

/** A cell that holds an amount we cannot see. A blank is nothing, unless the cell must be filled. */
export function isWanting(row: Row, field: string): boolean {
  if (amountOf(row, field) !== null) return false;
  return !isBlank(row, field) || fieldOf(row, field)?.mustFill === true;
}
