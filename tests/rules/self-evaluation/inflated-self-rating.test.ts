import { inflatedSelfRating } from '../../../rules/self-evaluation/inflated-self-rating.ts';
import { testRule } from '../../support/test-rule.ts';

/** All points for the goals but for `score`, and a share of the budget of 100 spent. */
const rated = (executed: number | null, execution: number | null, score = 50) => ({
  T06: {
    tables: {
      funds: [{ adjustedBudget: 100, executed, score: execution }],
      indicators: [{ score }, {}, {}],
    },
  },
});

testRule(inflatedSelfRating, {
  passes: {
    'all spent, all met': rated(100, 10),
    'exactly 5 % ahead': rated(95, 9.5),
    'exactly 20 % unspent, the goals scored as low': rated(80, 8, 32),
    '5 % ahead as it is printed': {
      T06: {
        tables: {
          funds: [{ adjustedBudget: 120, executed: 113.9999, score: null }],
          indicators: [{}, {}, {}],
        },
      },
    },
    '20 % unspent as it is printed': rated(79.9999, 8, 32),
    'execution ahead of goals': rated(100, 10, 10),
  },
  fails: {
    'just more than 5 % ahead': {
      ...rated(94.99, 9.49),
      findings: [
        'error 自评表!G6: 指标得分率 100.00%（90/90），执行得分率 94.90%（9.49/10），前者高出 5.10%，自评分需核实。',
      ],
    },
    'execution not scored, but half spent': {
      ...rated(50, null),
      findings: [
        'error 自评表!G6: 指标得分率 100.00%（90/90），执行得分率 50.00%（5/10），前者高出 50.00%，自评分需核实。',
      ],
    },
    'just more than 20 % unspent, the goals scored as low': {
      ...rated(79.99, 8, 32),
      findings: [
        'warning 自评表!D6: 全年预算数 100.00 万元，执行数 79.99 万元，未执行 20.01%，指标得分率 80.00%，自评分需核实。',
      ],
    },
    'no budget at all': {
      T06: { tables: { funds: [{ adjustedBudget: 0, executed: 0, score: 0 }], indicators: [{}, {}, {}] } },
      findings: ['warning 自评表!C6: 全年预算数为 0，指标得分率 100.00%，无法与资金执行相互印证，需核实。'],
    },
  },
  undecidable: {
    'no spending': { ...rated(null, 10), because: ['自评表!D6'] },
    'an indicator without a score': {
      T06: { tables: { funds: [{}], indicators: [{}, { score: null }] } },
      because: ['自评表!G7'],
    },
  },
  notApplicable: {
    'no points for any goal': {
      T06: { tables: { funds: [{ executed: 0 }], indicators: [{ score: 0 }] } },
    },
    'points out of range': rated(50, 5, 60),
    'no indicators': { T06: { tables: { funds: [{}] } } },
  },
});
