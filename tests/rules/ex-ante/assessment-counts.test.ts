import { fact as factOf } from '../../../fixtures/fact.ts';
import { assessmentCounts } from '../../../rules/ex-ante/assessment-counts.ts';
import { testRule } from '../../support/test-rule.ts';

const fact = (indicator: string, value: number | string) => factOf(indicator, value, { valueUnit: '个' });

testRule(assessmentCounts, {
  passes: { 'as many as applied for': { T19: [fact('事前评估申报数', 9), fact('事前评估完成数', 9)] } },
  fails: {
    'one not assessed': {
      T19: [fact('事前评估申报数', 9), fact('事前评估完成数', 8)],
      findings: ['warning 数据采集!C7: 报告称申报事前评估 9 个项目，完成评估 8 个，相差 1 个。'],
    },
    'none assessed, in a word': {
      T19: [fact('事前评估申报数', 9), fact('事前评估完成数', '无')],
      findings: ['warning 数据采集!C7: 报告称申报事前评估 9 个项目，完成评估 0 个，相差 9 个。'],
    },
    'one more assessed': {
      T19: [fact('事前评估完成数', 10), fact('事前评估申报数', 9)],
      findings: ['warning 数据采集!C6: 报告称申报事前评估 9 个项目，完成评估 10 个，相差 1 个。'],
    },
  },
  notApplicable: {
    'only one number': { T19: [fact('事前评估完成数', 8)] },
    'no numbers': { T19: [{}] },
  },
});
