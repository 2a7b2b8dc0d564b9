import { problemAt } from '../../../fixtures/problem.ts';
import { invalidCode } from '../../../rules/quality/invalid-code.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(invalidCode, {
  passes: {
    'a code of the integrated system': { T01: [{ projectCode: '11000023T000000000001' }] },
    'a code of a transfer item': { T01: [{ projectCode: 'Z155110000004' }] },
    'a short local code, just long enough': { T01: [{ projectCode: '1234567890123456' }] },
    'classes of 3, 5 and 7 digits': {
      T01: [
        { functionClass: '213' },
        { functionClass: '21301 农业农村' },
        { functionClass: '[2130126]农村社会事业' },
      ],
    },
    'a pattern of one’s own': { T01: [{ projectCode: '甲-1' }], options: { projectCode: '^甲-\\d$' } },
  },
  fails: {
    'a code one digit short': {
      T01: [{ projectCode: '11000023T00000000001' }],
      findings: ['warning 支出进度!B6: 项目编码“11000023T00000000001”（20 位）不符合编码规则。'],
    },
    'a local code too long by one': {
      T01: [{ projectCode: '12345678901234567' }],
      findings: ['warning 支出进度!B6: 项目编码“12345678901234567”（17 位）不符合编码规则。'],
    },
    'a class that does not exist': {
      T01: [{ functionClass: '2180101 其他' }],
      findings: ['warning 支出进度!F6: 支出功能科目编码“2180101”不存在。'],
    },
    'a class with a digit too many': {
      T01: [{ functionClass: '2130' }],
      findings: ['warning 支出进度!F6: 支出功能科目编码“2130”不存在。'],
    },
    'a code that is wrong in both tables is said once': {
      T01: [{ projectCode: '项目一' }],
      T03: [{ projectCode: '项目一' }],
      findings: ['warning 支出进度!B6: 项目编码“项目一”（3 位）不符合编码规则。'],
    },
    'a word that is in no list is only noted where none is needed': {
      T01: { rows: [{}], problems: [problemAt('AE6', 'unknown-choice', 'reasonType', '没时间')] },
      findings: ['notice 支出进度!AE6: 「原因类别」（AE6）填写的“没时间”不在可选项之内。'],
    },
    'words that are in no list, where one is needed': {
      T05: {
        problems: [
          problemAt('B9', 'unknown-choice', 'conclusion', '再议', '', {
            place: { file: '青禾镇人民政府.xlsx', sheet: '事前评估', cell: 'B9', label: '评估结论' },
          }),
        ],
      },
      findings: ['warning 事前评估!B9: 「评估结论」（B9）填写的“再议”不在可选项之内。'],
    },
  },
  notApplicable: {
    'neither code nor class': { T01: { rows: [{}], without: ['projectCode', 'functionClass'] } },
    'a class by its name': { T01: { rows: [{ functionClass: '农林水支出' }], without: ['projectCode'] } },
  },
});
