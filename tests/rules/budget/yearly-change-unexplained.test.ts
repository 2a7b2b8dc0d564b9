import { balance } from '../../../fixtures/balance.ts';
import { gap } from '../../../fixtures/case.ts';
import { yearlyChangeUnexplained } from '../../../rules/budget/yearly-change-unexplained.ts';
import { testRule } from '../../support/test-rule.ts';

const change = (lastYear: number | object | null, amount: number, reason: string | null = null) =>
  balance({ expenditure: [{}, {}, { amount, lastYear, reason }] });
/** A function beside others that are as they were, and the totals of both years. */
const beside = (amount: number | null, lastYear: number | null) =>
  balance({
    expenditure: [
      { amount: 2, lastYear: 2 },
      { amount: 1, lastYear: 1 },
      { amount, lastYear },
      { amount: 3 + (amount ?? 0), lastYear: 3 + (lastYear ?? 0) },
    ],
  });

testRule(yearlyChangeUnexplained, {
  passes: {
    'a rise of exactly 30 %': { T13: change(100, 130) },
    'a rise of 30 % as it is printed': { T13: change(1000, 1300.04) },
    'a fall of exactly 30 %': { T13: change(100, 70) },
    'a large change explained in a note below the table': {
      T13: {
        ...change(100, 300),
        remarks: ['注：农林水支出较上年增加200万元，为上级追加的农业生产救灾资金。'],
      },
    },
    'a large change explained': { T13: change(100, 300, '上级追加农业生产救灾资金') },
  },
  fails: {
    'just beyond 30 %': {
      T13: change(100, 130.01),
      findings: [
        'warning 收支总表!B8: 农林水支出由上年 100.00 万元变为 130.01 万元（30.01%），超过 ±30%，未说明原因。',
      ],
    },
    'a note about another function, and one that explains nothing': {
      T13: {
        ...change(100, 300),
        remarks: ['注：教育支出较上年增加，为新建校舍。', '农林水支出含上年结转'],
      },
      findings: [
        'warning 收支总表!B8: 农林水支出由上年 100.00 万元变为 300.00 万元（200.00%），超过 ±30%，未说明原因。',
      ],
    },
    'a note about other revenue says nothing of other expenditure': {
      T13: {
        ...balance({ expenditure: [{}, {}, { item: '其他支出', amount: 300, lastYear: 100 }] }),
        remarks: ['其他收入较上年增加，为利息收入。'],
      },
      findings: [
        'warning 收支总表!B8: 其他支出由上年 100.00 万元变为 300.00 万元（200.00%），超过 ±30%，未说明原因。',
      ],
    },
    'a fall, with words that say nothing': {
      T13: change(526.7, 299.48, '无'),
      findings: [
        'warning 收支总表!B8: 农林水支出由上年 526.70 万元变为 299.48 万元（-43.14%），超过 ±30%，未说明原因。',
      ],
    },
    'a function that is new': {
      T13: change(0, 5),
      findings: [
        'warning 收支总表!B8: 农林水支出由上年 0.00 万元变为 5.00 万元（上年为 0），超过 ±30%，未说明原因。',
      ],
    },
    'a blank last year where the others make up its total': {
      T13: beside(5, null),
      findings: [
        'warning 收支总表!B8: 农林水支出由上年 0.00 万元变为 5.00 万元（上年为 0），超过 ±30%，未说明原因。',
      ],
    },
    'a function of last year that is left blank': {
      T13: beside(null, 5),
      findings: [
        'warning 收支总表!B8: 农林水支出由上年 5.00 万元变为 0.00 万元（-100.00%），超过 ±30%，未说明原因。',
      ],
    },
  },
  undecidable: {
    'last year’s amount cannot be read': { T13: change(gap('unreadable'), 5), because: ['收支总表!C8'] },
  },
  notApplicable: {
    'no column for last year': { T13: balance() },
    'last year’s cell is blank, and no total says what it was': { T13: change(null, 5) },
  },
});
