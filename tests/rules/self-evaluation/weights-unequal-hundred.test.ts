import { gap } from '../../../fixtures/case.ts';
import { weightsUnequalHundred } from '../../../rules/self-evaluation/weights-unequal-hundred.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T06: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

testRule(weightsUnequalHundred, {
  passes: {
    'execution 10 and indicators 90': form({}, {}, {}),
    'halves of a point': form({ weight: 49.5 }, { weight: 30.5 }, {}),
    'weights that binary fractions do not add up': form({ weight: 50.1 }, { weight: 29.7 }, { weight: 10.2 }),
    'thirds of a point, added up before they are rounded': form(
      { weight: 65 },
      { weight: 8.333 },
      { weight: 8.333 },
      { weight: 8.334 },
    ),
    'an item beyond full marks': form({}, {}, {}, { level1: '加分项', weight: 5, score: 2 }),
    'an indicator that is struck out': form(
      {},
      {},
      {},
      { weight: gap('placeholder'), score: gap('placeholder') },
    ),
    'a form that does not weigh execution': {
      T06: { tables: { funds: [{ weight: null }], indicators: [{}, {}, {}] } },
    },
    'execution at 20 points, by setting': {
      T06: { tables: { funds: [{ weight: null }], indicators: [{ weight: 40 }, {}, {}] } },
      options: { executionWeight: 20 },
    },
  },
  fails: {
    'a hundredth of a point short': {
      ...form({ weight: 49.99 }, {}, {}),
      findings: ['error 自评表!F6: 分值合计 99.99（预算执行率 10，绩效指标 89.99），应为 100。'],
    },
    'a hundredth of a point over': {
      ...form({ weight: 50.01 }, {}, {}),
      findings: ['error 自评表!F6: 分值合计 100.01（预算执行率 10，绩效指标 90.01），应为 100。'],
    },
  },
  undecidable: {
    'a weight that is wanting': { ...form({}, { weight: null }, {}), because: ['自评表!F7'] },
  },
  notApplicable: {
    'a form without indicators': { T06: { tables: { funds: [{}] } } },
    'a classified form': {
      T06: {
        form: { projectName: { gap: 'classified' } },
        tables: { funds: [{}], indicators: [{ weight: 1 }] },
      },
    },
  },
});
