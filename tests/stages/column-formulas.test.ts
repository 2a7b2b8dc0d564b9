import { describe, expect, test } from '@jest/globals';
import { submissionIn } from '../support/submission-in.ts';

describe('a 栏次 row', () => {
  test('is never data, and its formulas are read in terms of fields', async () => {
    const submission = await submissionIn(
      '表.csv',
      [
        '青禾镇人民政府2023年非税收入台账,,,,,,',
        '填报单位：青禾镇人民政府,,,,,金额单位：万元,',
        '序号,项目名称,上年实际,本年计划,增减额,累计收入,上缴国库',
        '栏次,,1,2,3=2-1,4,5',
        '1,罚没收入,10,12,2,6,6',
        '合计,,10,12,2,6,6',
      ].join('\r\n'),
    );
    const { items } = submission.tables;
    expect(items?.rows.map((row) => row.number)).toEqual([5]);
    expect(items?.totals.map((row) => row.number)).toEqual([6]);
    expect([...(items?.columnFormulas ?? [])]).toEqual([
      [
        'change',
        [
          { field: 'plan', sign: 1 },
          { field: 'lastActual', sign: -1 },
        ],
      ],
    ]);
  });

  test('may leave numbers out in the middle', async () => {
    const submission = await submissionIn(
      '表.csv',
      [
        '青禾镇人民政府2023年6月三公经费支出表,,,,',
        '金额单位：万元,,,,',
        '项目,本年预算数,一般公共预算,政府性基金,国有资本',
        '栏次,1=2+…+4,2,3,4',
        '公务接待费,5,5,0,0',
      ].join('\r\n'),
    );
    expect(submission.tables.items?.columnFormulas.get('budget')).toEqual([
      { field: 'general', sign: 1 },
      { field: 'governmentFunds', sign: 1 },
      { field: 'stateCapital', sign: 1 },
    ]);
  });
});
