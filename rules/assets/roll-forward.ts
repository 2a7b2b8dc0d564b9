import { z } from 'zod';
import { assetRowsOf, isWornOff, nameOf } from '../../pipeline/model/asset-items.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { agreement, inUnit } from '../../pipeline/model/money.ts';
import { amountOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { isMonthly } from './is-monthly.ts';

/** ZA-02: opening plus increase less decrease is the closing balance. */
export const rollForward = defineRule({
  meta: {
    id: 'ZA-02',
    name: 'roll-forward',
    title: { zh: '期初加增减不等于期末', en: 'Opening and movements do not make the closing' },
    group: 'assets',
    scope: 'table',
    needs: ['T11'],
    severity: 'error',
    basis: {
      source: '国有资产月报表内勾稽关系的通行做法（期初+增加−减少=期末）',
      why: {
        zh: '期末数应由期初数和本月增减推得，不等说明有变动漏填。',
        en: 'The closing balance follows from the opening and the movements; otherwise one is missing.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '「{item}」{opening} + {increase} − {decrease} = {expected} {unit} ≠ 期末 {stated} {unit}，差 {difference} {unit}。',
        en: '{item}: {opening} + {increase} − {decrease} = {expected}, but the closing is {stated} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将期末数改为 {expected} {unit}，或补填漏填的增加、减少数。',
          en: 'Change the closing to {expected} ({unit}), or enter the missing movement.',
        },
      },
      rounding: {
        zh: '「{item}」{opening} + {increase} − {decrease} = {expected} {unit}，期末 {stated} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: '{item}: {opening} + {increase} − {decrease} = {expected}, the closing is {stated} ({unit}); {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ submission }) {
    for (const own of assetRowsOf(submission)) {
      const { row, item, name } = own;
      const isHeading = ['opening', 'closing'].every((field) => isEmpty(row, field));
      if (!isRolledForward(row) || isHeading) {
        yield notApplicable;
        continue;
      }
      const [opening, closing] = [amountOf(row, 'opening'), amountOf(row, 'closing')];
      const unread = ['increase', 'decrease'].find(
        (field) => row.values[field] === null && !isEmpty(row, field),
      );
      if (opening === null || closing === null || unread !== undefined) {
        yield undecidable(row, opening === null ? 'opening' : closing === null ? 'closing' : (unread ?? ''));
        continue;
      }
      const [increase, decrease] = [amountOf(row, 'increase') ?? 0, amountOf(row, 'decrease') ?? 0];
      const expected = opening + increase - decrease;
      const unit = unitOf(row, 'closing');
      const grounds = sumDifference(expected, closing, 3, unit);
      // Depreciation below zero (减：累计折旧 −40) grows downwards.
      const isBelowZero = opening <= 0 && closing <= 0 && isWornOff(item);
      const holdsBelow =
        isBelowZero && agreement(opening - increase + decrease, closing, 3, unit) !== 'wrong';
      if (grounds === null || holdsBelow) {
        yield pass;
        continue;
      }
      const fields = ['closing', 'opening', 'increase', 'decrease'];
      yield fail(row, fields, {
        ...grounds,
        args: {
          ...grounds.args,
          item: nameOf(own),
          opening: inUnit(opening, unit),
          increase: inUnit(increase, unit),
          decrease: inUnit(decrease, unit),
        },
        measure: item ?? name,
        trace: `${term(row, 'opening')} + ${term(row, 'increase', increase)} ${minus} ${term(row, 'decrease', decrease)} ${minus} ${term(row, 'closing')} = ${inUnit(expected - closing, unit)}`,
      });
    }
  },
});

/** Whether a row has movements that must make its closing. */
export function isRolledForward(row: Row): boolean {
  const { columns } = row.source;
  return columns.has('increase') && columns.has('decrease') && isSameSpan(row);
}

/** Whether opening and movements are of one span: a year's opening and a month's movements make no closing. */
function isSameSpan(row: Row): boolean {
  return isMonthly(row) || !/月/.test(row.source.columns.get('increase')?.heading ?? '');
}
