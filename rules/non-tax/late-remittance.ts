import { z } from 'zod';
import { daysBetween } from '../../pipeline/model/days-between.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { explained } from '../../pipeline/model/explanation.ts';
import { isEmpty, isUnread } from '../../pipeline/model/is-empty.ts';
import { inUnit, roundingTolerance } from '../../pipeline/model/money.ts';
import { unitOf } from '../../pipeline/model/submission.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** FS-07: what was collected is remitted in full and within days. */
export const lateRemittance = defineRule({
  meta: {
    id: 'FS-07',
    name: 'late-remittance',
    title: { zh: '非税收入未及时足额上缴', en: 'Revenue not remitted in full and in time' },
    group: 'non-tax',
    scope: 'table',
    needs: ['T12'],
    severity: 'error',
    basis: {
      source: '非税收入收缴管理的通行做法（收支两条线）；上缴期限为本工具默认（可在参数中调整）',
      why: {
        zh: '非税收入应及时足额上缴国库或财政专户，不得截留、坐支。',
        en: 'Non-tax revenue goes to the treasury or the special account, in full and in time, before it is spent.',
      },
    },
    options: z.object({
      days: z.number().int().min(0).default(10).register(meaning, {
        unit: 'days',
        zh: '收款后应在此天数内上缴',
        en: 'calendar days from collection within which it is remitted',
      }),
    }),
    messages: {
      short: {
        zh: '「{item}」已收 {collected} {unit}，上缴国库和专户共 {remitted} {unit}，尚欠 {difference} {unit}。',
        en: '"{item}": of {collected} collected, {remitted} was remitted ({unit}); {difference} is still owed.',
        clears: {
          zh: '上缴 {difference} {unit}；已上缴的，补填上缴国库数或上缴专户数。',
          en: 'Remit {difference} ({unit}), or enter what has been remitted.',
        },
      },
      late: {
        zh: '「{item}」{collectedOn} 收取，{remittedOn} 上缴，相隔 {days} 天，超过 {limit} 天期限 {over} 天。',
        en: '"{item}": collected on {collectedOn}, remitted on {remittedOn}: {days} days, {over} beyond the limit of {limit}.',
        clears: {
          zh: '核对收取日期和上缴日期；确属逾期的，说明原因，今后在收取后 {limit} 天内上缴。',
          en: 'Check both dates; if they stand, say why, and remit within {limit} days from now on.',
        },
      },
    },
  },

  *check({ submission, options, asOf }) {
    for (const row of submission.tables.items.rows) {
      const { collected, toTreasury, toSpecialAccount, collectedOn, remittedOn, item } = row.values;
      const { columns } = row.source;
      const remittances = ['toTreasury', 'toSpecialAccount'].filter((field) => columns.has(field));
      const hasAmounts = columns.has('collected') && remittances.length > 0;
      const hasDates = collectedOn !== null && remittedOn !== null;
      if (row.classified || (!hasAmounts && !hasDates)) {
        yield notApplicable;
        continue;
      }
      const unread = hasAmounts
        ? ['collected', ...remittances].find((field) => isUnread(row, field))
        : undefined;
      if (unread !== undefined || (hasAmounts && collected === null && !hasDates)) {
        yield unread === undefined ? notApplicable : undecidable(row, unread);
        continue;
      }
      const remitted = (toTreasury ?? 0) + (toSpecialAccount ?? 0);
      const owed = (collected ?? 0) - remitted;
      const unit = unitOf(row, 'collected');
      const isNotYetDue = collectedOn !== null && daysBetween(collectedOn, asOf) <= options.days;
      // Nothing remitted is 0; where nothing is filled in, what was remitted is not known.
      const blank = remittances.every((field) => isEmpty(row, field)) ? remittances[0] : undefined;
      if (blank !== undefined && owed > 0 && !isNotYetDue) {
        yield undecidable(row, blank);
        continue;
      }
      const tolerance = roundingTolerance(remittances.length, collected ?? 0, unit);
      if (hasAmounts && collected !== null && owed > tolerance && !isNotYetDue) {
        yield fail(row, [...remittances, 'collected'], {
          message: 'short',
          args: {
            item: excerpt(item ?? ''),
            collected: inUnit(collected, unit),
            remitted: inUnit(remitted, unit),
            difference: inUnit(owed, unit),
            unit,
          },
          measure: 'amount',
          value: inUnit(remitted, unit),
          expected: inUnit(collected, unit),
          difference: inUnit(-owed, unit),
          tolerance: inUnit(tolerance, unit),
          atStake: owed,
          trace: `${term(row, 'collected')} ${minus} ${remittances.map((field) => term(row, field)).join(` ${minus} `)} = ${inUnit(owed, unit)}`,
          ...explained(row),
        });
        continue;
      }
      const days = hasDates ? daysBetween(collectedOn, remittedOn) : 0;
      if (!hasDates || days <= options.days) {
        yield pass;
        continue;
      }
      yield fail(row, ['remittedOn', 'collectedOn'], {
        message: 'late',
        args: {
          item: excerpt(item ?? ''),
          collectedOn,
          remittedOn,
          days,
          limit: options.days,
          over: days - options.days,
        },
        measure: 'days',
        value: remittedOn,
        threshold: `${options.days}`,
        atStake: collected ?? 0,
        ...explained(row),
      });
    }
  },
});
