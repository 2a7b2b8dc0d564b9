import { z } from 'zod';
import { type AssetRow, assetItems, assetRow, assetRowsOf } from '../../pipeline/model/asset-items.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { type AmountUnit, agreement, inUnit } from '../../pipeline/model/money.ts';
import { amountOf, placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { sumDifference } from '../../pipeline/model/sum-difference.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { defineRule } from '../rule.ts';
import { type AssetPart, assetParts, signIn, sumOfParts } from './asset-parts.ts';

/** ZA-04: total assets are the sum of the assets, and of liabilities and net assets. */
export const balanceIdentity = defineRule({
  meta: {
    id: 'ZA-04',
    name: 'balance-identity',
    title: { zh: '资产总计勾稽不符', en: 'Total assets do not add up' },
    group: 'assets',
    scope: 'table',
    needs: ['T11'],
    severity: 'error',
    basis: {
      source: '年度绩效管理自评报告中资产总额与各分项的勾稽关系；资产=负债+净资产',
      why: {
        zh: '资产总计既是各项资产之和，又等于负债加净资产；不等说明有项目漏列或填错。',
        en: 'Total assets are both sums; where they are not, an item is missing or wrong.',
      },
    },
    options: z.object({}),
    messages: {
      differs: {
        zh: '「{column}」资产总计 {stated} {unit} ≠ {parts} = {expected} {unit}，差 {difference} {unit}。',
        en: '"{column}": total assets of {stated} are not {parts} = {expected} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将资产总计改为 {expected} {unit}，或补上漏列、更正填错的项目。',
          en: 'Change the total to {expected} ({unit}), or add and correct items.',
        },
      },
      sources: {
        zh: '「{column}」{parts} = {expected} {unit} ≠ 资产总计 {stated} {unit}（与各项资产之和相符），差 {difference} {unit}。',
        en: '"{column}": {parts} = {expected} ({unit}) are not total assets of {stated}, which is what the assets add up to: a difference of {difference}.',
        clears: {
          zh: '更正负债合计或净资产合计，使两者之和为 {stated} {unit}。',
          en: 'Correct liabilities or net assets, so that they add up to {stated} ({unit}).',
        },
      },
      rounding: {
        zh: '「{column}」资产总计 {stated} {unit}，{parts} = {expected} {unit}，差 {difference} {unit}，属尾差（容许 {tolerance}）。',
        en: '"{column}": total assets are {stated}, {parts} = {expected} ({unit}); {difference} is rounding (up to {tolerance}).',
        clears: { zh: '无须处理。', en: 'Nothing to do.' },
      },
    },
  },

  *check({ submission }) {
    const rows = assetRowsOf(submission);
    const total = assetRow(rows, 'assets');
    // What a classified row holds cannot be told, and so not which part of the total it is.
    if (total === null || submission.tables.items.rows.some(({ classified }) => classified)) {
      yield notApplicable;
      return;
    }
    const { parts, doubtful, isFull } = assetParts(rows);
    const judgeParts = (field: Column) =>
      isFull ? judge(rows, total, field, 'parts', [parts, [...parts, ...doubtful]]) : notApplicable;
    const byParts = firstFail(judgeParts);
    yield byParts;
    const [liabilities, netAssets] = [assetRow(rows, 'liabilities'), assetRow(rows, 'netAssets')];
    const sources = [liabilities, netAssets].flatMap((row): AssetPart[] =>
      row === null ? [] : [{ row, sign: 1 }],
    );
    const bySources = firstFail((field) =>
      sources.length === 2
        ? judge(
            rows,
            total,
            field,
            judgeParts(field).outcome === 'pass' ? 'sources of a right total' : 'sources',
            [sources],
          )
        : notApplicable,
    );
    // Where both sums come to the same the total is the one mistake, and said to be.
    const isSaid =
      byParts.outcome === 'fail' &&
      bySources.outcome === 'fail' &&
      byParts.where[0]?.cell === bySources.where[0]?.cell &&
      byParts.expected === bySources.expected;
    yield isSaid ? notApplicable : bySources;
  },
});

type Column = 'closing' | 'opening';

/** A mistake in a row shows at both ends of the month: the closing is judged, and the opening where that holds. */
function firstFail(judgeColumn: (field: Column) => Verdict): Verdict {
  const closing = judgeColumn('closing');
  if (closing.outcome !== 'pass') return closing;
  const opening = judgeColumn('opening');
  return opening.outcome === 'fail' ? opening : closing;
}

function judge(
  rows: readonly AssetRow[],
  total: Row,
  field: Column,
  against: 'parts' | 'sources' | 'sources of a right total',
  readings: readonly (readonly AssetPart[])[],
): Verdict {
  const stated = amountOf(total, field);
  if (stated === null) return isEmpty(total, field) ? notApplicable : undecidable(total, field);
  const unread = readings.flat().find(({ row }) => amountOf(row, field) === null && !isEmpty(row, field));
  if (unread !== undefined) return undecidable(unread.row, field);
  const unit = unitOf(total, field);
  const results = readings.map((parts) => ({ parts, expected: sumOfParts(parts, field) }));
  const isRight = ({ parts, expected }: (typeof results)[number]) =>
    agreement(expected, stated, parts.length, unit) !== 'wrong';
  const { parts, expected } = results.find(isRight) ?? results.at(-1) ?? { parts: [], expected: 0 };
  // An asset left blank is one the unit has not, unless its row has figures; liabilities and net assets are always there, if only as 0.
  const blank = parts.find(
    ({ row }) => amountOf(row, field) === null && (against !== 'parts' || hasFigures(row)),
  );
  if (blank !== undefined && expected !== stated) return undecidable(blank.row, field);
  const grounds = sumDifference(expected, stated, parts.length, unit);
  if (grounds === null) return pass;
  const filled = parts.filter(({ row }) => (amountOf(row, field) ?? 0) !== 0);
  const column = placeOf(total, field).label ?? '';
  const filledPlaces = filled.map(({ row }) => placeOf(row, field));
  // What the assets themselves add up to is not what is wrong.
  const isTotalRight = against === 'sources of a right total' && grounds.message === 'differs';
  const where = isTotalRight
    ? [...filledPlaces, placeOf(total, field)]
    : [placeOf(total, field), ...filledPlaces];
  return failAt(where, {
    ...grounds,
    ...(isTotalRight
      ? {
          message: 'sources',
          value: grounds.expected,
          expected: grounds.value,
          difference: inUnit(expected - stated, unit),
        }
      : {}),
    args: {
      ...grounds.args,
      column: { zh: column, en: field },
      parts: added(rows, filled, field, unit),
    },
    measure: `${against === 'parts' ? 'parts' : 'sources'} ${field}`,
    trace: `${filled.map((part, index) => `${operator(part, field, index)}${term(part.row, field)}`).join(' ')} ${minus} ${term(total, field)} = ${inUnit(expected - stated, unit)}`,
  });
}

/** Whether a row has an amount in any column of the month. */
function hasFigures(row: Row): boolean {
  return ['opening', 'increase', 'decrease', 'closing'].some((field) => (amountOf(row, field) ?? 0) !== 0);
}

/** `货币资金 20.35 + 固定资产净值 190.38`, in both languages. */
function added(
  rows: readonly AssetRow[],
  parts: readonly AssetPart[],
  field: string,
  unit: AmountUnit,
): Text {
  const words = (language: keyof Text) =>
    parts
      .map((part, index) => {
        const { row } = part;
        const own = rows.find((one) => one.row === row);
        const item = own?.item ?? null;
        const name =
          item !== null ? assetItems[item][language] : language === 'zh' ? (own?.name ?? '') : 'another item';
        return `${operator(part, field, index)}${name} ${inUnit(amountOf(row, field) ?? 0, unit)}`;
      })
      .join(' ');
  return { zh: words('zh'), en: words('en') };
}

function operator(part: AssetPart, field: string, index: number): string {
  if (signIn(part, field) < 0) return `${minus} `;
  return index === 0 ? '' : '+ ';
}
