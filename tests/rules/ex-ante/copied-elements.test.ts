import { copiedElements } from '../../../rules/ex-ante/copied-elements.ts';
import { testRule } from '../../support/test-rule.ts';

const texts = (name: string) => ({
  projectName: name,
  overview: `${name}的概况：位于示例区，涉及三个村，建设内容具体。`,
  policyBasis: `${name}的依据：列入年度实施方案并经会议研究确定。`,
  need: `${name}的需求：群众反映多年，现有设施已经不能使用。`,
  feasibility: `${name}的可行性：用地、图纸和施工力量均已落实。`,
  economy: `${name}的经济性：按市场询价测算，低于同类项目。`,
  goals: `${name}的目标：年内完工验收，受益群众两千余人。`,
});
const same = '同一段文字，二十个字以上，两个项目一字不差。';
const unit = (name: string, changes: object = {}) => ({ T05: { form: { ...texts(name), ...changes } } });

testRule(copiedElements, {
  passes: {
    'two projects in words of their own': { units: { 甲镇: unit('道路'), 乙镇: unit('路灯') } },
    'nineteen characters alike': {
      units: {
        甲镇: unit('道路', { need: '一二三四五六七八九十一二三四五六七八九' }),
        乙镇: unit('路灯', { need: '一二三四五六七八九十一二三四五六七八九' }),
      },
    },
    'the same project of two units': {
      units: { 甲镇: unit('道路', { need: same }), 乙镇: unit('道路', { need: same }) },
    },
  },
  fails: {
    'an element copied from another unit': {
      units: { 甲镇: unit('道路', { need: same }), 乙镇: unit('路灯', { need: `${same} ` }) },
      findings: [
        'notice 事前评估!B13: 「道路」与乙镇的「路灯」的“迫切需求”文字完全相同。',
        'notice 事前评估!B13: 「路灯」与甲镇的「道路」的“迫切需求”文字完全相同。',
      ],
    },
    'three projects of one unit, the first of which was copied': {
      ...unit('道路', { need: same }),
      sheets: [unit('路灯', { need: same }), unit('水渠', { need: same })],
      findings: [
        'notice 事前评估!B13: 「路灯」与「道路」的“迫切需求”文字完全相同。',
        'notice 事前评估!B13: 「水渠」与「道路」的“迫切需求”文字完全相同。',
      ],
    },
    'exactly twenty characters': {
      units: {
        甲镇: unit('道路', { goals: '一二三四五六七八九十一二三四五六七八九十' }),
        乙镇: unit('路灯', { goals: '一二三四五六七八九十一二三四五六七八九十' }),
      },
      findings: [
        'notice 事前评估!B16: 「道路」与乙镇的「路灯」的“目标合理性”文字完全相同。',
        'notice 事前评估!B16: 「路灯」与甲镇的「道路」的“目标合理性”文字完全相同。',
      ],
    },
  },
  notApplicable: {
    'a single assessment': { T05: {} },
    'no assessment': { T01: [{}] },
  },
});
