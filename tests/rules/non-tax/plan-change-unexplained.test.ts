import { gap } from '../../../fixtures/case.ts';
import { planChangeUnexplained } from '../../../rules/non-tax/plan-change-unexplained.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(planChangeUnexplained, {
  passes: {
    'a plan just below the threshold': { T12: [{ lastActual: 10, plan: 12.99 }] },
    'a large change that is explained': {
      T12: [{ lastActual: 10, plan: 3, reason: '禁烧工作深入开展，违法行为减少' }],
    },
    'a change on this year’s forecast, where the form plans the next': {
      T12: {
        rows: [{ lastActual: 5, thisForecast: 10, plan: 11 }],
        headings: { thisForecast: '2023年预计', plan: '2024年计划' },
      },
    },
    'a change on this year’s forecast, where the heading of the plan names no year': {
      T12: { rows: [{ lastActual: 5, thisForecast: 10, plan: 11 }], headings: { plan: '计划数' } },
    },
  },
  fails: {
    'exactly at the threshold': {
      T12: [{ lastActual: 10, plan: 13 }],
      findings: [
        'warning 非税收入!H6: 「罚没收入」计划 13.00 万元，上年实际 10.00 万元，变动 30.00%，未说明原因。',
      ],
    },
    'a plan beside a forecast of the same year': {
      T12: [{ lastActual: 10, thisForecast: 13, plan: 13 }],
      findings: [
        'warning 非税收入!I6: 「罚没收入」计划 13.00 万元，上年实际 10.00 万元，变动 30.00%，未说明原因。',
      ],
    },
    'a plan that falls': {
      T12: [{}, { lastActual: 10, plan: 7 }],
      findings: [
        'warning 非税收入!H7: 「行政事业性收费收入」计划 7.00 万元，上年实际 10.00 万元，变动 -30.00%，未说明原因。',
      ],
    },
    'a reason that says nothing': {
      T12: [{ lastActual: 10, plan: 14, reason: '无' }],
      findings: [
        'warning 非税收入!H6: 「罚没收入」计划 14.00 万元，上年实际 10.00 万元，变动 40.00%，未说明原因。',
      ],
    },
    'a new item': {
      T12: [{ lastActual: 0, plan: 2 }],
      findings: ['warning 非税收入!H6: 「罚没收入」计划 2.00 万元，上年实际为 0，未说明新增原因。'],
    },
    'no column for reasons': {
      T12: { rows: [{ lastActual: 10, plan: 14 }], without: ['reason'] },
      findings: [
        'warning 非税收入!E6: 「罚没收入」计划 14.00 万元，上年实际 10.00 万元，变动 40.00%，未说明原因。',
      ],
    },
  },
  undecidable: {
    'a plan that cannot be read': { T12: [{ plan: gap('unreadable') }], because: ['非税收入!E6'] },
    'a year before that cannot be read': { T12: [{ lastActual: gap('error') }], because: ['非税收入!D6'] },
  },
  notApplicable: {
    'nothing before and nothing planned': { T12: [{ lastActual: 0, plan: 0 }] },
    'no year before on the sheet': { T12: { rows: [{}], without: ['lastActual'] } },
    'an item without a plan': { T12: [{ plan: null }] },
  },
});
