import { problemAt } from '../../../fixtures/problem.ts';
import type { ReadProblem, ReadProblemKind } from '../../../pipeline/model/submission.ts';
import { hiddenData } from '../../../rules/structure/hidden-data.ts';
import { testRule } from '../../support/test-rule.ts';

const unseen = (kind: ReadProblemKind, cell: string | null, raw: string): ReadProblem => {
  const problem = problemAt('', kind, '', raw, '', { field: null });
  return { ...problem, place: { ...problem.place, cell } };
};

testRule(hiddenData, {
  passes: { 'nothing hidden': { T01: [{}] } },
  fails: {
    'hidden rows in two places are one finding': {
      T01: {
        rows: [{}],
        problems: [unseen('hidden-data', '7:9', 'row 30'), unseen('hidden-data', '12:12', 'row 10')],
      },
      findings: ['warning 支出进度!7:9: 隐藏的行（第 7–9 行、第 12 行）含有内容（40 个单元格）。'],
    },
    'a hidden column': {
      T01: { rows: [{}], problems: [unseen('hidden-data', 'D:D', 'column 5')] },
      findings: ['warning 支出进度!D:D: 隐藏的列（D 列）含有内容（5 个单元格）。'],
    },
    'a hidden sheet': {
      T01: { rows: [{}], problems: [unseen('hidden-data', null, 'sheet')] },
      findings: ['warning 支出进度!: 隐藏的工作表（支出进度）含有内容。'],
    },
    'a hidden list of codes is only noted': {
      T01: { rows: [{}], problems: [unseen('hidden-list', null, '')] },
      findings: ['notice 支出进度!: 隐藏的工作表（支出进度）是代码表，未作核验。'],
    },
    'values under a merge': {
      T01: { rows: [{}], problems: [unseen('merged-value', 'D8', '12.5')] },
      findings: ['warning 支出进度!D8: 合并单元格之下还有 1 处内容（D8），如“12.5”，看不见也未采用。'],
    },
  },
});
