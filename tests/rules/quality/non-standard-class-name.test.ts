import { nonStandardClassName } from '../../../rules/quality/non-standard-class-name.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(nonStandardClassName, {
  passes: {
    'names as they are today': {
      T01: [{ functionClass: '农林水支出' }, { functionClass: '2130126 农村社会事业' }],
    },
    'a name that only begins like a former one': { T01: [{ functionClass: '环境保护管理事务' }] },
  },
  fails: {
    'a former name': {
      T01: [{ functionClass: '农林水事务支出' }],
      findings: ['notice 支出进度!F6: “农林水事务支出”应为“农林水支出”（F6）。'],
    },
    'a former name with a code in front, on two rows': {
      T01: [{ functionClass: '213-农林水事务' }, {}, { functionClass: '213-农林水事务' }],
      findings: ['notice 支出进度!F6: “213-农林水事务”应为“农林水支出”（F6、F8）。'],
    },
    'two former names': {
      T01: [{ functionClass: '节能环保事务支出' }, { functionClass: '医疗卫生与计划生育支出' }],
      findings: [
        'notice 支出进度!F6: “节能环保事务支出”应为“节能环保支出”（F6）。',
        'notice 支出进度!F7: “医疗卫生与计划生育支出”应为“卫生健康支出”（F7）。',
      ],
    },
  },
  orderMatters: true,
  notApplicable: { 'no column for classes': { T01: { rows: [{}], without: ['functionClass'] } } },
});
