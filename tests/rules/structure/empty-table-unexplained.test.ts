import { emptyTableUnexplained } from '../../../rules/structure/empty-table-unexplained.ts';
import { testRule } from '../../support/test-rule.ts';

const empty = { rows: [], totals: [{ adjustedBudget: 0 }] };

testRule(emptyTableUnexplained, {
  passes: {
    'a table with rows': { T01: [{}] },
    'an empty table that says why': { T01: { ...empty, remarks: ['注：本单位无此项业务，本表为空。'] } },
  },
  fails: {
    'an empty table without a word': {
      T01: empty,
      findings: ['warning 支出进度!6:6: 表内没有数据，也没有说明原因。'],
    },
    'an empty table with a note about something else': {
      T01: { ...empty, remarks: ['注：金额保留两位小数。'] },
      findings: ['warning 支出进度!6:6: 表内没有数据，也没有说明原因。'],
    },
  },
  notApplicable: {
    'a table that is not on the sheet': { T05: {} },
    'a part of a form that need not be filled in': { T04: { tables: { tasks: { rows: [] } } } },
  },
});
