import { columnName } from '../../pipeline/model/column-name.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { amountOf, type Table, unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { isWanting } from './judge-sum.ts';

/** Each row against the formulas that the heading itself states: `1=2+11`. */
export function* judgeFormulas(
  { rows, totals, columnFormulas }: Table,
  template: TemplateId,
): Iterable<Verdict> {
  for (const [field, terms] of columnFormulas) {
    for (const row of [...rows, ...totals]) {
      const stated = amountOf(row, field);
      const amounts = terms.map((each) => amountOf(row, each.field));
      if (stated === null || amounts.every((amount) => amount === null)) {
        yield notApplicable;
        continue;
      }
      const unread = terms.find((each) => amountOf(row, each.field) === null && isWanting(row, each.field));
      if (unread !== undefined) {
        yield undecidable(row, unread.field);
        continue;
      }
      const sum = terms.reduce((total, each, index) => total + each.sign * (amounts[index] ?? 0), 0);
      const grounds = sumDifference(sum, stated, terms.length, unitOf(row, field));
      if (grounds === null) {
        yield pass;
        continue;
      }
      const parts = terms.map(
        (each, index) => `${each.sign < 0 ? minus : index === 0 ? '' : '+'} ${term(row, each.field)}`,
      );
      const trace = parts.join(' ').trim();
      yield fail(row, [field, ...terms.map((each) => each.field)], {
        ...grounds,
        message: grounds.message === 'rounding' ? 'columnsRounding' : 'columns',
        args: { ...grounds.args, label: columnName(row, field), parts: trace },
        measure: `${template} ${field} =`,
        trace: `${trace} = ${inUnit(sum, unitOf(row, field))}`,
      });
    }
  }
}

/** The 合计 of the months of a plan, row by row. */
export function* judgeMonths(
  { rows, fields, columns, columnFormulas }: Table,
  template: TemplateId,
): Iterable<Verdict> {
  for (const field of columns.keys()) {
    const computed = fields[field]?.computed;
    if (computed === undefined || !('sum' in computed) || computed.less !== undefined) continue;
    const months = computed.sum.filter((month) => columns.has(month));
    // Without every month on the sheet the total may hold what is not there.
    if (months.length < computed.sum.length || columnFormulas.has(field)) continue;
    for (const row of rows) {
      const stated = amountOf(row, field);
      const filled = months.filter((month) => amountOf(row, month) !== null);
      if (row.classified || stated === null || filled.length === 0) {
        yield notApplicable;
        continue;
      }
      const sum = filled.reduce((total, month) => total + (amountOf(row, month) ?? 0), 0);
      const unread = months.find((month) => isWanting(row, month));
      const unit = unitOf(row, field);
      const grounds = sumDifference(sum, stated, months.length, unit);
      if (grounds === null || unread !== undefined) {
        yield grounds === null ? pass : undecidable(row, unread ?? field);
        continue;
      }
      yield fail(row, [field], {
        ...grounds,
        message: grounds.message === 'rounding' ? 'columnsRounding' : 'across',
        args: { ...grounds.args, label: columnName(row, field) },
        measure: `${template} ${field} months`,
        trace: `${term(row, months, sum)} ${minus} ${term(row, field)} = ${inUnit(sum - stated, unit)}`,
      });
    }
  }
}
