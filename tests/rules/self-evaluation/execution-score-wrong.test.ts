import { executionScoreWrong } from '../../../rules/self-evaluation/execution-score-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its total row of funds, good but for what is given. */
const funds = (total: object, form: object = {}) => ({
  T06: { form: { ...form }, tables: { funds: [{ ...total }], indicators: [{}, {}, {}] } },
});

const spent = (executed: number, score: number | null) => funds({ adjustedBudget: 120, executed, score });

testRule(executionScoreWrong, {
  passes: {
    'all of the budget, all points': funds({}),
    '95 % of the budget, 9.5 points': spent(114, 9.5),
    'a third, rounded': spent(40, 3.33),
    'a third, a hundredth too much': spent(40, 3.34),
    'more than the budget earns no more than all points': spent(130, 10),
    'found by its words below its parts': {
      T06: {
        tables: {
          funds: [
            { item: '其中：当年财政拨款', executed: 60, score: null, weight: null },
            { item: '年度资金总额', adjustedBudget: 120, executed: 114, weight: 10, score: 9.5 },
          ],
          indicators: [{}],
        },
      },
    },
    'twenty points, by the heading of the funds': {
      T06: {
        form: {},
        tables: { funds: [{ weight: null, executed: 114, score: 19 }], indicators: [{}] },
        headings: { item: '预算执行情况（万元）（20分）' },
      },
    },
    'twenty points, by setting': {
      ...funds({ weight: null, executed: 114, score: 19 }),
      options: { executionWeight: 20 },
    },
  },
  fails: {
    'just beyond a hundredth': {
      ...spent(114, 9.52),
      findings: [
        'warning 自评表!G6: 预算执行率得分填 9.52，按执行数 114.00 ÷ 全年预算数 120.00 万元（95.00%）乘以分值 10，应得 9.5。',
      ],
    },
    'all points for half the budget': {
      ...spent(60, 10),
      findings: [
        'warning 自评表!G6: 预算执行率得分填 10，按执行数 60.00 ÷ 全年预算数 120.00 万元（50.00%）乘以分值 10，应得 5。',
      ],
    },
    'too few points': {
      ...spent(40, 3.31),
      findings: [
        'warning 自评表!G6: 预算执行率得分填 3.31，按执行数 40.00 ÷ 全年预算数 120.00 万元（33.33%）乘以分值 10，应得 3.33。',
      ],
    },
  },
  undecidable: {
    'no score': { ...spent(114, null), because: ['自评表!G6'] },
    'no spending': { ...funds({ executed: null }), because: ['自评表!D6'] },
    'no budget': { ...funds({ adjustedBudget: null }), because: ['自评表!C6'] },
  },
  notApplicable: {
    'a budget of zero': funds({ adjustedBudget: 0, executed: 0, score: 0 }),
    'points out of range': spent(114, 11),
    'no row of funds': { T06: { tables: { indicators: [{}] } } },
  },
});
