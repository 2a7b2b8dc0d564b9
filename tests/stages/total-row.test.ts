import { expect, test } from '@jest/globals';
import { submissionIn } from '../support/submission-in.ts';

test.each([
  ['合计', ['1,罚没收入,10', '2,利息收入,4', '合计,,14'], [6], []],
  ['a sum by its own name', ['1,罚没收入,10', '2,利息收入,4', ',非税收入合计,14'], [6], []],
  [
    'a sum by its own name below subtotals',
    ['1,罚没收入,10', ',罚没小计,10', '2,利息收入,4', ',利息小计,4', ',全镇合计,14'],
    [8],
    [5, 7],
  ],
  [
    'sums of two groups, neither of which is that of all',
    ['1,罚没收入,10', ',罚没合计,10', '2,利息收入,4', ',利息合计,4'],
    [],
    [5, 7],
  ],
  ['figures without a name that are the sum', ['1,罚没收入,10', '2,利息收入,4', ',,14'], [6], []],
  ['figures without a name that are not', ['1,罚没收入,10', '2,利息收入,4', ',,15'], [], []],
])('the total of a list: %s', async (_, body, totals, subtotals) => {
  const { items } = (
    await read([
      '青禾镇人民政府2023年非税收入计划及执行表,,',
      '填报单位：青禾镇人民政府,,金额单位：万元',
      '序号,项目名称,本年计划',
      ...body,
    ])
  ).tables;
  expect(items?.totals.map(({ number }) => number)).toEqual(totals);
  expect(items?.subtotals.map(({ number }) => number)).toEqual(subtotals);
});

test('rows without a number below 其中, where others have one, are parts of the same row', async () => {
  const { items } = (
    await read([
      '青禾镇人民政府2023年非税收入计划及执行表,,',
      '填报单位：青禾镇人民政府,,金额单位：万元',
      '序号,项目名称,本年计划',
      '1,罚没收入,10',
      ',其中：城管罚没,6',
      ',交通罚没,4',
      '2,利息收入,4',
      '合计,,14',
    ])
  ).tables;
  expect(items?.rows.map(({ number }) => number)).toEqual([4, 7]);
  expect(items?.ofWhich.map(({ number, parent }) => [number, parent])).toEqual([
    [5, 4],
    [6, 4],
  ]);
});

test('rows below 其中 in a list without numbers are rows of their own', async () => {
  const { items } = (
    await read([
      '青禾镇人民政府2023年非税收入计划及执行表,',
      '填报单位：青禾镇人民政府,金额单位：万元',
      '项目名称,本年计划',
      '罚没收入,10',
      '其中：城管罚没,6',
      '利息收入,4',
      '合计,14',
    ])
  ).tables;
  expect(items?.rows.map(({ number }) => number)).toEqual([4, 6]);
});

test.each(['总分', '自评总分', '得分合计', '总　分'])(
  '%s below the indicators of an evaluation is none',
  async (label) => {
    const { indicators } = (
      await read([
        '项目支出绩效自评表（2023年度）,,,,,,',
        '项目名称,道路养护工程,,,,,',
        '一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分',
        '产出指标,数量指标,养护道路里程,≥12公里,12公里,60,60',
        '效益指标,社会效益指标,出行条件,有效改善,有效改善,30,30',
        `${label},,,,,100,90`,
      ])
    ).tables;
    expect(indicators?.rows.map(({ number }) => number)).toEqual([4, 5]);
    expect(indicators?.totals.map(({ number }) => number)).toEqual([6]);
  },
);

function read(lines: readonly string[]) {
  return submissionIn('表.csv', lines.join('\r\n'));
}
