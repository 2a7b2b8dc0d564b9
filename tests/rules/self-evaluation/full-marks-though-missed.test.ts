import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { fullMarksThoughMissed } from '../../../rules/self-evaluation/full-marks-though-missed.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T06: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

const road = (actual: string, score: number, target = '≥10公里') => ({
  target: m(target),
  actual: m(actual),
  weight: 50,
  score,
});

testRule(fullMarksThoughMissed, {
  passes: {
    'exactly the target': form(road('10公里', 50)),
    'missed, a hundredth less than all points': form(road('9.9公里', 49.99)),
    'finished by the day it was to be': form({
      level2: '时效指标',
      target: m('11月底前'),
      actual: m('11月20日'),
      weight: 50,
      score: 50,
    }),
    'exactly the bound': form(road('30万元', 50, '≤30万元')),
  },
  fails: {
    'finished after the day it was to be': {
      ...form({ level2: '时效指标', target: m('11月底前'), actual: m('12月20日'), weight: 50, score: 50 }),
      findings: ['error 自评表!G6: 「硬化道路里程」目标 11月底前，实际 12月20日，未达成，却得满分 50。'],
    },
    'just short of the target': {
      ...form(road('9.99公里', 50)),
      findings: ['error 自评表!G6: 「硬化道路里程」目标 ≥10公里，实际 9.99公里，未达成，却得满分 50。'],
    },
    'just over the bound': {
      ...form({}, road('30.01万元', 50, '≤30万元')),
      findings: ['error 自评表!G7: 「受益村数」目标 ≤30万元，实际 30.01万元，未达成，却得满分 50。'],
    },
    'a strict bound that is only touched': {
      ...form(road('1818平方米', 50, '大于1818平方米')),
      findings: [
        'error 自评表!G6: 「硬化道路里程」目标 大于1818平方米，实际 1818平方米，未达成，却得满分 50。',
      ],
    },
  },
  undecidable: {
    'a result in numbers, and no target': { ...form({ target: null }), because: ['自评表!D6'] },
    'no result': { ...form({ actual: null }), because: ['自评表!E6'] },
    'no score': { ...form({ score: null }), because: ['自评表!G6'] },
  },
  notApplicable: {
    'words for a result': form({ actual: m('完成') }),
    'an indicator without points': form({ ...road('9公里', 0), weight: 0 }),
  },
});
