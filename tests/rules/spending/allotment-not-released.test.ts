import { allotmentNotReleased } from '../../../rules/spending/allotment-not-released.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(allotmentNotReleased, {
  passes: {
    'all of it is released': { T01: [{}] },
    'more than the budget is released': { T01: [{ released: 130 }] },
    'a rounding difference': { T01: [{ released: 119.99 }] },
    'half of it, where half is asked for': { T01: [{ released: 60 }], options: { due: { 6: 0.5 } } },
    'half of it before the second date': {
      T01: [{ released: 60 }],
      period: '2023-05',
      options: { due: { 2: 0.5, 6: 1 } },
    },
  },
  fails: {
    'just more than a rounding difference': {
      T01: [{ released: 119.98 }],
      findings: [
        'notice 支出进度!K6: 截至6月已下达 119.98 万元，为调整后预算 120.00 万元的 99.98%，尚有 0.02 万元未下达，责任在下达环节，由财政端（或主管部门）办理。',
      ],
    },
    'nothing is released': {
      T01: [{ released: 0, cumActual: 0 }],
      findings: [
        'notice 支出进度!K6: 截至6月已下达 0.00 万元，为调整后预算 120.00 万元的 0.00%，尚有 120.00 万元未下达，责任在下达环节，由财政端（或主管部门）办理。',
      ],
    },
    'less than half of it from the first date on': {
      T01: [{ released: 59.97 }],
      period: '2023-05',
      options: { due: { 2: 0.5, 6: 1 } },
      findings: [
        'notice 支出进度!K6: 截至5月已下达 59.97 万元，为调整后预算 120.00 万元的 49.98%，尚有 60.03 万元未下达，责任在下达环节，由财政端（或主管部门）办理。',
      ],
    },
  },
  undecidable: {
    'what was released is blank': { T01: [{ released: null }], because: ['支出进度!K6'] },
    'no column for what was released': {
      T01: { rows: [{}, {}], without: ['released'] },
      because: ['支出进度!5:5'],
    },
    'a blank budget': { T01: [{ adjustedBudget: null }], because: ['支出进度!J6'] },
  },
  notApplicable: {
    'not due before the first date': {
      T01: [{ released: 0 }],
      period: '2023-01',
      options: { due: { 2: 0.5, 6: 1 } },
    },
    'not due in May': { T01: [{ released: 0 }], period: '2023-05' },
    'a budget of zero': { T01: [{ adjustedBudget: 0, released: 0 }] },
  },
});
