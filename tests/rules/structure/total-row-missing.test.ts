import { totalRowMissing } from '../../../rules/structure/total-row-missing.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(totalRowMissing, {
  passes: { 'lines and a total': { T01: { rows: [{}, {}], totals: [{ adjustedBudget: 240 }] } } },
  fails: {
    'two lines without a total': {
      T01: [{}, {}],
      findings: ['warning 支出进度!7:7: 表内有 2 行明细，未找到合计行。'],
    },
    'a subtotal is no total': {
      T03: { rows: [{}, {}, {}], subtotals: [{ adjustedBudget: 360 }] },
      findings: ['warning 监控清单!8:8: 表内有 3 行明细，未找到合计行。'],
    },
  },
  notApplicable: { 'a single line': { T01: [{}] } },
});
