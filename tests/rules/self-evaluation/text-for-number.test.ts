import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { textForNumber } from '../../../rules/self-evaluation/text-for-number.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T06: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

testRule(textForNumber, {
  passes: { 'a number': form({}) },
  fails: {
    'the word 完成': {
      ...form({}, { target: m('≤30'), targetUnit: '万元', actual: m('完成') }),
      findings: ['warning 自评表!F7: 「受益村数」目标为 ≤30万元，完成值填“完成”，请填实际数值。'],
    },
    'any other words': {
      ...form({ actual: m('按计划推进') }),
      findings: ['warning 自评表!E6: 「硬化道路里程」目标为 ≥10公里，完成值填“按计划推进”，请填实际数值。'],
    },
  },
  undecidable: {
    'no result': { ...form({ actual: null }), because: ['自评表!E6'] },
  },
  notApplicable: {
    'a target in words': form({ target: m('明显改善'), actual: m('完成') }),
    'a date to finish by': form({ target: m('12月底前'), actual: m('完成') }),
    'none, where none may be': form({ target: m('0起'), actual: m('未发生') }),
    'what does not apply': form({ actual: m('不涉及') }),
  },
});
