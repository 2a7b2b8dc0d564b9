import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { deviationUnexplained } from '../../../rules/self-evaluation/deviation-unexplained.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T06: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

const road = (actual: string, reason: string | null = null, target = '≥10公里') => ({
  target: m(target),
  actual: m(actual),
  reason,
});

testRule(deviationUnexplained, {
  passes: {
    'on target': form(road('10公里')),
    'exactly 130 %': form(road('13公里')),
    'exactly 70 %': form(road('7公里')),
    '130 % as it is printed': form(road('13.0004公里')),
    '70 % as it is printed': form(road('6.9997公里')),
    'far below, and explained among the remarks': form({
      ...road('5公里'),
      remark: '资金未到位，分两年实施',
    }),
    'far above, and explained': form(road('20公里', '追加资金后增加里程')),
    'less is better, and far less': form(road('10万元', null, '≤30万元')),
    'less is better, and none': { ...form(road('7公里'), road('0起', null, '≤1起')) },
  },
  fails: {
    'just above 130 %': {
      ...form(road('13.01公里')),
      findings: [
        'warning 自评表!H6: 「硬化道路里程」目标 ≥10公里，实际 13.01公里，完成率 130.10%，高于 130%，未说明原因。',
      ],
    },
    'an indicator whose points are out of range as well': {
      ...form({ ...road('6公里'), score: 51 }),
      findings: [
        'warning 自评表!H6: 「硬化道路里程」目标 ≥10公里，实际 6公里，完成率 60.00%，低于 70%，未说明原因。',
      ],
    },
    'an indicator without points': {
      ...form({ ...road('6公里'), score: null, weight: null }),
      findings: [
        'warning 自评表!H6: 「硬化道路里程」目标 ≥10公里，实际 6公里，完成率 60.00%，低于 70%，未说明原因。',
      ],
    },
    'a word for nothing as the reason': {
      ...form(road('6公里', '无')),
      findings: [
        'warning 自评表!H6: 「硬化道路里程」目标 ≥10公里，实际 6公里，完成率 60.00%，低于 70%，未说明原因。',
      ],
    },
    'just below 70 %': {
      ...form(road('6.99公里')),
      findings: [
        'warning 自评表!H6: 「硬化道路里程」目标 ≥10公里，实际 6.99公里，完成率 69.90%，低于 70%，未说明原因。',
      ],
    },
    'less is better, and half as much again': {
      ...form(road('45万元', null, '≤30万元')),
      findings: [
        'warning 自评表!H6: 「硬化道路里程」目标 ≤30万元，实际 45万元，完成率 66.67%，低于 70%，未说明原因。',
      ],
    },
  },
  undecidable: {
    'no result': { ...form({ actual: null, reason: null }), because: ['自评表!E6'] },
    'a sheet without a column for reasons': {
      ...form({ actual: m('5公里') }),
      because: ['自评表!5:5'],
    },
  },
  notApplicable: {
    'words for a result': form({ actual: m('完成'), reason: null }),
    'a target in words': form({ target: m('明显改善'), reason: null }),
  },
});
