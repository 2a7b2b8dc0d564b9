import { impossibleWithoutMeasure } from '../../../rules/monitoring/impossible-without-measure.ts';
import { testRule } from '../../support/test-rule.ts';

/** A monitoring form with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T02: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

const impossible = { certain: null, impossible: true };

testRule(impossibleWithoutMeasure, {
  passes: {
    'reason and measures given': form({ ...impossible, remark: '征地未完成，拟调减目标至6公里' }),
  },
  fails: {
    'a blank remark': {
      ...form({}, { ...impossible, remark: null }),
      findings: [
        'error 绩效监控!J7: 指标「硬化道路里程2」选“完全不可能”完成目标，备注未说明原因及拟采取的措施。',
      ],
    },
    'a remark that says nothing': {
      ...form({ ...impossible, remark: '无' }),
      findings: [
        'error 绩效监控!J6: 指标「硬化道路里程1」选“完全不可能”完成目标，备注只写了“无”，未说明原因及拟采取的措施。',
      ],
    },
    'a dash for a remark': {
      ...form({ ...impossible, remark: { gap: 'placeholder' } }),
      findings: [
        'error 绩效监控!J6: 指标「硬化道路里程1」选“完全不可能”完成目标，备注未说明原因及拟采取的措施。',
      ],
    },
  },
  undecidable: {
    'a sheet without remarks': { ...form(impossible), because: ['绩效监控!5:5'] },
  },
  notApplicable: {
    'a target that will be met': form({}),
    'a tick that says no': form({ impossible: false }),
  },
});
