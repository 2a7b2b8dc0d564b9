import { elementsIncomplete } from '../../../rules/ex-ante/elements-incomplete.ts';
import { testRule } from '../../support/test-rule.ts';

const nineteen = '一二三四五六七八九十一二三四五六七八九';

testRule(elementsIncomplete, {
  passes: {
    'six elements written out': { T05: {} },
    'exactly twenty characters': { T05: { form: { need: `${nineteen}十` } } },
  },
  fails: {
    'an element left blank': {
      T05: { form: { policyBasis: null } },
      findings: ['error 事前评估!B12: 事前绩效评估表缺「政策依据」。'],
    },
    'an element that holds a placeholder': {
      T05: { form: { economy: { gap: 'placeholder' } } },
      findings: ['error 事前评估!B15: 事前绩效评估表缺「投入经济性」。'],
    },
    'nineteen characters, spaces not counted': {
      T05: { form: { need: `  ${nineteen} ` } },
      findings: [`error 事前评估!B13: 「迫切需求」只写了19个字（“${nineteen}”），少于20个字。`],
    },
    'nothing but punctuation': {
      T05: { form: { need: '…'.repeat(30) } },
      findings: ['error 事前评估!B13: 事前绩效评估表缺「迫切需求」。'],
    },
    'a word for nothing, many times': {
      T05: { form: { need: '无'.repeat(30) } },
      findings: ['error 事前评估!B13: 事前绩效评估表缺「迫切需求」。'],
    },
    'the hint of the blank form': {
      T05: { form: { need: '（100字以内，说明项目立项的必要性和紧迫性）' } },
      findings: ['error 事前评估!B13: 事前绩效评估表缺「迫切需求」。'],
    },
    'two elements are two findings': {
      T05: { form: { overview: null, goals: '合理' } },
      findings: [
        'error 事前评估!B11: 事前绩效评估表缺「项目概况」。',
        'error 事前评估!B16: 「目标合理性」只写了2个字（“合理”），少于20个字。',
      ],
    },
  },
  undecidable: {
    'an element that is not on the sheet': {
      T05: { without: ['need'] },
      because: ['事前评估!null'],
    },
    'costs without the account of the project': {
      T05: { without: ['overview', 'policyBasis', 'need', 'feasibility', 'economy', 'goals'] },
      because: ['事前评估!null'],
    },
  },
  notApplicable: {
    'a classified project': { T05: { form: { overview: null, phone: { gap: 'classified' } } } },
  },
});
