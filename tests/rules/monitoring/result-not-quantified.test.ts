import { parseMeasure as m } from '../../../pipeline/stages/cells/measure.ts';
import { resultNotQuantified } from '../../../rules/monitoring/result-not-quantified.ts';
import { testRule } from '../../support/test-rule.ts';

/** A monitoring form with its indicators, each good but for what is given. */
const form = (...indicators: readonly object[]) => ({
  T02: { tables: { funds: [{}], indicators: indicators.map((each) => ({ ...each })) } },
});

testRule(resultNotQuantified, {
  passes: {
    'each number answered': {
      T17: [{ goal: '活动次数≥1次，面积不少于2814亩，圈舍不少于45㎡', result: '活动1次，2814亩、45平方米' }],
    },
    'an age says who, not how many': {
      T17: [{ goal: '为60周岁以上老人发放高龄津贴不少于2300人', result: '按月为2318名老人发放' }],
    },
    'people counted by another word': { T17: [{ goal: '不少于6人', result: '工作队员8名' }] },
    'how much of the goal is attained': { T03: [{ goal: '满意度不低于95%，不少于6人' }] },
    'what did not happen, within an upper bound': {
      T17: [
        { goal: '森林火灾受害率控制在0.8‰以内', result: '全年未发生森林火灾，受害率为0。' },
        { goal: '安全事故不超过1起', result: '全年没有发生安全事故。' },
      ],
    },
    'an indicator with a number': form({}),
  },
  fails: {
    'one of two numbers is answered in words': {
      T17: [
        {},
        {
          goal: '项目实施占地面积大于1818平方米，建设完成后年增收大于3万元。',
          result: '及时拨付补助资金。项目实施占地面积1818平方米，建设完成后预计增收明显。',
        },
      ],
      findings: [
        'warning 目标实现!D7: 目标“建设完成后年增收大于3万元”，实现情况“建设完成后预计增收明显”无相应数值。',
      ],
    },
    'no number is answered': {
      T17: [
        {
          goal: '工作队员数量不少于6人，保障驻村工作队出勤率不低于95%，满意度不低于85%。',
          result: '为驻村工作队提供必要条件。维护了村内社会稳定。',
        },
      ],
      findings: [
        'warning 目标实现!D6: 目标“工作队员数量不少于6人”，实现情况“为驻村工作队提供必要条件”无相应数值。',
      ],
    },
    'a task of some number that is merely done': {
      T17: [{ goal: '资金40万元，建设示范村2个。', result: '已建设完成。' }],
      findings: ['warning 目标实现!D6: 目标“建设示范村2个”，实现情况“已建设完成。”无相应数值。'],
    },
    'goods of some number, of which none is given': {
      T17: [{ goal: '购置图书3000册', result: '图书已到馆上架，读者借阅踊跃' }],
      findings: [
        'warning 目标实现!D6: 目标“购置图书3000册”，实现情况“图书已到馆上架，读者借阅踊跃”无相应数值。',
      ],
    },
    'nought of one thing, and no figure for another': {
      T17: [{ goal: '安全事故不超过1起，硬化道路不少于10公里', result: '事故数为0，道路已硬化。' }],
      findings: ['warning 目标实现!D6: 目标“硬化道路不少于10公里”，实现情况“道路已硬化”无相应数值。'],
    },
    'a list in words': {
      T03: [{ goal: '硬化道路不少于10公里', goalProgress: '道路硬化进展顺利' }],
      findings: ['warning 监控清单!L6: 目标“硬化道路不少于10公里”，实现情况“道路硬化进展顺利”无相应数值。'],
    },
    'an indicator in words': {
      ...form({ actual: m('完成') }),
      findings: ['warning 绩效监控!E6: 指标「硬化道路里程1」目标“≥10公里”，执行情况“完成”无数值。'],
    },
  },
  undecidable: {
    'no result': { T17: [{ goal: '不少于6人', result: null }], because: ['目标实现!D6'] },
    'no result of an indicator': { ...form({ actual: null }), because: ['绩效监控!E6'] },
  },
  notApplicable: {
    'numbers that only describe the task': {
      T17: [{ goal: '经费2.3万元，用于发放46名信息员津贴', result: '津贴及时足额发放到位' }],
    },
    'a goal of money alone that is merely done': {
      T17: [{ goal: '资金22.56万元，支持优抚工作', result: '已完成' }],
    },
    'goods of some number, and as many in words': {
      T17: [{ goal: '购置图书3000册', result: '已购置图书三千册' }],
    },
    'goods of some number, and all of them': {
      T17: [{ goal: '购置图书3000册', result: '图书全部到馆上架' }],
    },
    'works of some number that were called off': {
      T17: [{ goal: '维修道路5公里', result: '项目暂缓，资金已调剂' }],
    },
    'goods of some number, not yet bought': {
      T17: [{ goal: '购置图书3000册', result: '图书采购尚未启动，正在编制采购文件' }],
    },
    'a task that is not done': { T17: [{ goal: '建设示范村2个', result: '未完成' }] },
    'a classified project': { T17: [{ goal: '不少于6人', result: { gap: 'classified' } }] },
    'an indicator in words on both sides': form({ target: m('明显改善'), actual: m('改善') }),
  },
});
