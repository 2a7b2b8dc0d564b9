import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { qualitativeScoreBand } from '../../../rules/self-evaluation/qualitative-score-band.ts';
import { testRule } from '../../support/test-rule.ts';

/** A self-evaluation with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T06: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

const effect = (actual: string, score: number | null) => ({
  target: m('明显改善'),
  actual: m(actual),
  weight: 30,
  score,
});

testRule(qualitativeScoreBand, {
  passes: {
    'reached, all points': form(effect('达成预期目标', 30)),
    'reached, exactly 80 %': form(effect('达成', 24)),
    'in part, just below 80 %': form(effect('部分达成', 23.99)),
    'in part, exactly 60 %': form(effect('部分达成', 18)),
    'missed, just below 60 %': form(effect('未达成', 17.99)),
    'missed, no points': form(effect('未达成', 0)),
    'reached by and large, as reached': form(effect('基本达成', 30)),
    'reached by and large, as in part': form(effect('基本达成', 18)),
    'in part at half, by the setting of Hubei': {
      ...form(effect('部分达成', 15)),
      options: { partlyFrom: 0.5 },
    },
  },
  fails: {
    'reached, just below 80 %': {
      ...form(effect('达成', 23.99)),
      findings: ['warning 自评表!G6: 「硬化道路里程」完成情况“达成”属“达成”档，得分应在 24–30，自评 23.99。'],
    },
    'in part, exactly 80 %': {
      ...form(effect('部分达成', 24)),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」完成情况“部分达成”属“部分达成”档，得分应在 18–24（不含），自评 24。',
      ],
    },
    'in part, just below 60 %': {
      ...form(effect('部分达成', 17.99)),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」完成情况“部分达成”属“部分达成”档，得分应在 18–24（不含），自评 17.99。',
      ],
    },
    'reached by and large, and less than in part': {
      ...form(effect('基本达成', 17.99)),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」完成情况“基本达成”属“基本达成”档，得分应在 18–30，自评 17.99。',
      ],
    },
    'missed, exactly 60 %': {
      ...form(effect('未达成', 18)),
      findings: [
        'warning 自评表!G6: 「硬化道路里程」完成情况“未达成”属“未达成”档，得分应在 0–18（不含），自评 18。',
      ],
    },
    'missed, exactly half, by the setting of Hubei': {
      ...form(effect('未达成', 15)),
      options: { partlyFrom: 0.5 },
      findings: [
        'warning 自评表!G6: 「硬化道路里程」完成情况“未达成”属“未达成”档，得分应在 0–15（不含），自评 15。',
      ],
    },
  },
  undecidable: {
    'no score': { ...form(effect('达成', null)), because: ['自评表!G6'] },
    'no result': { ...form({ ...effect('达成', 30), actual: null }), because: ['自评表!E6'] },
  },
  notApplicable: {
    'a target in numbers': form({ actual: m('达成') }),
    'a share of what was to be done': form(effect('完成80%', 20)),
    'words of no band': form(effect('道路更好走了', 30)),
    'points out of range': form(effect('达成', 31)),
  },
});
