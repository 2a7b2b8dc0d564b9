import { foldText } from '../../model/label.ts';
import type { AnnexLine } from '../../model/report.ts';
import type { Row } from '../../model/submission.ts';
import { textIn } from '../../model/text-in.ts';
import { type AnnexDesk, claims, rowsOf, type Section } from './desk.ts';
import { moneyLines, rateLines } from './line.ts';
import { cellOf, changeRateOf, rateOf, sumOfRows } from './sums.ts';

/** 非税收入 (T12): plan, collection, rate and change on last year, by item and in all. */
export function nonTaxSection(desk: AnnexDesk): Section {
  const rows = rowsOf(desk, 'T12', 'items').filter(({ classified }) => !classified);
  const plan = sumOfRows(rows, 'plan');
  const collected = sumOfRows(rows, 'collected');
  return {
    code: 'nonTax',
    title: { zh: '非税收入', en: 'Non-tax revenue' },
    needs: ['T12'],
    lines: [
      ...rows.flatMap((row) => itemLines(desk, row)),
      ...moneyLines(
        { zh: '非税收入合计：计划', en: 'All items: planned' },
        plan,
        claims(desk, 'nonTaxPlan', desk.year),
      ),
      ...moneyLines(
        { zh: '非税收入合计：实缴', en: 'All items: collected' },
        collected,
        claims(desk, 'nonTaxActual', desk.year),
      ),
      ...rateLines({ zh: '非税收入合计：完成计划', en: 'All items: of plan' }, rateOf(collected, plan), []),
      ...rateLines(
        { zh: '非税收入合计：较上年增减率', en: 'All items: change on last year' },
        changeRateOf(collected, sumOfRows(rows, 'lastActual')),
        [],
      ),
    ],
  };
}

function itemLines(desk: AnnexDesk, row: Row): readonly AnnexLine[] {
  const name = textIn(row, 'item') ?? '';
  const about = (code: 'nonTaxPlanItem' | 'nonTaxActualItem') =>
    claims(desk, code, desk.year).filter(({ kind }) => isOneItem(kind, name));
  const [plan, collected] = [cellOf(row, 'plan'), cellOf(row, 'collected')];
  const reason = textIn(row, 'reason');
  return [
    ...moneyLines({ zh: `${name}：计划`, en: `${name}: planned` }, plan, about('nonTaxPlanItem')),
    ...moneyLines({ zh: `${name}：实缴`, en: `${name}: collected` }, collected, about('nonTaxActualItem')),
    ...rateLines(
      { zh: `${name}：完成计划`, en: `${name}: of plan` },
      rateOf(collected, plan),
      [],
      reason === null ? {} : { note: { zh: `单位说明：“${reason}”`, en: `The unit says: "${reason}"` } },
    ),
    ...rateLines(
      { zh: `${name}：较上年增减率`, en: `${name}: change on last year` },
      changeRateOf(collected, cellOf(row, 'lastActual')),
      [],
    ),
  ];
}

/** 罚没收入 of a narrative is the 生态环境罚没收入 of the table. */
function isOneItem(kind: string, name: string): boolean {
  const [one, other] = [foldText(kind), foldText(name)];
  return one !== '' && (one.includes(other) || other.includes(one));
}
