import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { positiveIndicatorLamp } from '../../../rules/monitoring/positive-indicator-lamp.ts';
import { testRule } from '../../support/test-rule.ts';

/** A monitoring form with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T02: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

testRule(positiveIndicatorLamp, {
  passes: {
    'half the target in June': form({}),
    'exactly 80 % of what is due': form({ target: m('≥10公里'), actual: m('4公里') }),
    'just below 120 % of what is due': form({ target: m('≥100次'), actual: m('59.9次') }),
    'a result in a smaller unit': form({ target: m('≥10公里'), actual: m('5000米') }),
    'a satisfaction of 96 % in June is no over-achievement': form({
      level1: '满意度指标',
      level2: '服务对象满意度',
      target: m('≥95%'),
      actual: m('96%'),
    }),
    'a department form': { T04: { tables: { indicators: [{}] } } },
  },
  fails: {
    'just below 80 % of what is due': {
      ...form({ target: m('≥1000人'), actual: m('399人') }),
      findings: [
        'warning 绩效监控!E6: 指标「硬化道路里程1」截至6月完成 399人，年度目标 ≥1000人，达成应完成数的 79.80%，亮黄灯。',
      ],
    },
    'exactly 60 % of what is due': {
      ...form({ target: m('≥10公里'), actual: m('3公里') }),
      findings: [
        'warning 绩效监控!E6: 指标「硬化道路里程1」截至6月完成 3公里，年度目标 ≥10公里，达成应完成数的 60.00%，亮黄灯。',
      ],
    },
    'what reads as 60 % of what is due': {
      ...form({ target: m('≥1000000人'), actual: m('299999人') }),
      findings: [
        'warning 绩效监控!E6: 指标「硬化道路里程1」截至6月完成 299999人，年度目标 ≥1000000人，达成应完成数的 60.00%，亮黄灯。',
      ],
    },
    'just below 60 % of what is due': {
      ...form({ target: m('≥1000人'), actual: m('299人') }),
      findings: [
        'error 绩效监控!E6: 指标「硬化道路里程1」截至6月完成 299人，年度目标 ≥1000人，达成应完成数的 59.80%，亮红灯。',
      ],
    },
    'exactly 120 % of what is due': {
      ...form({ target: m('≥10公里'), actual: m('6公里') }),
      findings: [
        'notice 绩效监控!E6: 指标「硬化道路里程1」截至6月完成 6公里，年度目标 ≥10公里，达成应完成数的 120.00%，亮蓝灯。',
      ],
    },
    'the same result is late by September': {
      ...form({ target: m('≥10公里'), actual: m('5公里') }),
      period: '2023-09',
      findings: [
        'warning 绩效监控!E6: 指标「硬化道路里程1」截至9月完成 5公里，年度目标 ≥10公里，达成应完成数的 66.67%，亮黄灯。',
      ],
    },
    'nothing done yet': {
      ...form({ target: m('≥10公里'), actual: m('0公里') }, {}),
      findings: [
        'error 绩效监控!E6: 指标「硬化道路里程1」截至6月完成 0公里，年度目标 ≥10公里，达成应完成数的 0.00%，亮红灯。',
      ],
    },
  },
  undecidable: {
    'a blank result': { ...form({ actual: null }), because: ['绩效监控!E6'] },
    'a result in another unit': { ...form({ actual: m('5个村') }), because: ['绩效监控!E6'] },
    'a share that may be a percentage or not': {
      ...form({ target: m('≥95%'), actual: m('0.48') }),
      because: ['绩效监控!E6'],
    },
  },
  notApplicable: {
    'a cost': form({ level1: '成本指标', level2: '经济成本指标', target: m('≤30万元'), actual: m('1万元') }),
    'a quantity that must stay low': form({ target: m('≤3起'), actual: m('1起') }),
    'a target of zero': form({ target: m('0起'), actual: m('1起') }),
    'a target that is a date': form({ target: m('12月底前'), actual: m('6月') }),
    'a result in words, which has a finding of its own': form({ actual: m('正常推进') }),
    'a classified form': {
      T02: { form: { projectName: { gap: 'classified' } }, tables: { funds: [{}], indicators: [{}] } },
    },
  },
});
