import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { qualitativeBand } from '../../../rules/monitoring/qualitative-band.ts';
import { testRule } from '../../support/test-rule.ts';

/** A monitoring form with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T02: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

const inWords = (actual: string) => ({
  level2: '社会效益指标',
  target: m('明显改善'),
  actual: m(actual),
});

testRule(qualitativeBand, {
  passes: {
    reached: form(inWords('达成预期目标')),
    'done by a date': form({ ...inWords('已完成'), target: m('12月底前') }),
  },
  fails: {
    'reached in part': {
      ...form(inWords('部分达成预期')),
      findings: [
        'warning 绩效监控!E6: 定性指标「硬化道路里程1」执行情况为“部分达成预期”，属部分达成，亮黄灯。',
      ],
    },
    'not wholly done': {
      ...form(inWords('未全部完成')),
      findings: [
        'warning 绩效监控!E6: 定性指标「硬化道路里程1」执行情况为“未全部完成”，属部分达成，亮黄灯。',
      ],
    },
    missed: {
      ...form({}, inWords('未达到预期')),
      findings: ['error 绩效监控!E7: 定性指标「硬化道路里程2」执行情况为“未达到预期”，属未达成，亮红灯。'],
    },
    'not begun': {
      ...form(inWords('尚未开展')),
      findings: ['error 绩效监控!E6: 定性指标「硬化道路里程1」执行情况为“尚未开展”，属未达成，亮红灯。'],
    },
  },
  undecidable: {
    'a blank result': { ...form({ ...inWords(''), actual: null }), because: ['绩效监控!E6'] },
  },
  notApplicable: {
    'a target in numbers': form({ actual: m('未完成') }),
    'words of no band': form(inWords('道路更好走了')),
    'no target': form({ target: null }),
  },
});
