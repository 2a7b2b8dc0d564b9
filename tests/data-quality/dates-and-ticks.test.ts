import { expect, test } from '@jest/globals';
import type { Cell } from '../../fixtures/write-workbook.ts';
import { handIn, onlySubmission, rowsOf, saidBy, sheetOf } from './hand-in.ts';

/** Funds with the day each was received. */
async function receivedOn(cells: readonly Cell[]) {
  return handIn({
    '直达资金台账.xlsx': [
      sheetOf('台账', [
        ['青禾镇2023年直达资金台账'],
        ['填报单位：青禾镇人民政府', null, null, '单位：万元'],
        ['序号', '资金名称', '收文日期', '下达金额', '支出金额'],
        ...cells.map((cell, index): Cell[] => [
          index + 1,
          `资金${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[index]}`,
          cell,
          100,
          50,
        ]),
      ]),
    ],
  });
}

test('case 11: a day is read in each of the ways offices write it', async () => {
  const handedIn = await receivedOn([
    '2023.11.28',
    '2023-11-28',
    '2023/11/28',
    '20231128',
    '2023年11月28日',
    '11月28日',
    { date: '2023-11-28' },
    45258,
    20231128,
    '二〇二三年十一月二十八日',
  ]);
  expect(rowsOf(onlySubmission(handedIn), 'funds', 'received')).toEqual(Array(10).fill(['2023-11-28']));
});

test('case 11: a month alone is its last day, and one without a year is of the year of the report', async () => {
  const handedIn = await receivedOn(['2023年11月', '11月底前', '2023.11', 2023.11, '十二月', '2023年2月底']);
  expect(rowsOf(onlySubmission(handedIn), 'funds', 'received')).toEqual([
    ['2023-11-30'],
    ['2023-11-30'],
    ['2023-11-30'],
    ['2023-11-30'],
    ['2023-12-31'],
    ['2023-02-28'],
  ]);
});

test('case 11: 2023.1 may be January or October, and what is no day stays none', async () => {
  const handedIn = await receivedOn([2023.1, '2023.1', '2月30日', '待定', '近期']);
  expect(rowsOf(onlySubmission(handedIn), 'funds', 'received')).toEqual([
    ['2023-01-31'],
    ['2023-01-31'],
    ['[unreadable]'],
    ['[placeholder]'],
    ['[unreadable]'],
  ]);
  expect(saidBy(handedIn, 'DQ-05')).toEqual([
    'error C4 「收文日期」（C4）的“2023.1”可能是 1 月，也可能是 10 月，暂按 2023-01-31 读取。',
    'error C6 「收文日期」有 2 个单元格不是能识别的日期（C6、C8），如“2月30日”。',
    'notice C5 「收文日期」（C5）的“2023.1”按 2023-01-31 读取。',
  ]);
});

test('case 7: a day that is odd by its full-width digits alone is told as that', async () => {
  const handedIn = await receivedOn(['２０２３－１１－２８', '２０２３．１１．２８']);
  expect(rowsOf(onlySubmission(handedIn), 'funds', 'received')).toEqual([['2023-11-28'], ['2023-11-28']]);
  expect(saidBy(handedIn, 'DQ-02')).toEqual([
    'notice C4 「收文日期」（C4）含全角字符“２０２３－１１－２８”，已按 2023-11-28 读取。',
  ]);
  expect(saidBy(handedIn, 'DQ-05')).toEqual([
    'notice C5 「收文日期」（C5）的“２０２３．１１．２８”按 2023-11-28 读取。',
  ]);
});

test('case 26: ticks, boxes, words and codes of yes and no are the same answers', async () => {
  const answers = [
    '√',
    '☑',
    '✓',
    '■',
    '是',
    '1-是',
    'Y',
    '☑是 □否',
    '口',
    '□',
    '否',
    '0-否',
    'N',
    '×',
    '□是 ☑否',
    '口是 √否',
  ];
  const sheet = sheetOf('监控', [
    ['青禾镇2023年6月预算绩效运行监控表'],
    ['填报单位：青禾镇人民政府', null, '单位：万元'],
    ['支出项目名称', '调整预算数', '绩效目标', '截至6月底支出数', '绩效目标执行情况', '是否达到序时支出进度'],
    ...answers.map((answer, index): Cell[] => [
      `项目${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[index]}`,
      100,
      '硬化10公里',
      50,
      '完成5公里',
      answer,
    ]),
  ]);
  const submission = onlySubmission(await handIn({ '监控表.xlsx': [sheet] }));
  expect(rowsOf(submission, 'projects', 'onTime').flat()).toEqual([
    ...Array(8).fill(true),
    ...Array(8).fill(false),
  ]);
});

test('case 26: a box ticked among several words picks that word, and a reason with its code is the same reason', async () => {
  const form = sheetOf('事前评估', [
    ['青禾镇事前绩效评估表'],
    ['项目名称', '村级道路硬化'],
    ['资金申请总额', 12, null, '单位：万元'],
    ['项目概况', '硬化村级道路10公里，惠及六个村的群众出行。'],
    ['政策依据', '区委农村工作要点明确安排，列入年度实施方案。'],
    ['评估结论', '□支持 ☑调整后支持 □不予支持'],
  ]);
  expect(onlySubmission(await handIn({ '评估表.xlsx': [form] })).form.values.conclusion).toBe('调整后支持');
  const list = sheetOf('监控', [
    ['青禾镇2023年6月预算绩效运行监控表'],
    ['填报单位：青禾镇人民政府', null, '单位：万元'],
    ['支出项目名称', '调整预算数', '绩效目标', '截至6月底支出数', '绩效目标执行情况', '原因类型'],
    ['项目甲', 100, '硬化10公里', 50, '完成5公里', '5-根据计划安排项目暂未实施'],
    ['项目乙', 100, '硬化10公里', 50, '完成5公里', 'R08-按计划暂未实施'],
    ['项目丙', 100, '硬化10公里', 50, '完成5公里', '根据计划安排项目暂未实施'],
  ]);
  const reasons = rowsOf(
    onlySubmission(await handIn({ '监控表.xlsx': [list] })),
    'projects',
    'reasonType',
  ).flat();
  expect(new Set(reasons).size).toBe(1);
  expect(reasons[0]).toEqual(expect.any(String));
});
