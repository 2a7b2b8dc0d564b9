import { expect, test } from '@jest/globals';
import { runRules } from '../../../fixtures/run-case.ts';
import { explanationMissing } from '../../../rules/spending/explanation-missing.ts';
import { testRule } from '../../support/test-rule.ts';

/** Eleven points behind time progress, and 21.67 % below plan. */
const behind = { cumActual: 47 };
const says = '合同约定8月底验收后付款，预计支付13万元，全年可支出完毕';

testRule(explanationMissing, {
  passes: {
    'money not released, on a list that does not say what is': {
      T03: [{ cumActual: 12, reason: '资金未下达' }],
    },
    'a reason that says something': { T01: [{ ...behind, reason: says }] },
    'exactly ten characters': { T01: [{ ...behind, reason: '因合同约定八月再付款' }] },
    'money that was not released needs no more words': {
      T01: [{ released: 30, cumActual: 30, reason: '资金未全部下达' }],
    },
    'the reason type alone, for money that was not released': {
      T01: [{ released: 0, cumActual: 0, reasonType: '资金未下达' }],
    },
    'the reason stands in the monitoring list': { T01: [behind], T03: [{ ...behind, reason: says }] },
    'stock phrases around a real reason': {
      T01: [{ ...behind, reason: '目前正在按计划推进招标工作' }],
    },
    'twenty characters where the reason type is 其他': {
      T01: [{ ...behind, reasonType: '其他', reason: '因施工场地被占用无法进场预计八月支付十万元整' }],
    },
    'another reason than last month': {
      T01: [{ ...behind, reason: says }],
      previous: [{ name: '项目1', spent: 40_000_000, reason: '正在履行采购程序，预计6月支付' }],
    },
  },
  fails: {
    'stock phrases one after the other': {
      T01: [{ ...behind, reason: '正在积极推进，力争尽快支付' }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因只写了“正在积极推进，力争尽快支付”，没有说明原因。',
      ],
    },
    'nothing out of the ordinary': {
      T01: [{ ...behind, reason: '按计划正常推进，无异常情况' }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因只写了“按计划正常推进，无异常情况”，没有说明原因。',
      ],
    },
    'a blank reason': {
      T01: [behind],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，未填写差异原因。',
      ],
    },
    'a placeholder': {
      T01: [{ ...behind, reason: { gap: 'placeholder' } }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，未填写差异原因。',
      ],
    },
    'nine characters': {
      T01: [{ ...behind, reason: '因合同约定八月付款' }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因“因合同约定八月付款”只有9个字，少于10个字，看不出原因。',
      ],
    },
    'fewer than twenty where the reason type is 其他': {
      T01: [{ ...behind, reasonType: '其他', reason: '因施工场地被占用无法进场' }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因“因施工场地被占用无法进场”只有12个字，少于20个字，看不出原因。',
      ],
    },
    'a stock phrase': {
      T01: [{ ...behind, reason: '正在推进' }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因只写了“正在推进”，没有说明原因。',
      ],
    },
    'nothing but stock phrases, however long': {
      T01: [{ ...behind, reason: '目前该项目正在按计划有序推进，下一步将加快支出进度。' }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因只写了“目前该项目正在按计划有序推进，下一步将加…”，没有说明原因。',
      ],
    },
    'not released, though the figures say it is: no excuse for few words': {
      T01: [{ ...behind, reason: '资金未下达' }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因“资金未下达”只有5个字，少于10个字，看不出原因。',
      ],
    },
    'released in part, nothing written': {
      T01: [{ released: 30, cumActual: 30 }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 25.00%，序时进度 50.00%，与分月计划差异率 -50.00%；已下达 30.00 万元（下达率 25.00%），其中已支出 100.00%，未填写差异原因。',
      ],
    },
    'far ahead of plan': {
      T01: [{ cumPlan: 49.99, cumActual: 60 }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 50.00%，序时进度 50.00%，与分月计划差异率 20.02%，未填写差异原因。',
      ],
    },
    'only a milestone above time progress is missed': {
      T01: [{ cumActual: 60, cumPlan: 60 }],
      options: { milestones: { 6: 0.55 } },
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 50.00%，序时进度 50.00%，节点要求 55.00%，与分月计划差异率 0.00%，未填写差异原因。',
      ],
    },
    'only the milestone is missed': {
      T01: [{ cumActual: 59.99 }],
      findings: [
        'error 支出进度!AD6: 截至6月支出进度 49.99%，序时进度 50.00%，与分月计划差异率 -0.02%，未填写差异原因。',
      ],
    },
    'copied from last month': {
      T01: [{ ...behind, reason: says }],
      previous: [{ name: '项目1', spent: 40_000_000, reason: `${says} ` }],
      findings: [
        'warning 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因“合同约定8月底验收后付款，预计支付13万…”与5月报送的完全相同，请核实是否仍然如此。',
      ],
    },
    'copied from the sheet of an earlier month': {
      T01: {
        rows: [{ ...behind, reason: says }],
        history: [{ sheet: '4月', period: { period: '2023-04' }, rows: [{ cumActual: 40, reason: says }] }],
      },
      findings: [
        'warning 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因“合同约定8月底验收后付款，预计支付13万…”与4月报送的完全相同，请核实是否仍然如此。',
      ],
    },
    'copied from another project': {
      T01: [{ ...behind, reason: says }, {}, { reason: says }],
      findings: [
        'warning 支出进度!AD6: 截至6月支出进度 39.17%，序时进度 50.00%，与分月计划差异率 -21.67%，差异原因“合同约定8月底验收后付款，预计支付13万…”与「项目3」完全相同，请核实是否照抄。',
      ],
    },
    'a project of the monitoring list': {
      T03: [{ cumActual: 40 }],
      findings: ['error 监控清单!P6: 截至6月支出进度 33.33%，序时进度 50.00%，未填写差异原因。'],
    },
  },
  undecidable: {
    'money not released, and what was released is blank': {
      T01: [{ released: null, cumActual: 12, reason: '资金未下达' }],
      because: ['支出进度!K6'],
    },
    'no column for reasons': {
      T01: { rows: [behind, behind], without: ['reason'] },
      because: ['支出进度!5:5'],
    },
    'a blank budget': { T01: [{ adjustedBudget: null }], because: ['支出进度!J6'] },
  },
  notApplicable: {
    'on time and on plan': { T01: [{}] },
    'exactly ten points behind, in a month without a milestone': {
      T01: [{ cumActual: 48, cumPlan: 48 }],
      timeProgress: 0.5,
      period: '2023-05',
    },
    'a notice of PRG-01 alone': {
      T01: [{ cumActual: 45, cumPlan: 45 }],
      period: '2023-05',
    },
    'a budget of zero': { T01: [{ adjustedBudget: 0, cumActual: 0, cumPlan: 0 }] },
    'a classified project': { T01: [{ ...behind, projectName: { gap: 'classified' } }] },
  },
});

test.each([
  ['behind plan', { cumActual: 40, cumPlan: 65 }, 25],
  ['behind time progress more than behind plan', { cumActual: 40, cumPlan: 55 }, 20],
  ['far more than planned', { cumActual: 100, cumPlan: 60 }, 40],
])('at stake is what is to be explained, not all that is unspent: %s', (_, amounts, wan) => {
  const { findings } = runRules([explanationMissing], { T01: [amounts] });
  expect(findings.map(({ atStake }) => atStake)).toEqual([wan * 1_000_000]);
});
