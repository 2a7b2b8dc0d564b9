import { expect, test } from '@jest/globals';
import {
  handIn,
  onlySubmission,
  rowsOf,
  saidBy,
  schedule,
  scheduleWith,
  sheetOf,
  valuesOf,
} from './hand-in.ts';

test('case 1: a heading of merged rows is read by its paths, and a merged key cell holds for all its rows', async () => {
  const sheet = sheetOf(
    '监控',
    [
      ['青禾镇2023年6月预算绩效运行监控表'],
      ['填报单位：青禾镇人民政府', null, null, null, null, null, null, '单位：万元'],
      [
        '处室名称',
        '支出项目名称',
        '预算数',
        null,
        null,
        null,
        '绩效目标',
        '截至6月底支出数',
        '绩效目标执行情况',
      ],
      [null, null, '年初', '追加', '追减', '调整后', null, null, null],
      ['农业股', '村级道路', 100, 20, null, 120, '硬化10公里', 60, '完成5公里'],
      [null, '农田水利', 80, null, 5, 75, '清淤3公里', 30, '完成1公里'],
      ['社保股', '养老服务', 50, null, null, 50, '服务200人', 25, '服务100人'],
    ],
    {
      merges: ['A1:I1', 'A3:A4', 'B3:B4', 'C3:F3', 'G3:G4', 'H3:H4', 'I3:I4', 'A5:A6'],
    },
  );
  const submission = onlySubmission(await handIn({ '监控表.xlsx': [sheet] }));
  expect(
    rowsOf(
      submission,
      'projects',
      'office',
      'projectName',
      'initialBudget',
      'budgetAdd',
      'budgetCut',
      'adjustedBudget',
      'cumActual',
    ),
  ).toEqual([
    ['农业股', '村级道路', 100_000_000, 20_000_000, '[blank]', 120_000_000, 60_000_000],
    ['农业股', '农田水利', 80_000_000, '[blank]', 5_000_000, 75_000_000, 30_000_000],
    ['社保股', '养老服务', 50_000_000, '[blank]', '[blank]', 50_000_000, 25_000_000],
  ]);
});

test.each([
  ['项目支出进度表', '累计实际支出'],
  ['预算绩效运行监控表', '截至6月底支出数'],
])(
  'case 1: 调整 between 年初 and what comes of it is the net change, and may be negative: %s',
  async (title, spent) => {
    const rest = title === '项目支出进度表' ? [] : ['绩效目标', '绩效目标执行情况'];
    const sheet = sheetOf(
      '进度',
      [
        [`青禾镇2023年6月${title}`],
        ['填报单位：青禾镇人民政府', null, null, null, null, '单位：万元'],
        ['序号', '项目名称', '预算', null, null, spent, ...rest],
        [null, null, '年初', '调整', '调整后预算', null],
        [1, '村级道路', 100, -20, 80, 60, ...rest.map(() => '硬化10公里')],
        [2, '农田水利', 80, 0, 80, 40, ...rest.map(() => '清淤3公里')],
        ['合计', null, 180, -20, 160, 100],
      ],
      { merges: ['A3:A4', 'B3:B4', 'C3:E3', 'F3:F4'] },
    );
    const handedIn = await handIn({ '进度表.xlsx': [sheet] });
    expect(
      rowsOf(onlySubmission(handedIn), 'projects', 'initialBudget', 'budgetAdd', 'adjustedBudget'),
    ).toEqual([
      [100_000_000, -20_000_000, 80_000_000],
      [80_000_000, 0, 80_000_000],
    ]);
    expect(saidBy(handedIn, 'DQ-04')).toEqual([]);
  },
);

test('case 1: 结转 and 结余 below 结转结余 are each their own', async () => {
  const sheet = sheetOf(
    '结转结余',
    [
      ['青禾镇2023年12月结转结余情况表'],
      ['填报单位：青禾镇人民政府', null, null, null, null, null, '单位：万元'],
      ['项目', '形成年度', '预算数', '支出数', '结转结余', null, null],
      [null, null, null, null, '小计', '结转', '结余'],
      ['村级道路', 2023, 120, 114, 6, 4, 2],
    ],
    { merges: ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:G3'] },
  );
  expect(
    rowsOf(
      onlySubmission(await handIn({ '结转结余表.xlsx': [sheet] })),
      'balances',
      'carriedOver',
      'surplus',
      'amount',
    ),
  ).toEqual([[4_000_000, 2_000_000, 6_000_000]]);
});

test('case 1: a merge over figures holds for its first cell alone', async () => {
  const sheet = scheduleWith(
    [
      [1, '村级道路', 100, 60, null, null],
      [2, '农田水利', null, 30, null, null],
      ['合计', null, 100, 90, null, null],
    ],
    { merges: ['C4:C5'] },
  );
  const submission = onlySubmission(await handIn({ '进度表.xlsx': [sheet] }));
  expect(rowsOf(submission, 'projects', 'projectName', 'adjustedBudget')).toEqual([
    ['村级道路', 100_000_000],
    ['农田水利', '[blank]'],
  ]);
});

test('case 1: a reason merged over the items of the three public expenses holds for each of them', async () => {
  const sheet = sheetOf(
    '三公经费',
    [
      ['青禾镇人民政府2023年6月“三公”经费表'],
      ['填报单位：青禾镇人民政府', null, null, '金额单位：万元'],
      ['项目', '上年预算数', '本年预算数', '变动原因'],
      ['“三公”经费合计', 18, 17.1, '严格控制接待批次，停用一辆老旧公务用车'],
      ['因公出国（境）费', 0, 0, null],
      ['公务用车购置及运行维护费', 13, 11, null],
      ['公务用车购置费', 0, 0, null],
      ['公务用车运行维护费', 13, 11, null],
      ['公务接待费', 5, 6.1, null],
    ],
    { merges: ['A1:D1', 'D4:D9'] },
  );
  const handedIn = await handIn({ '三公经费.xlsx': [sheet] });
  expect(saidBy(handedIn, 'SG-06')).toEqual([]);
  expect(rowsOf(onlySubmission(handedIn), 'items', 'item', 'reason').at(-1)).toEqual([
    '公务接待费',
    '严格控制接待批次，停用一辆老旧公务用车',
  ]);
});

test('case 2: title, unit line and a signature line in one merged cell are read from around the table', async () => {
  const sheet = scheduleWith([
    [1, '村级道路', 100, 60, null, null],
    ['合计', null, 100, 60, null, null],
    ['负责人：王某   复核人：   填表人：李某   填表日期：2023-07-05   联系电话：'],
  ]);
  const submission = onlySubmission(await handIn({ '进度表.xlsx': [sheet] }));
  expect(submission.unit).toMatchObject({ name: '青禾镇人民政府', from: 'cell' });
  expect(submission.period).toMatchObject({ period: '2023-06', from: 'title' });
  expect(submission.amountUnit).toMatchObject({ unit: '万元', declared: true });
  expect([...submission.signatures].map(([label, { text }]) => `${label}：${text}`)).toEqual([
    '负责人：王某',
    '复核人：',
    '填表人：李某',
    '填表日期：2023-07-05',
    '联系电话：',
  ]);
});

test('case 3: a row of column numbers is no data, and its formulas are checked', async () => {
  const sheet = sheetOf('非税', [
    ['青禾镇2023年非税收入台账'],
    ['填报单位：青禾镇人民政府', null, null, null, '单位：万元'],
    ['项目名称', '本年计划', '累计收入', '上缴国库', '上缴专户'],
    ['栏次', '1', '2=3+4', '3', '4'],
    ['罚没收入', 20, 12, 8, 4],
    ['利息收入', 10, 7, 5, 1],
    ['合计', 30, 19, 13, 5],
  ]);
  const handedIn = await handIn({ '非税台账.xlsx': [sheet] });
  const submission = onlySubmission(handedIn);
  expect(rowsOf(submission, 'items', 'item', 'plan', 'collected', 'toTreasury', 'toSpecialAccount')).toEqual([
    ['罚没收入', 20_000_000, 12_000_000, 8_000_000, 4_000_000],
    ['利息收入', 10_000_000, 7_000_000, 5_000_000, 1_000_000],
  ]);
  expect([...(submission.tables.items?.columnFormulas ?? [])]).toEqual([
    [
      'collected',
      [
        { field: 'toTreasury', sign: 1 },
        { field: 'toSpecialAccount', sign: 1 },
      ],
    ],
  ]);
  expect(saidBy(handedIn, 'DQ-12')).toEqual([
    'error C6 「累计收入」按栏次公式应为 D6 5.00 + E6 1.00 = 6.00 万元，填 7.00 万元，差 1.00 万元。',
    'error C7 「累计收入」按栏次公式应为 D7 13.00 + E7 5.00 = 18.00 万元，填 19.00 万元，差 1.00 万元。',
  ]);
});

test('case 4: revenue on the left and expenditure on the right are two tables, each with its own lines', async () => {
  const sheet = sheetOf(
    '收支总表',
    [
      ['青禾镇2023年收入支出决算总表'],
      ['编制单位：青禾镇人民政府', null, null, null, null, '金额单位：元'],
      ['收入', null, null, '支出', null, null],
      ['项目', '行次', '决算数', '项目', '行次', '决算数'],
      ['一、一般公共预算财政拨款收入', 1, 11122315.04, '一、一般公共服务支出', 31, 9000000],
      ['二、其他收入', 2, 1000, '二、农林水支出', 32, 2123315.04],
      ['本年收入合计', 29, 11123315.04, '本年支出合计', 59, 11123315.04],
      ['总计', 30, 11123315.04, '总计', 60, 11123315.04],
    ],
    { merges: ['A1:F1', 'A3:C3', 'D3:F3'] },
  );
  const submission = onlySubmission(await handIn({ '决算01表.xlsx': [sheet] }));
  expect(rowsOf(submission, 'revenue', 'item', 'line', 'amount')).toEqual([
    ['一、一般公共预算财政拨款收入', 1, 1_112_231_504],
    ['二、其他收入', 2, 100_000],
    ['本年收入合计', 29, 1_112_331_504],
    ['总计', 30, 1_112_331_504],
  ]);
  expect(rowsOf(submission, 'expenditure', 'item', 'line', 'amount')).toEqual([
    ['一、一般公共服务支出', 31, 900_000_000],
    ['二、农林水支出', 32, 212_331_504],
    ['本年支出合计', 59, 1_112_331_504],
    ['总计', 60, 1_112_331_504],
  ]);
});

test('case 12: totals however spaced, subtotals and 其中 rows are told from data, and the total may come first', async () => {
  const sheet = scheduleWith([
    ['合　计', null, 230, 120, null, null],
    [1, '村级道路', 100, 60, null, null],
    [null, '其中：财政拨款', 80, 50, null, null],
    ['小 计', null, 100, 60, null, null],
    [2, '农田水利', 130, 60, null, null],
  ]);
  const handedIn = await handIn({ '进度表.xlsx': [sheet] });
  const table = onlySubmission(handedIn).tables.projects;
  const named = (rows: typeof table extends undefined ? never : NonNullable<typeof table>['rows']) =>
    rows.map((row) => [row.number, row.label, ...valuesOf(row, ['adjustedBudget'])]);
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'projectName')).toEqual([['村级道路'], ['农田水利']]);
  expect(named(table?.totals ?? [])).toEqual([[4, '合　计', 230_000_000]]);
  expect(named(table?.subtotals ?? [])).toEqual([[7, '小 计', 100_000_000]]);
  expect(named(table?.ofWhich ?? [])).toEqual([[6, '其中：财政拨款', 80_000_000]]);
  expect(saidBy(handedIn, 'DQ-12')).toEqual([]);
});

test('case 13: blank rows and a heading printed again at a page break do not end the table', async () => {
  const sheet = scheduleWith([
    [1, '村级道路', 100, 60, null, null],
    [],
    ['本页小计', null, 100, 60, null, null],
    schedule.heading,
    [2, '农田水利', 130, 60, null, null],
    [],
    [],
    [3, '养老服务', 20, 10, null, null],
    ['合计', null, 250, 130, null, null],
  ]);
  const handedIn = await handIn({ '进度表.xlsx': [sheet] });
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'seq', 'projectName', 'cumActual')).toEqual([
    [1, '村级道路', 60_000_000],
    [2, '农田水利', 60_000_000],
    [3, '养老服务', 10_000_000],
  ]);
  expect(saidBy(handedIn, 'DQ-12')).toEqual([]);
});

test('case 14: notes below the table end it, whatever figures they mention', async () => {
  const sheet = scheduleWith([
    [1, '村级道路', 100, 60, null, null],
    ['合计', null, 100, 60, null, null],
    ['备注：1.本表按月填报；2.农田水利项目 130 万元未列入。'],
    ['填表说明：', '累计支出以国库支付为准', 130, 60, null, null],
  ]);
  expect(rowsOf(onlySubmission(await handIn({ '进度表.xlsx': [sheet] })), 'projects', 'projectName')).toEqual(
    [['村级道路']],
  );
});

test('case 15: a number left out or given twice is pointed out, and nothing is renumbered', async () => {
  const sheet = scheduleWith([
    [1, '村级道路', 100, 60, null, null],
    [2, '农田水利', 130, 60, null, null],
    [2, '河道清淤', 30, 10, null, null],
    [5, '养老服务', 20, 10, null, null],
    ['合计', null, 280, 140, null, null],
  ]);
  const handedIn = await handIn({ '进度表.xlsx': [sheet] });
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'seq')).toEqual([[1], [2], [2], [5]]);
  expect(saidBy(handedIn, 'DQ-06')).toEqual(['notice A7 序号缺 3–4，请核实是否漏报。']);
  expect(saidBy(handedIn, 'DQ-07')).toEqual(['warning A6 序号 2 重复（A5、A6）。']);
});
