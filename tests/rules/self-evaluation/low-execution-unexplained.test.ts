import { lowExecutionUnexplained } from '../../../rules/self-evaluation/low-execution-unexplained.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its total row of funds, good but for what is given. */
const funds = (total: object, form: object = {}) => ({
  T06: { form: { ...form }, tables: { funds: [{ ...total }], indicators: [{}, {}, {}] } },
});

const spent = (executed: number | null, reason: string | null = null) =>
  funds({ adjustedBudget: 100, executed, reason });

testRule(lowExecutionUnexplained, {
  passes: {
    'exactly 90 %': spent(90),
    '90 % as it is printed': spent(89.996),
    'below and explained': spent(50, '据实结算，工程审减'),
    'below and explained beside a part of the money': {
      T06: {
        tables: {
          funds: [{ adjustedBudget: 100, executed: 50, reason: null }, { reason: '上级资金年底下达' }],
          indicators: [{}],
        },
      },
    },
    'below and explained among the problems': funds(
      { adjustedBudget: 100, executed: 50, reason: null },
      { problems: '预算执行率偏低，因工程尚未验收。' },
    ),
  },
  fails: {
    'just below 90 %': {
      ...spent(89.99),
      findings: [
        'warning 自评表!H6: 全年执行数 89.99、预算数 100.00 万元，执行率 89.99% 低于 90%，未说明原因。',
      ],
    },
    'a conclusion that praises the rate': {
      ...funds(
        { adjustedBudget: 100, executed: 50, reason: null },
        { conclusion: '预算执行率良好，目标全部完成' },
      ),
      findings: [
        'warning 自评表!H6: 全年执行数 50.00、预算数 100.00 万元，执行率 50.00% 低于 90%，未说明原因。',
      ],
    },
    'a stroke for a reason': {
      ...spent(50, '/'),
      findings: [
        'warning 自评表!H6: 全年执行数 50.00、预算数 100.00 万元，执行率 50.00% 低于 90%，未说明原因。',
      ],
    },
    'nothing spent': {
      ...spent(0),
      findings: [
        'warning 自评表!H6: 全年执行数 0.00、预算数 100.00 万元，执行率 0.00% 低于 90%，未说明原因。',
      ],
    },
  },
  undecidable: {
    'no spending': { ...spent(null), because: ['自评表!D6'] },
    'a sheet without a column for the reason': {
      ...funds({ adjustedBudget: 100, executed: 50 }),
      because: ['自评表!5:5'],
    },
  },
  notApplicable: {
    'a budget of zero': funds({ adjustedBudget: 0, executed: 0, reason: null }),
    'no row of funds': { T06: { tables: { indicators: [{}] } } },
  },
});
