import { gap } from '../../../fixtures/case.ts';
import { tagMissing } from '../../../rules/three-guarantees/tag-missing.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(tagMissing, {
  passes: {
    'a tagged line': { T08: [{ kind: '保运转', projectName: '办公（运转保障）' }] },
    'another tag, and the remark that says why': {
      T08: [{ kind: '其他', projectName: '农民工工资保证金', remark: '代管资金，不属于“三保”' }],
    },
    'a line that is none of the three': { T08: [{ kind: null, projectName: '道路硬化' }] },
  },
  fails: {
    'operations without a tag': {
      T08: [{ kind: null, projectName: '办公（运转保障）' }],
      findings: ['warning 三保支出!A6: 「办公（运转保障）」疑似属于保运转，三保标识未填写。'],
    },
    'operating money of schools is of livelihood': {
      T08: [{ kind: null, projectName: '城乡义务教育学校公用经费' }],
      findings: ['warning 三保支出!A6: 「城乡义务教育学校公用经费」疑似属于保基本民生，三保标识未填写。'],
    },
    'a remark that does not speak of it': {
      T08: [{ kind: null, projectName: '在职工资', remark: '按月发放' }],
      findings: ['warning 三保支出!A6: 「在职工资」疑似属于保工资，三保标识未填写。'],
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
  undecidable: {
    'a tag that cannot be read': {
      T08: [{ kind: gap('error'), projectName: '在职工资' }],
      because: ['三保支出!A6'],
    },
  },
  notApplicable: {
    'the report form names no projects': { T08: [{}, {}, {}] },
    'a classified line': { T08: [{ kind: null, projectName: '工资', remark: { gap: 'classified' } }] },
  },
});
