import { foldText } from '../../pipeline/model/label.ts';
import { fundsTotal } from '../../pipeline/model/self-evaluation.ts';
import { amountOf, type Row, type Table } from '../../pipeline/model/submission.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { notApplicable, type Verdict } from '../../pipeline/model/verdict.ts';
import { judgeSum } from './judge-sum.ts';

/** The money of a form: each column of its whole against the sum of its parts. */
export function* judgeFunds(table: Table, template: TemplateId): Iterable<Verdict> {
  const stated = fundsTotal(table);
  const parts = stated === null ? [] : partsOfFunds(table.rows.filter((row) => row !== stated));
  for (const field of table.columns.keys()) {
    if (table.fields[field]?.kind !== 'amount') continue;
    // One part alone is no division of the whole; what it is not part of was not asked for.
    const filled = parts.filter((row) => amountOf(row, field) !== null);
    yield stated === null || stated.classified || filled.length < 2
      ? notApplicable
      : judgeSum({ stated, rows: parts }, field, 'funds', template).verdict;
  }
}

/**
 * The rows that together are the whole; none where some may be part of another: a second 其中, 中央 below 财政拨款, or
 * kinds of budget beside 财政拨款 as a whole.
 */
function partsOfFunds(rows: readonly Row[]): readonly Row[] {
  const names = rows.map((row) => foldText(textIn(row, 'item') ?? row.label));
  const isNested = names.some((name, index) => index > 0 && name.startsWith('其中'));
  const areKnown = names.every((name) => sourceOfFunds.test(name));
  const areAlike = !(
    names.some((name) => anyBudget.test(name)) && names.some((name) => oneBudget.test(name))
  );
  return isNested || !areKnown || !areAlike ? [] : rows;
}

const anyBudget = /财政拨款|财政资金/;
const oneBudget = /一般公共预算|政府性基金|国有资本/;
const sourceOfFunds = new RegExp(
  `${anyBudget.source}|${oneBudget.source}|专户|结转|单位资金|自有资金|其他资金|基本支出|项目支出`,
);
