import { signOffIncomplete } from '../../../rules/structure/sign-off-incomplete.ts';
import { testRule } from '../../support/test-rule.ts';

const complete = {
  单位负责人: '李某',
  填表人: '张某',
  联系电话: '0000-1234567',
  填报日期: '2023-07-05',
};

testRule(signOffIncomplete, {
  passes: {
    'a complete line': { T01: { rows: [{}], signatures: complete } },
    'a date in words': { T01: { rows: [{}], signatures: { ...complete, 填报日期: '二〇二三年七月五日' } } },
    'a blank that is the unit’s own affair': { T01: { rows: [{}], signatures: { ...complete, 复核人: '' } } },
  },
  fails: {
    'no telephone': {
      T01: { rows: [{}], signatures: { ...complete, 联系电话: '' } },
      findings: ['notice 支出进度!A20: 表尾的「联系电话」未填（1 项）。'],
    },
    'a line, a stroke and a date without its figures are blanks': {
      T01: {
        rows: [{}],
        signatures: {
          单位负责人: '________',
          填表人: '/',
          联系电话: '0000-1234567',
          填报日期: '    年  月  日',
        },
      },
      findings: ['notice 支出进度!A20: 表尾的「单位负责人」、「填表人」、「填报日期」未填（3 项）。'],
    },
    'two blanks are one finding': {
      T01: { rows: [{}], signatures: { ...complete, 填表人: '', 填报日期: ' ' } },
      findings: ['notice 支出进度!A20: 表尾的「填表人」、「填报日期」未填（2 项）。'],
    },
  },
  notApplicable: { 'a sheet without a sign-off line': { T01: [{}] } },
});
