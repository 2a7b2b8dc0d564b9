import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { deviationWithoutCause } from '../../../rules/monitoring/deviation-without-cause.ts';
import { testRule } from '../../support/test-rule.ts';

/** A monitoring form with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T02: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

const late = { actual: m('3公里') };
const withCauses = { ...late, causeFunds: null, causeNote: null };

testRule(deviationWithoutCause, {
  passes: {
    'an indicator on time': form({ causeFunds: null }),
    'exactly 80 % of what is due': form({ actual: m('4公里'), causeFunds: null }),
    'a late one with a cause ticked': form({ ...withCauses, causeFunds: true }),
    'a late one explained in three characters': form({ ...withCauses, causeNote: '征地难' }),
    'a late one explained in words': form({ ...withCauses, causeNote: '连续降雨，工期顺延' }),
  },
  fails: {
    'just below 80 % of what is due': {
      ...form({ ...withCauses, target: m('≥1000人'), actual: m('399人') }),
      findings: [
        'error 绩效监控!G6: 指标「硬化道路里程1」亮黄灯（目标 ≥1000人，执行情况 399人），偏差原因未勾选，也未说明。',
      ],
    },
    'red, and the tick says no': {
      ...form({ ...withCauses, actual: m('1公里'), causeFunds: false }),
      findings: [
        'error 绩效监控!G6: 指标「硬化道路里程1」亮红灯（目标 ≥10公里，执行情况 1公里），偏差原因未勾选，也未说明。',
      ],
    },
    'a note that says nothing': {
      ...form(
        { ...withCauses, causeNote: '无' },
        { ...withCauses, causeNote: '/' },
        { ...withCauses, causeNote: '正在推进' },
      ),
      findings: [
        'error 绩效监控!G6: 指标「硬化道路里程1」亮黄灯（目标 ≥10公里，执行情况 3公里），偏差原因未勾选，原因说明只写了“无”。',
        'error 绩效监控!G7: 指标「硬化道路里程2」亮黄灯（目标 ≥10公里，执行情况 3公里），偏差原因未勾选，原因说明只写了“/”。',
        'error 绩效监控!G8: 指标「硬化道路里程3」亮黄灯（目标 ≥10公里，执行情况 3公里），偏差原因未勾选，原因说明只写了“正在推进”。',
      ],
    },
    'missed in words': {
      ...form({ ...withCauses, target: m('明显改善'), actual: m('未达到') }),
      findings: [
        'error 绩效监控!G6: 指标「硬化道路里程1」亮红灯（目标 明显改善，执行情况 未达到），偏差原因未勾选，也未说明。',
      ],
    },
  },
  undecidable: {
    'a sheet without the columns for causes': { ...form(late), because: ['绩效监控!5:5'] },
  },
  notApplicable: {
    'no result yet': form({ ...withCauses, actual: null }),
  },
});
