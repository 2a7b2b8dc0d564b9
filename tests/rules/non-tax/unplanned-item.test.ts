import { gap } from '../../../fixtures/case.ts';
import { unplannedItem } from '../../../rules/non-tax/unplanned-item.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(unplannedItem, {
  passes: {
    'a planned item': { T12: [{}] },
    'an unplanned item that brought nothing': { T12: [{ plan: 0, collected: 0 }] },
  },
  fails: {
    'an item without a plan': {
      T12: [{}, { item: '利息收入', plan: null, collected: 1.61 }],
      findings: ['notice 非税收入!I7: 「利息收入」累计收入 1.61 万元，未列入非税收入计划。'],
    },
    'the smallest amount on an item planned at nothing': {
      T12: [{ item: '利息收入', plan: 0, collected: 0.01 }],
      findings: ['notice 非税收入!I6: 「利息收入」累计收入 0.01 万元，未列入非税收入计划。'],
    },
  },
  undecidable: {
    'a plan that cannot be read': { T12: [{ plan: gap('unreadable') }], because: ['非税收入!E6'] },
    'a collection that cannot be read': {
      T12: [{ plan: 0, collected: gap('error') }],
      because: ['非税收入!I6'],
    },
  },
  notApplicable: {
    'a form of plans alone': { T12: { rows: [{}], without: ['collected'] } },
    'a classified item': { T12: [{ item: gap('classified'), plan: 0, collected: 1 }] },
  },
});
