import { duplicateSubmission } from '../../../rules/structure/duplicate-submission.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(duplicateSubmission, {
  passes: {
    'the same sheet twice': { T01: [{}], superseded: { T01: [{}] } },
    'the same rows in another order': {
      T01: [
        { seq: 1, projectCode: 'A', projectName: '甲' },
        { seq: 2, projectCode: 'B', projectName: '乙' },
      ],
      superseded: {
        T01: [
          { seq: 2, projectCode: 'B', projectName: '乙' },
          { seq: 1, projectCode: 'A', projectName: '甲' },
        ],
      },
    },
  },
  fails: {
    'one figure differs': {
      T01: { rows: [{}], file: '青禾镇_更正.xlsx' },
      superseded: { T01: { rows: [{ cumActual: 59 }], file: '青禾镇.xlsx' } },
      findings: [
        'notice 支出进度!: 同一张表报送了两份，差异单元格 1 个；以《青禾镇_更正.xlsx》「支出进度」为准（按文件名是后一份），本份未作核验。',
      ],
    },
    'halves of one table': {
      T01: { rows: [{ projectCode: 'B', projectName: '乙' }], file: '青禾镇（二）.xlsx' },
      superseded: { T01: { rows: [{ projectCode: 'A', projectName: '甲' }], file: '青禾镇（一）.xlsx' } },
      findings: [
        'notice 支出进度!: 同一张表报送了两份，项目各不相同；以《青禾镇（二）.xlsx》「支出进度」为准（按文件名是后一份），本份未作核验。',
      ],
    },
    'a form about the same project': {
      T05: { form: { suggested: 18 }, file: '青禾镇_更正.xlsx' },
      superseded: { T05: { form: { suggested: 20 }, file: '青禾镇.xlsx' } },
      findings: [
        'notice 事前评估!: 同一张表报送了两份，差异单元格 1 个；以《青禾镇_更正.xlsx》「事前评估」为准（按文件名是后一份），本份未作核验。',
      ],
    },
  },
  notApplicable: { 'nothing superseded': { T01: [{}] } },
});
