import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { quantitativeScoreWrong } from '../../../rules/self-evaluation/quantitative-score-wrong.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T06: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

/** The first indicator: at least ten kilometres for fifty points. */
const road = (actual: string, score: number, target = '≥10公里') => ({
  target: m(target),
  actual: m(actual),
  weight: 50,
  score,
});

testRule(quantitativeScoreWrong, {
  passes: {
    'met, all points': form({}, {}, {}),
    'eight of ten, four fifths': form(road('8公里', 40)),
    'exactly five hundredths off': form(road('8公里', 40.05)),
    'less is better, within its bound': form(road('25万元', 50, '≤30万元')),
    'less is better, over its bound': form(road('40万元', 37.5, '≤30万元')),
    'by 指标性质': form({ ...road('40', 37.5, '30'), nature: '≤', targetUnit: '万元' }),
    'by a word in 指标性质': form({ ...road('40', 37.5, '30'), nature: '反向' }),
    'none where none may be': form(road('0起', 50, '0起')),
    'some where none may be': form(road('1起', 0, '0起')),
    'points given up where more than the target was asked for': form(road('10公里', 45, '>10公里')),
    'points given up for a reason that says how': form({
      ...road('8公里', 35),
      reason: '未完成2公里，另因质量问题扣5分',
    }),
    'points given up for a target far exceeded': form(road('14公里', 45)),
  },
  fails: {
    'just more than five hundredths too much': {
      ...form(road('8公里', 40.06)),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」目标 ≥10公里，实际 8公里，完成率 80.00%，按分值 50 应得 40，自评 40.06。',
      ],
    },
    'just more than five hundredths too little': {
      ...form(road('8公里', 39.94)),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」目标 ≥10公里，实际 8公里，完成率 80.00%，按分值 50 应得 40，自评 39.94。',
      ],
    },
    'too many points, whatever the reason says': {
      ...form({ ...road('8公里', 45), reason: '按细则只扣5分' }),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」目标 ≥10公里，实际 8公里，完成率 80.00%，按分值 50 应得 40，自评 45。',
      ],
    },
    'points given up for a target just met': {
      ...form(road('13公里', 45)),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」目标 ≥10公里，实际 13公里，完成率 130.00%，按分值 50 应得 50，自评 45。',
      ],
    },
    'less is better, scored as if more were': {
      ...form(road('40万元', 45, '≤30万元')),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」目标 ≤30万元，实际 40万元，完成率 75.00%，按分值 50 应得 37.5，自评 45。',
      ],
    },
    'points for nothing done': {
      ...form(road('0公里', 10)),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」目标 ≥10公里，实际 0公里，完成率 0.00%，按分值 50 应得 0，自评 10。',
      ],
    },
  },
  undecidable: {
    'no result': { ...form({ actual: null }), because: ['自评表!E6'] },
    'no score': { ...form({ score: null }), because: ['自评表!G6'] },
    'no weight': { ...form({ weight: null }), because: ['自评表!F6'] },
    'a result in another unit': { ...form(road('8个村', 40)), because: ['自评表!E6'] },
  },
  notApplicable: {
    'all points for a target that was missed': form(road('8公里', 50)),
    'words for a result': form({ ...road('8公里', 40), actual: m('完成') }),
    'a target in words': form({ ...road('8公里', 40), target: m('明显改善') }),
    'points out of range': form(road('8公里', 51)),
  },
});
