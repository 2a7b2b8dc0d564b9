import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { boundIndicatorBreached } from '../../../rules/monitoring/bound-indicator-breached.ts';
import { testRule } from '../../support/test-rule.ts';

/** A monitoring form with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T02: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

const kind = (level2: string, target: string, actual: string) => ({
  level2,
  target: m(target),
  actual: m(actual),
});

testRule(boundIndicatorBreached, {
  passes: {
    'a cost exactly at its bound': form(kind('经济成本指标', '≤30万元', '30万元')),
    'a quality exactly at its bound in January': {
      ...form(kind('质量指标', '≥95%', '95%')),
      period: '2023-01',
    },
    'a quality better than an exact target': form(kind('质量指标', '95%', '98%')),
    'days fewer than an exact target': form(kind('时效指标', '30天', '25天')),
    'a share of timely payments at its target': form(kind('时效指标', '100%', '100%')),
    'no accident where none may be': form(kind('数量指标', '0起', '0起')),
    'the very day it was to be done by': form(kind('时效指标', '2023年6月30日前', '6月30日')),
    'the month it was to be done in': form(kind('时效指标', '6月30日前', '已于6月完成')),
    'a quantity below its limit': form(kind('数量指标', '≤3起', '1起')),
  },
  fails: {
    'a day after the one it was to be done by': {
      ...form(kind('时效指标', '2023年6月10日前', '2023年6月20日完成')),
      findings: [
        'error 绩效监控!E6: 指标「硬化道路里程1」执行情况 2023年6月20日完成，不满足目标 2023年6月10日前，亮红灯。',
      ],
    },
    'a day after the end of the year it was to be done in': {
      ...form(kind('时效指标', '2022年底前', '2023年1月15日竣工')),
      findings: [
        'error 绩效监控!E6: 指标「硬化道路里程1」执行情况 2023年1月15日竣工，不满足目标 2022年底前，亮红灯。',
      ],
    },
    'a month after the one it was to be done in': {
      ...form(kind('时效指标', '5月底前', '6月')),
      findings: ['error 绩效监控!E6: 指标「硬化道路里程1」执行情况 6月，不满足目标 5月底前，亮红灯。'],
    },
    'a cost just above its bound': {
      ...form(kind('经济成本指标', '≤30万元', '30.01万元')),
      findings: ['error 绩效监控!E6: 指标「硬化道路里程1」执行情况 30.01万元，不满足目标 ≤30万元，亮红灯。'],
    },
    'a cost of society is a cost, not an effect': {
      ...form(kind('社会成本指标', '20万元', '21万元')),
      findings: ['error 绩效监控!E6: 指标「硬化道路里程1」执行情况 21万元，不满足目标 20万元，亮红灯。'],
    },
    'a quality just below its bound, early in the year': {
      ...form(kind('质量指标', '≥95%', '94.9%')),
      period: '2023-02',
      findings: ['error 绩效监控!E6: 指标「硬化道路里程1」执行情况 94.9%，不满足目标 ≥95%，亮红灯。'],
    },
    'a strict bound that is only touched': {
      ...form(kind('质量指标', '大于95%', '95%')),
      findings: ['error 绩效监控!E6: 指标「硬化道路里程1」执行情况 95%，不满足目标 大于95%，亮红灯。'],
    },
    'one accident where none may be': {
      ...form(kind('数量指标', '=0起', '1起')),
      findings: ['error 绩效监控!E6: 指标「硬化道路里程1」执行情况 1起，不满足目标 =0起，亮红灯。'],
    },
    'more days than allowed': {
      ...form({}, kind('时效指标', '30天', '31天')),
      findings: ['error 绩效监控!E7: 指标「硬化道路里程2」执行情况 31天，不满足目标 30天，亮红灯。'],
    },
  },
  undecidable: {
    'a blank result': {
      ...form({ ...kind('质量指标', '≥95%', ''), actual: null }),
      because: ['绩效监控!E6'],
    },
    'a share that may be a percentage or not': {
      ...form(kind('质量指标', '≥95%', '0.96')),
      because: ['绩效监控!E6'],
    },
  },
  notApplicable: {
    'a quantity to grow into': form({}),
    'a target in words': form(kind('质量指标', '合格', '合格')),
    'a result in words': form(kind('质量指标', '≥95%', '合格')),
    'a day that is still to come, and one until which something is counted': form(
      kind('时效指标', '5月底前', '预计7月20日完成'),
      kind('时效指标', '5月底前', '截至6月30日完成80%'),
    ),
    'a date to finish by': form(kind('时效指标', '12月底前', '按计划')),
  },
});
