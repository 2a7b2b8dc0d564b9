import { z } from 'zod';
import { assetRowsOf, nameOf } from '../../pipeline/model/asset-items.ts';
import { explanationFault, reasonText, stockPhrases } from '../../pipeline/model/explanation.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { readsAboveShare } from '../../pipeline/model/spending.ts';
import { amountOf, unitOf } from '../../pipeline/model/submission.ts';
import { textIn } from '../../pipeline/model/text-in.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { isMonthly } from './is-monthly.ts';
import { minimumLength } from './thresholds.ts';

/** ZA-03: an item that moves by more than a fifth in a month says why. */
export const monthChangeUnexplained = defineRule({
  meta: {
    id: 'ZA-03',
    name: 'month-change-unexplained',
    title: { zh: '环比超过20%未说明', en: 'Change on last month unexplained' },
    group: 'assets',
    scope: 'table',
    needs: ['T11'],
    severity: 'warning',
    basis: {
      source: '公开的国有资产月报填报说明（环比超过20%的项目须填写原因）',
      why: {
        zh: '一个月内大幅变动多为入账、处置或填错，须逐项说明。',
        en: 'A large move in a month is a purchase, a disposal or a mistake, and needs a word.',
      },
    },
    options: z.object({
      above: z.number().min(0).default(0.2).register(meaning, {
        unit: 'share',
        zh: '较上月变动超过此值，须填写原因',
        en: 'change rate on last month above which it must be explained',
      }),
      minimumLength,
    }),
    messages: {
      unexplained: {
        zh: '「{item}」由 {opening} {unit}变为 {closing} {unit}，环比 {change}，超过 {limit} 须填写原因。',
        en: '{item}: {opening} became {closing} ({unit}), {change} on last month: above {limit} a reason is due.',
        clears: {
          zh: '在原因栏写明变动事项和金额（{difference} {unit}）；填错的更正期末数。',
          en: 'Give the reason and the amount ({difference}, {unit}), or correct the closing.',
        },
      },
      fresh: {
        zh: '「{item}」期初为 0，期末 {closing} {unit}，须填写原因。',
        en: '{item} opened with 0 and closes with {closing} ({unit}): a reason is due.',
        clears: {
          zh: '在原因栏写明变动事项和金额（{difference} {unit}）；填错的更正期末数。',
          en: 'Give the reason and the amount ({difference}, {unit}), or correct the closing.',
        },
      },
    },
  },

  *check({ submission, options }) {
    for (const own of assetRowsOf(submission)) {
      const { row, item, name } = own;
      const [opening, closing] = [amountOf(row, 'opening'), amountOf(row, 'closing')];
      if (!isMonthly(row) || (isEmpty(row, 'opening') && isEmpty(row, 'closing'))) {
        yield notApplicable;
        continue;
      }
      if (opening === null || closing === null) {
        yield undecidable(row, opening === null ? 'opening' : 'closing');
        continue;
      }
      const gap = closing - opening;
      const limits = { minimumLength: options.minimumLength, boilerplate: stockPhrases };
      const isLarge = readsAboveShare(Math.abs(gap), Math.abs(opening), options.above);
      // A sheet without a column for reasons, or a unit that took the other one, says it among the remarks.
      const isExplained = [reasonText(row), textIn(row, 'remark')].some(
        (text) => explanationFault(text, limits) === null,
      );
      if (!isLarge || isExplained) {
        yield pass;
        continue;
      }
      const unit = unitOf(row, 'closing');
      yield fail(
        row,
        row.source.columns.has('reason') ? ['reason', 'closing', 'opening'] : ['closing', 'opening'],
        {
          message: opening === 0 ? 'fresh' : 'unexplained',
          args: {
            item: nameOf(own),
            opening: inUnit(opening, unit),
            closing: inUnit(closing, unit),
            change: opening === 0 ? '—' : percentOf(gap, Math.abs(opening)),
            difference: inUnit(gap, unit),
            limit: percent(options.above, 0),
            unit,
          },
          measure: item ?? name,
          value: inUnit(closing, unit),
          expected: inUnit(opening, unit),
          difference: inUnit(gap, unit),
          threshold: percent(options.above, 0),
          atStake: Math.abs(gap),
          trace: `${term(row, 'closing')} ${minus} ${term(row, 'opening')} = ${inUnit(gap, unit)}`,
        },
      );
    }
  },
});
