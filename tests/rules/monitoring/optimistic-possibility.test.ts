import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { optimisticPossibility } from '../../../rules/monitoring/optimistic-possibility.ts';
import { testRule } from '../../support/test-rule.ts';

/** A monitoring form with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T02: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

const september = { period: '2023-09', asOf: '2023-09-30' };

testRule(optimisticPossibility, {
  passes: {
    'yellow in September': { ...september, ...form({ actual: m('4.5公里') }) },
    'on time in September': { ...september, ...form({ actual: m('8公里') }) },
  },
  fails: {
    'just below 60 % of what is due in September': {
      ...september,
      ...form({ actual: m('4.49公里') }),
      findings: [
        'warning 绩效监控!G6: 指标「硬化道路里程1」截至9月仍亮红灯（目标 ≥10公里，执行情况 4.49公里），却选“确定能”完成，需核实。',
      ],
    },
  },
  undecidable: {
    'no result in September': { ...september, ...form({ actual: null }), because: ['绩效监控!E6'] },
  },
  notApplicable: {
    'red in August': { period: '2023-08', ...form({ actual: m('1公里') }) },
    'red, and only perhaps met': {
      ...september,
      ...form({ actual: m('1公里'), certain: null, possible: true }),
    },
  },
});
