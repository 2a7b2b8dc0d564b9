import { gap } from '../../../fixtures/case.ts';
import { carryOverRatio } from '../../../rules/carry-over/carry-over-ratio.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(carryOverRatio, {
  passes: {
    'a twentieth left': { T16: [{}] },
    'exactly a tenth left': { T16: [{ spent: 90, carriedOver: 10 }] },
    'a tenth as it is printed': { T16: [{ budget: 1000, spent: 899.96, carriedOver: 100.04 }] },
    'exactly as much as last year': { T16: [{ lastRatio: 0.05 }] },
    'as much as last year as it is printed': {
      T16: [{ budget: 1000, spent: 949.96, carriedOver: 50.04, lastRatio: 0.05 }],
    },
    'one project with much, little in all': { T16: [{ carriedOver: 15 }, { carriedOver: 5 }] },
  },
  fails: {
    'just above a tenth': {
      T16: [{ spent: 89.99, carriedOver: 10.01 }],
      findings: [
        'warning 结转结余!F6: 结转结余率 10.01%（结转结余 10.01 万元，预算 100.00 万元），超过 10%。',
      ],
    },
    'the project that leaves the most is named': {
      T16: [{}, { spent: 70, carriedOver: 30 }, {}],
      findings: [
        'warning 结转结余!F7: 结转结余率 13.33%（结转结余 40.00 万元，预算 300.00 万元），超过 10%。',
      ],
    },
    'more than last year': {
      T16: [{ lastRatio: 0.0499 }],
      findings: [
        'warning 结转结余!F6: 结转结余率 5.00%（结转结余 5.00 万元，预算 100.00 万元），高于上年 4.99%。',
      ],
    },
    'the current year once it is over': {
      T16: [{ originYear: 2023, carriedOver: 20 }],
      period: '2023-12',
      findings: [
        'warning 结转结余!F6: 结转结余率 20.00%（结转结余 20.00 万元，预算 100.00 万元），超过 10%。',
      ],
    },
  },
  undecidable: {
    'a blank budget': { T16: [{ budget: null }], because: ['结转结余!D6'] },
    'an amount that cannot be read': {
      T16: [{ carriedOver: gap('unreadable'), amount: null }],
      because: ['结转结余!F6'],
    },
  },
  notApplicable: {
    'the current year while it runs': { T16: [{ originYear: 2023, carriedOver: 50 }] },
    'no column for budgets': { T16: { rows: [{}], without: ['budget'] } },
  },
});
