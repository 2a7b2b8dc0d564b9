import { targetAndResultAmounts } from '../../../rules/cross-table/target-and-result-amounts.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(targetAndResultAmounts, {
  passes: {
    'the same amount': { T17: [{ goal: '落实资金2万元。', result: '落实资金2万元。' }] },
    'the same amount in another unit': { T17: [{ goal: '落实资金2万元。', result: '落实资金20,000元。' }] },
    'exactly one percent short': { T17: [{ goal: '支付100万元。', result: '支付99万元。' }] },
    'one amount named twice in the goal': {
      T17: [{ goal: '流转金754.935511万元，当年支付754.935511万元。', result: '支付754.7371万元。' }],
    },
    'more than at least': { T17: [{ goal: '筹集不少于2万元。', result: '筹集3万元。' }] },
    'less than at most': { T17: [{ goal: '费用不超过2万元。', result: '费用1.5万元。' }] },
  },
  fails: {
    'half as much again': {
      T17: [{ goal: '落实资金2万元。', result: '落实资金3万元。' }],
      findings: [
        'warning 目标实现!D6: 绩效目标中的金额为 2.00 万元，实现情况中为 3.00 万元（为目标的 150.00%），相差 1.00 万元。',
      ],
    },
    'just more than one percent short': {
      T17: [{ goal: '支付100万元。', result: '支付98.99万元。' }],
      findings: [
        'warning 目标实现!D6: 绩效目标中的金额为 100.00 万元，实现情况中为 98.99 万元（为目标的 98.99%），相差 1.01 万元。',
      ],
    },
    'below at least': {
      T17: [{ goal: '筹集不少于2万元。', result: '筹集1万元。' }],
      findings: [
        'warning 目标实现!D6: 绩效目标中的金额为 2.00 万元，实现情况中为 1.00 万元（为目标的 50.00%），相差 1.00 万元。',
      ],
    },
  },
  notApplicable: {
    'no amounts': { T17: [{}] },
    'an amount only in the goal': { T17: [{ goal: '落实资金2万元。' }] },
    'several amounts': { T17: [{ goal: '一期2万元，二期3万元。', result: '完成2万元。' }] },
    'standards by head': { T17: [{ goal: '每人每月500元。', result: '每人每月300元。' }] },
    'a classified row': { T17: [{ goal: { gap: 'classified' }, result: '落实资金3万元。' }] },
  },
});
