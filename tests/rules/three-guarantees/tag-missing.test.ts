import { tagMissing } from '../../../rules/three-guarantees/tag-missing.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(tagMissing, {
  passes: {
    'a tagged line': { T08: [{ kind: '保运转', projectName: '办公（运转保障）' }] },
    'a line that is none of the three': { T08: [{ kind: null, projectName: '道路硬化' }] },
  },
  fails: {
    'operations without a tag': {
      T08: [{ kind: null, projectName: '办公（运转保障）' }],
      findings: ['warning 三保支出!A6: 「办公（运转保障）」疑似属于保运转，三保标识未填写。'],
    },
    'wages with a placeholder': {
      T08: [{ kind: { gap: 'placeholder' }, projectName: '在职工资' }],
      findings: ['warning 三保支出!A6: 「在职工资」疑似属于保工资，三保标识未填写。'],
    },
    'benefits tagged as something else, named by the summary': {
      T08: [{ kind: '其他', summary: '低保补助' }],
      findings: ['warning 三保支出!A6: 「低保补助」疑似属于保基本民生，三保标识填为“其他”。'],
    },
  },
  notApplicable: {
    'the report form names no projects': { T08: [{}, {}, {}] },
    'a classified line': { T08: [{ kind: null, projectName: '工资', remark: { gap: 'classified' } }] },
  },
});
