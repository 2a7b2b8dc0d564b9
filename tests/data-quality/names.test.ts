import { expect, test } from '@jest/globals';
import type { Cell } from '../../fixtures/write-workbook.ts';
import { handIn, onlySubmission, rowsOf, saidBy, scheduleWith, sheetOf } from './hand-in.ts';

/** A schedule of projects, each with a budget of its own. */
const projects = (...names: readonly string[]) =>
  scheduleWith(names.map((name, index): Cell[] => [index + 1, name, 100 + index, 50 + index, null, null]));

test('case 10: a classified row is counted, kept out of rates, and never printed', async () => {
  const sheet = sheetOf('进度', [
    ['青禾镇2023年6月项目分月支出进度表'],
    ['填报单位：青禾镇人民政府', null, null, '单位：万元'],
    ['项目编码', '项目名称', '调整后预算数', '累计实际支出', '备注'],
    ['11000023T000000000001', '村级道路', 100, 60, null],
    ['11000023T000000000002', '涉密', 50, 10, '某处人员训练'],
    ['合计', null, 150, 70, null],
  ]);
  const handedIn = await handIn({ '进度表.xlsx': [sheet] });
  const [, secret] = onlySubmission(handedIn).tables.projects?.rows ?? [];
  expect(secret?.classified).toBe(true);
  expect(secret?.values.adjustedBudget).toBe(50_000_000);
  expect(saidBy(handedIn, 'DQ-12')).toEqual([]);
  expect(saidBy(handedIn, 'DQ-11').length).toBe(1);
  expect(JSON.stringify(handedIn.report)).not.toContain('某处人员训练');
});

test('case 16: the same name twice and names nearly the same are found; one by one they stay as typed', async () => {
  const handedIn = await handIn({
    '进度表.xlsx': [
      projects(
        '村级道路硬化',
        '村级道路硬化',
        '地质灾害群策群防补助',
        '地质灾害群测群防补助',
        '基本公共养老服务补助',
        '基本公共养老服务补助资金',
      ),
    ],
  });
  expect(saidBy(handedIn, 'DQ-08')).toEqual([
    'warning B5 「村级道路硬化」在第 4、5 行重复，没有项目编码可以区分。',
  ]);
  expect(saidBy(handedIn, 'DQ-09')).toEqual([
    'notice B7 「地质灾害群策群防补助」（B6）与「地质灾害群测群防补助」（B7）名称相近，疑似同一项目。',
    'notice B9 「基本公共养老服务补助」（B8）与「基本公共养老服务补助资金」（B9）名称相近，疑似同一项目。',
  ]);
});

test('case 17: a name that holds the separator of the list is one project', async () => {
  const hall = '2023年中央补助地方美术馆、公共图书馆、文化馆（站）免费开放专项资金';
  const functions = sheetOf('职责', [
    ['青禾镇部门职责—工作活动—项目表'],
    ['填报单位：青禾镇人民政府'],
    ['序号', '职能', '工作活动', '年度工作目标', '对应项目支出'],
    [1, '公共文化', '免费开放', '开放300天', `${hall}、乡村文化活动`],
  ]);
  const handedIn = await handIn({
    '青禾镇/进度表.xlsx': [projects(hall, '乡村文化活动')],
    '青禾镇/职责.xlsx': [functions],
  });
  expect(saidBy(handedIn, 'XT-01')).toEqual([]);
});

test('case 18: brackets and quotes of either kind name the same project', async () => {
  const monitoring = (name: string) =>
    sheetOf('监控', [
      ['青禾镇2023年6月预算绩效运行监控表'],
      ['填报单位：青禾镇人民政府', null, '单位：万元'],
      ['支出项目名称', '调整预算数', '绩效目标', '截至6月底支出数', '绩效目标执行情况'],
      [name, 100, '开放300天', 50, '开放150天'],
    ]);
  for (const name of [
    '“三馆一站”免费开放(运转保障)',
    '"三馆一站"免费开放（运转保障）',
    '三馆一站免费开放（运转保障）',
  ]) {
    const handedIn = await handIn({
      '青禾镇/进度表.xlsx': [projects('“三馆一站”免费开放（运转保障）')],
      '青禾镇/监控表.xlsx': [monitoring(name)],
    });
    expect(saidBy(handedIn, 'XT-02')).toEqual([]);
  }
});

test('case 27: code and name in one cell are known for what they are', async () => {
  const sheet = sheetOf('进度', [
    ['青禾镇2023年6月项目分月支出进度表'],
    ['填报单位：101001 青禾镇人民政府', null, null, null, '单位：万元'],
    ['序号', '项目名称', '支出功能科目', '调整后预算数', '累计实际支出'],
    [1, '村级道路', '213-农林水支出', 100, 60],
    [2, '节能改造', '211 节能环保事务支出', 50, 30],
    ['合计', null, null, 150, 90],
  ]);
  const handedIn = await handIn(
    { '进度表.xlsx': [sheet] },
    { roster: [{ code: '101001', name: '青禾镇人民政府', aliases: [], owes: [], dueDay: null }] },
  );
  expect(onlySubmission(handedIn).unit).toMatchObject({ name: '青禾镇人民政府', known: true });
  expect(saidBy(handedIn, 'DQ-16')).toEqual([]);
  expect(saidBy(handedIn, 'DQ-17')).toEqual(['notice C5 “211 节能环保事务支出”应为“节能环保支出”（C5）。']);
});

test('case 28: years left over from an old report are pointed out', async () => {
  const sheet = scheduleWith([
    [1, '村级道路', 100, 60, null, '预计2022年6月份完成'],
    [2, '农田水利', 100, 50, null, '预计2023年11月完成'],
  ]);
  expect(saidBy(await handIn({ '进度表.xlsx': [sheet] }), 'DQ-19')).toEqual([
    'warning F4 「备注」写有“预计2022年6月份完成”，2022 年已过，报告年度为 2023 年，疑似沿用旧文字。',
  ]);
});

test('case 30: telephone, identity and account numbers are masked wherever the report would show them', async () => {
  const sheet = scheduleWith([
    [
      1,
      '一卡通补贴发放',
      100,
      60,
      null,
      '领取人身份证110101199003078515，卡号6222021234567890123，电话13812345678',
    ],
    ['合计', null, 100, 60, null, null],
    ['填表人：李某   联系电话：13912345678'],
  ]);
  const handedIn = await handIn({ '进度表.xlsx': [sheet] });
  const report = JSON.stringify(handedIn.report);
  for (const number of ['110101199003078515', '6222021234567890123', '13812345678', '13912345678'])
    expect(report).not.toContain(number);
  expect(saidBy(handedIn, 'TX-03').length).toBeGreaterThan(0);
});

test('case 31: line breaks, tabs and double spaces inside names and headings change nothing', async () => {
  const sheet = sheetOf('进度', [
    ['青禾镇2023年6月项目分月支出进度表'],
    ['填报单位：青禾镇人民政府', null, null, '单位：万元'],
    ['序号', '项目\n名称', '\t调整后\n预算数 ', '累计  实际\r\n支出'],
    [1, '村级道路\n硬化 ', 100, 60],
    [2, '\t村级道路  硬化', 100, 60],
  ]);
  const handedIn = await handIn({ '进度表.xlsx': [sheet] });
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'adjustedBudget', 'cumActual')).toEqual([
    [100_000_000, 60_000_000],
    [100_000_000, 60_000_000],
  ]);
  expect(saidBy(handedIn, 'DQ-08').length).toBe(1);
});

test('case 32: words broken by find and replace are pointed out', async () => {
  const sheet = sheetOf('目标', [
    ['青禾镇2023年度绩效目标实现情况表'],
    ['填报单位：青禾镇人民政府'],
    ['序号', '项目名称', '绩效目标', '实现情况'],
    [1, '产业发展', '支出乡村产业发展，支出力度不减', '在上级大力支出下，已完成全部目标'],
  ]);
  expect(saidBy(await handIn({ '目标.xlsx': [sheet] }), 'TX-02')).toEqual([
    'notice D4 「实现情况」疑似有 1 处错别字或标点错误：“大力支出”→“大力支持”。',
  ]);
});
