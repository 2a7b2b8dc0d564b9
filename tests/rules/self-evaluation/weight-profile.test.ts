import { weightProfile } from '../../../rules/self-evaluation/weight-profile.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T06: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

const cost = { level1: '成本指标', level2: '经济成本指标' };

testRule(weightProfile, {
  passes: {
    'as the general setting has it': form({}, {}, {}),
    'outputs in several rows': form(
      { weight: 20 },
      {},
      {},
      { level1: '产出指标', level2: '质量指标', weight: 30 },
    ),
    'with costs': form({ weight: 40 }, { weight: 20 }, {}, { ...cost, weight: 20 }),
    'costs as a second level of the outputs': form(
      { weight: 40 },
      {},
      {},
      { ...cost, level1: '产出指标', weight: 10 },
    ),
    'outcomes whose second level speaks of costs': form(
      {},
      { level1: '效益指标', level2: '社会成本节约' },
      {},
    ),
    'another profile, by setting': {
      ...form({ weight: 60 }, { weight: 20 }, {}),
      options: { profile: [10, 60, 20, 10] },
    },
  },
  fails: {
    'outputs 60, outcomes 30, no satisfaction': {
      ...form({ weight: 60 }, {}),
      findings: [
        'notice 自评表!F6: 一级权重为执行率 10、产出 60、效益 30、满意度 0，与统一设置 10/50/30/10 不同，请确认有调整依据。',
      ],
    },
    'costs alone': {
      ...form({ ...cost, weight: 90 }),
      findings: [
        'notice 自评表!F6: 一级权重为执行率 10、成本 90、产出 0、效益 0、满意度 0，与统一设置 10/20/40/20/10 不同，请确认有调整依据。',
      ],
    },
  },
  undecidable: {
    'a weight that is wanting': { ...form({}, { weight: null }, {}), because: ['自评表!F7'] },
  },
  notApplicable: {
    'weights that are not one hundred': form({ weight: 49 }, {}, {}),
    'no indicators': { T06: { tables: { funds: [{}] } } },
  },
});
