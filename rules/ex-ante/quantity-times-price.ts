import { z } from 'zod';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { placeOf, projectOf, unitOf } from '../../pipeline/model/submission.ts';
import { term } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** SQ-03: quantity times unit price, the price in yuan, is the amount of a cost line. */
export const quantityTimesPrice = defineRule({
  meta: {
    id: 'SQ-03',
    name: 'quantity-times-price',
    title: { zh: '数量乘单价与金额不符', en: 'Quantity times price is not the amount' },
    group: 'ex-ante',
    scope: 'table',
    needs: ['T05'],
    severity: 'error',
    basis: {
      source: '分项成本测算表填报通行做法（单价为元、金额为万元）；允许误差为本工具默认（可在参数中调整）',
      why: {
        zh: '单价按元、金额按万元填报，最容易差一万倍；逐行核对数量×单价。',
        en: 'Prices are in yuan, amounts in ten thousands: the likeliest slip is a factor of ten thousand.',
      },
    },
    options: z.object({
      tolerance: z.number().int().min(0).default(5_000).register(meaning, {
        unit: 'fen',
        zh: '一行金额与数量乘单价允许的差',
        en: 'difference allowed between a line and quantity times price',
      }),
    }),
    messages: {
      differs: {
        zh: '「{item}」{quantity} × {price} {priceUnit} = {expected} {unit}，金额填 {amount} {unit}，相差 {difference} {unit}。',
        en: '"{item}": {quantity} × {price} ({priceUnit}) = {expected}, but the amount is {amount} ({unit}): a difference of {difference}.',
        clears: {
          zh: '将金额改为 {expected} {unit}，或更正数量、单价（单价按元填报）。',
          en: 'Change the amount to {expected} ({unit}), or correct quantity or price; prices are in yuan.',
        },
      },
      rounding: {
        zh: '「{item}」{quantity} × {price} {priceUnit} = {expected} {unit}，金额 {amount} {unit}，相差 {difference} {unit}，在尾差 {tolerance} {unit}以内。',
        en: '"{item}": {quantity} × {price} ({priceUnit}) = {expected} against {amount} ({unit}): {difference}, within the rounding difference of {tolerance}.',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ submission, options }) {
    for (const row of submission.tables.costs.rows) {
      const { quantity, price, amount, item } = row.values;
      if (row.classified || (quantity === null && price === null)) {
        yield notApplicable;
        continue;
      }
      if (quantity === null || price === null || amount === null) {
        yield undecidable(row, quantity === null ? 'quantity' : price === null ? 'price' : 'amount');
        continue;
      }
      // Quantities may be fractions; to the fen, as amounts are.
      const expected = Math.round(quantity * price);
      if (expected === amount) {
        yield pass;
        continue;
      }
      const isRounding = Math.abs(quantity * price - amount) <= options.tolerance + 1e-6;
      const unit = unitOf(row, 'amount');
      const priceUnit = unitOf(row, 'price');
      const difference = inUnit(amount - expected, unit);
      yield failAt(
        [placeOf(row, 'amount'), placeOf(row, 'quantity'), placeOf(row, 'price')],
        {
          message: isRounding ? 'rounding' : 'differs',
          args: {
            item: excerpt(item ?? ''),
            quantity,
            price: inUnit(price, priceUnit),
            priceUnit,
            expected: inUnit(expected, unit),
            amount: inUnit(amount, unit),
            difference,
            tolerance: inUnit(options.tolerance, unit),
            unit,
          },
          severity: isRounding ? 'notice' : 'error',
          measure: item ?? '',
          value: inUnit(amount, unit),
          expected: inUnit(expected, unit),
          difference,
          tolerance: inUnit(options.tolerance, unit),
          atStake: Math.abs(amount - expected),
          trace: `${placeOf(row, 'quantity').cell} ${quantity} × ${term(row, 'price')} ${priceUnit} = ${inUnit(expected, unit)} ${unit}`,
        },
        projectOf(submission.form),
      );
    }
  },
});
