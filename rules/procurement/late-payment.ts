import { z } from 'zod';
import { daysBetween } from '../../pipeline/model/days-between.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { remarked } from '../../pipeline/model/explanation.ts';
import { isEmpty, isUnread } from '../../pipeline/model/is-empty.ts';
import { type AmountUnit, type Fen, inUnit, unitWord } from '../../pipeline/model/money.ts';
import { type Row, unitOf } from '../../pipeline/model/submission.ts';
import { supplierSizeOf } from '../../pipeline/model/supplier-size.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning, rising } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZC-07: small and medium firms are paid within days of acceptance. */
export const latePayment = defineRule({
  meta: {
    id: 'ZC-07',
    name: 'late-payment',
    title: { zh: '中小企业款项付款超期', en: 'SMEs paid late' },
    group: 'procurement',
    scope: 'table',
    needs: ['T15'],
    severity: 'warning',
    basis: {
      source: '保障中小企业款项支付条例的通行做法（交付之日起30日内付款，另有约定的最长60日）',
      why: {
        zh: '机关事业单位应在验收后规定期限内向中小企业付款，不得拖欠。',
        en: 'Public bodies pay small and medium firms within the statutory days of acceptance.',
      },
    },
    options: z
      .object({
        days: z.number().int().min(0).default(30).register(meaning, {
          unit: 'days',
          zh: '验收后应在此天数内付款',
          en: 'calendar days from acceptance within which payment is due',
        }),
        longest: z.number().int().min(0).default(60).register(meaning, {
          unit: 'days',
          zh: '合同另有约定的，付款期限最长的天数',
          en: 'calendar days that a contract may agree on at most',
        }),
      })
      .check(rising('days', 'longest')),
    messages: {
      late: {
        zh: '「{name}」{acceptedOn} 验收、{paidOn} 付款，相隔 {days} 天，超过 {limit} 天期限 {over} 天。',
        en: '"{name}": accepted on {acceptedOn}, paid on {paidOn}: {days} days, {over} beyond the limit of {limit}.',
        clears: {
          zh: '核对两个日期；{agreed}。',
          en: 'Check both dates; {agreed}.',
        },
      },
      unpaid: {
        zh: '「{name}」{acceptedOn} 验收，至 {asOf} 已 {days} 天，尚未付款，超过 {limit} 天期限 {over} 天。',
        en: '"{name}": accepted on {acceptedOn} and not paid by {asOf}: {days} days, {over} beyond the limit of {limit}.',
        clears: {
          zh: '支付{amount}；已付款的，补填付款日期；{agreed}。',
          en: 'Pay {amount}, or enter the day of payment; {agreed}.',
        },
      },
    },
  },

  *check({ submission, options, asOf }) {
    for (const row of submission.tables.purchases.rows) {
      const { acceptedOn, paidOn, contract, paid, projectName } = row.values;
      if (
        row.classified ||
        !isToSme(row) ||
        !row.source.columns.has('paidOn') ||
        isEmpty(row, 'acceptedOn')
      ) {
        yield notApplicable;
        continue;
      }
      if (acceptedOn === null || isUnread(row, 'paidOn')) {
        yield undecidable(row, acceptedOn === null ? 'acceptedOn' : 'paidOn');
        continue;
      }
      const days = daysBetween(acceptedOn, paidOn ?? asOf);
      if (days <= options.days) {
        yield pass;
        continue;
      }
      // What is paid was paid on some day: the day is wanting, not the payment.
      if (paidOn === null && paid !== null && paid > 0) {
        yield undecidable(row, 'paidOn');
        continue;
      }
      const unit = unitOf(row, 'contract');
      yield fail(row, ['paidOn', 'acceptedOn'], {
        message: paidOn === null ? 'unpaid' : 'late',
        args: {
          name: excerpt(projectName ?? ''),
          acceptedOn,
          paidOn: paidOn ?? '',
          asOf,
          days,
          limit: options.days,
          over: days - options.days,
          agreed: agreedWords(days, options.longest),
          amount: amountWords(contract, unit),
        },
        value: paidOn ?? asOf,
        threshold: `${options.days} / ${options.longest}`,
        ...(contract === null ? {} : { atStake: contract }),
        ...remarked(row),
      });
    }
  },
});

function agreedWords(days: number, longest: number): Text {
  return days <= longest
    ? {
        zh: `合同另有约定（最长 ${longest} 天）的，在备注中写明`,
        en: `if the contract agrees on more (at most ${longest} days), say so in the remark`,
      }
    : {
        zh: `已超过合同可以约定的最长 ${longest} 天，在备注中写明原因`,
        en: `it is beyond the ${longest} days that a contract may agree on, so give the reason in the remark`,
      };
}

function amountWords(contract: Fen | null, unit: AmountUnit): Text {
  if (contract === null) return { zh: '合同款', en: 'the contract' };
  const amount = inUnit(contract, unit);
  return { zh: `合同款 ${amount} ${unit}`, en: `${amount} (${unitWord(unit, 'en')})` };
}

/** Whether the supplier is known to be a small or medium firm. */
function isToSme(row: Row): boolean {
  const { supplierSize, smeAmount } = row.values;
  if (typeof smeAmount === 'number' && smeAmount > 0) return true;
  const size = typeof supplierSize === 'string' ? supplierSizeOf(supplierSize) : null;
  return size !== null && size !== 'large';
}
