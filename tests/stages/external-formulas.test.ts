import { expect, test } from '@jest/globals';
import { writeWorkbook } from '../../fixtures/write-workbook.ts';
import { submissionIn } from '../support/submission-in.ts';

test.each([
  ['[1]预算!B5', true],
  ["SUM('[2]预算 (终)'!$B$5:$B$9)", true],
  ['[1]!计划合计', true],
  ["'/收件/[预算.xlsx]表1'!B5", true],
  ['表1[计划]+上年!B5', false],
  ["SUM(表1[[#This Row],[计划]])+'上年 (终)'!B5", false],
  ['B5*2', false],
])('=%s points into another workbook: %s', async (formula, isExternal) => {
  const { problems } = await read(formula);
  expect(problems.filter(({ kind }) => kind === 'external-formula').map(({ place }) => place.cell)).toEqual(
    isExternal ? ['D4'] : [],
  );
});

/** A list of revenue with the formula as one of its amounts, its result saved with it. */
async function read(formula: string) {
  const bytes = await writeWorkbook([
    {
      name: '非税收入',
      columns: [{ width: 6 }, { width: 20 }, { width: 12 }, { width: 12 }, { width: 12 }],
      merges: [],
      rows: [
        { look: 'title', cells: ['青禾镇人民政府2023年非税收入计划及执行表'] },
        { look: 'line', cells: ['填报单位：青禾镇人民政府', null, null, '金额单位：万元'] },
        { look: 'heading', cells: ['序号', '项目名称', '上年实际', '本年计划', '累计收入'] },
        { look: 'body', cells: [1, '罚没收入', 10, { formula, value: 12 }, 6] },
      ],
    },
  ]);
  return submissionIn('表.xlsx', bytes);
}
