import { expect, test } from '@jest/globals';
import type { Cell } from '../../fixtures/write-workbook.ts';
import { handIn, onlySubmission, rowsOf, saidBy, scheduleWith, sheetOf, valuesOf } from './hand-in.ts';

/** One schedule row a cell, each read as the amount spent. */
async function spentIn(cells: readonly Cell[]) {
  const rows = cells.map((cell, index): Cell[] => [
    index + 1,
    `项目${'甲乙丙丁戊己庚辛壬癸'[index]}`,
    1000,
    cell,
    null,
    null,
  ]);
  return handIn({ '进度表.xlsx': [scheduleWith(rows)] });
}

test('case 5: the unit of an amount is that of its cell, else its column, else the table, the sheet, the template', async () => {
  const costs = (line: string | null, heading: string, cell: Cell) =>
    sheetOf('进度', [
      ['青禾镇2023年6月项目分月支出进度表'],
      ['填报单位：青禾镇人民政府', null, null, line],
      ['序号', '项目名称', '调整后预算数', heading],
      [1, '村级道路', 100, cell],
    ]);
  const read = async (line: string | null, heading: string, cell: Cell) => {
    const handedIn = await handIn({ '进度表.xlsx': [costs(line, heading, cell)] });
    const submission = onlySubmission(handedIn);
    return [
      ...(rowsOf(submission, 'projects', 'adjustedBudget', 'cumActual')[0] ?? []),
      submission.amountUnit.unit,
      submission.amountUnit.declared,
      saidBy(handedIn, 'STR-03').length,
    ];
  };
  expect(await read('金额单位：万元', '累计实际支出', '600000元')).toEqual([
    100_000_000,
    60_000_000,
    '万元',
    true,
    0,
  ]);
  expect(await read('金额单位：万元', '累计实际支出（元）', 600_000)).toEqual([
    100_000_000,
    60_000_000,
    '万元',
    true,
    0,
  ]);
  expect(await read('单位：元', '累计实际支出', 60)).toEqual([10_000, 6_000, '元', true, 0]);
  expect(await read('单位：千元', '累计实际支出', 60)).toEqual([10_000_000, 6_000_000, '千元', true, 0]);
  expect(await read(null, '累计实际支出', 60)).toEqual([100_000_000, 60_000_000, '万元', false, 1]);
});

test('case 5: a price in 元 stands beside an amount in 万元', async () => {
  const sheet = sheetOf('事前评估', [
    ['青禾镇事前绩效评估表'],
    ['金额单位：万元'],
    ['项目名称', '村级道路硬化'],
    ['资金申请总额', 12],
    ['序号', '支出内容', '单位', '数量', '单价(元)', '金额(万元)'],
    [1, '水泥', '吨', 200, 350, 7],
    [2, '人工', '工日', 250, 200, 5],
  ]);
  const submission = onlySubmission(await handIn({ '评估表.xlsx': [sheet] }));
  expect(rowsOf(submission, 'costs', 'item', 'quantity', 'price', 'amount')).toEqual([
    ['水泥', 200, 35_000, 7_000_000],
    ['人工', 250, 20_000, 5_000_000],
  ]);
  expect(submission.form.values.requested).toBe(12_000_000);
});

test('case 5: two units declared on one sheet are a finding, never a guess', async () => {
  const sheet = sheetOf('进度', [
    ['青禾镇2023年6月项目分月支出进度表（单位：元）'],
    ['填报单位：青禾镇人民政府', null, null, '单位：万元'],
    ['序号', '项目名称', '调整后预算数', '累计实际支出'],
    [1, '村级道路', 100, 60],
  ]);
  expect(saidBy(await handIn({ '进度表.xlsx': [sheet] }), 'STR-03')).toEqual([
    'error A1 金额单位前后不一：元（A1），又写有 万元（D2）。',
  ]);
});

test('case 6: numbers typed as text are read, however they are dressed, and said to be text', async () => {
  const handedIn = await spentIn([
    '1,234.50',
    "'100",
    '12.00万元',
    '￥3,000',
    '（12.3）',
    ' 45.6 ',
    '78\u00a0',
    '\u300090',
    '\u200b91',
    '(0.5)',
  ]);
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'cumActual')).toEqual(
    [1234.5, 100, 12, 3000, -12.3, 45.6, 78, 90, 91, -0.5].map((amount) => [Math.round(amount * 1_000_000)]),
  );
  expect(saidBy(handedIn, 'DQ-01')).toEqual([
    'notice D4 「累计实际支出」有 8 个数字是文本格式（D4、D5、D6、D9、D10 等），已按数值读取。',
  ]);
  expect(saidBy(handedIn, 'DQ-04')).toEqual([
    'warning D8 「累计实际支出」为负数 -12.30 万元，请确认是否红字冲销。',
    'warning D13 「累计实际支出」为负数 -0.50 万元，请确认是否红字冲销。',
  ]);
});

test('case 6: what is no number is never read as one', async () => {
  const handedIn = await spentIn(['1,23', '12.3.4', '约100', '100+50', '1O0', '--5']);
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'cumActual')).toEqual(Array(6).fill(['[unreadable]']));
  expect(saidBy(handedIn, 'DQ-03')).toEqual([
    'error D4 「累计实际支出」有 6 个单元格不是有效数值（D4、D5、D6、D7、D8 等），如“1,23”。',
  ]);
});

test('case 7: full-width figures are read, and full-width text is kept as it was typed', async () => {
  const sheet = scheduleWith([
    [1, '办公用房①改造（１００㎡）', '１２３．４５', '（１２．３）', '５０％', null],
    [2, '道路㈠期…', 100, '－５', '４２．０２％', null],
  ]);
  const handedIn = await handIn({ '进度表.xlsx': [sheet] });
  expect(
    rowsOf(onlySubmission(handedIn), 'projects', 'projectName', 'adjustedBudget', 'cumActual', 'execRate'),
  ).toEqual([
    ['办公用房①改造（１００㎡）', 123_450_000, -12_300_000, 0.5],
    ['道路㈠期…', 100_000_000, -5_000_000, 0.4202],
  ]);
  expect(saidBy(handedIn, 'DQ-02')).toEqual([
    'notice C4 「调整后预算数」（C4）含全角字符“１２３．４５”，已按 123.45 读取。',
    'notice D4 「累计实际支出」有 2 个单元格含全角字符（D4、D5），如“（１２．３）”，已按 -12.3 读取。',
    'notice E4 「支出进度(%)」有 2 个单元格含全角字符（E4、E5），如“５０％”，已按 50% 读取。',
  ]);
});

test('case 8: a rate is the same in each of its three notations', async () => {
  const rate = (cells: readonly Cell[]) =>
    handIn({
      '进度表.xlsx': [
        scheduleWith(cells.map((cell, index) => [index + 1, `项目${'甲乙丙'[index]}`, 100, 96, cell, null])),
      ],
    });
  const read = async (cells: readonly Cell[]) =>
    rowsOf(onlySubmission(await rate(cells)), 'projects', 'execRate').flat();
  expect(await read(['96.1%', '42.02%', '0%'])).toEqual([0.961, 0.4202, 0]);
  expect(
    await read([
      { value: 0.961, format: '0.0%' },
      { value: 0.42, format: '0%' },
      { value: 1, format: '0%' },
    ]),
  ).toEqual([0.961, 0.42, 1]);
  // A sign that is printed behind the number does not multiply it.
  expect(
    await read([
      { value: 96.1, format: '0.0"%"' },
      { value: 42.02, format: '0.00\\%' },
      { value: 0.5, format: '0.0"%"' },
    ]),
  ).toEqual([0.961, 0.4202, 0.005]);
  expect(await read([96.1, 42.02, 100])).toEqual([0.961, 0.4202, 1]);
  expect(await read([0.961, 0.4202, 1])).toEqual([0.961, 0.4202, 1]);
  // A few percent beside a hundred: the column decides, not the cell.
  expect(await read([0.5, 96.1, 1])).toEqual([0.005, 0.961, 0.01]);
});

test('case 8: nothing but 0 and 1 leaves open what is meant, and says so', async () => {
  const rows: Cell[][] = [
    [1, '项目甲', 100, 100, 1, null],
    [2, '项目乙', 100, 0, 0, null],
  ];
  const submission = onlySubmission(await handIn({ '进度表.xlsx': [scheduleWith(rows)] }));
  expect(submission.problems.map(({ kind, place, raw, read }) => [kind, place.cell, raw, read])).toEqual([
    ['ambiguous-rate', 'E4', '1', '100%'],
  ]);
});

test('case 9: signs for nothing are no zeros, and a dash alone is no minus', async () => {
  const handedIn = await spentIn(['/', '—', '-', '--', '无', '不涉及', 'XX', '××', '待填写', '０']);
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'cumActual')).toEqual([
    ...Array(6).fill(['[placeholder]']),
    ...Array(3).fill(['[unfinished]']),
    [0],
  ]);
  expect(saidBy(handedIn, 'DQ-10')).toEqual([
    'warning D4 「累计实际支出」须填写，有 9 个单元格没有填数（D4、D5、D6、D7、D8 等），只写了“/”一类的字样。',
  ]);
});

test('case 9: a figure still to come is told wherever an amount belongs, a sign for nothing only where one must be', async () => {
  const sheet = sheetOf('进度', [
    ['青禾镇2023年6月项目分月支出进度表'],
    ['填报单位：青禾镇人民政府', null, null, null, '单位：万元'],
    ['序号', '项目名称', '调整后预算数', '已下达指标数', '累计实际支出'],
    [1, '村级道路', 100, '待填写', 60],
    [2, '河道清淤', 80, '—', 40],
  ]);
  expect(saidBy(await handIn({ '进度表.xlsx': [sheet] }), 'DQ-10')).toEqual([
    'warning D4 「已下达指标数」（D4）须填写，只填了“待填写”。',
  ]);
});

test('case 9: a figure still to come leaves the sums it belongs to open; a sign for nothing adds nothing', async () => {
  const sheet = (third: string) =>
    sheetOf('进度', [
      ['青禾镇2023年6月项目分月支出进度表'],
      ['填报单位：青禾镇人民政府', null, null, null, '单位：万元'],
      ['序号', '项目名称', '调整后预算数', '已下达指标数', '累计实际支出'],
      [1, '村级道路', 100, 100, 60],
      [2, '河道清淤', 80, third, 40],
      [null, '合计', 180, 150, 100],
    ]);
  const sums = async (third: string) => saidBy(await handIn({ '进度表.xlsx': [sheet(third)] }), 'DQ-12');
  expect(await sums('待定')).toEqual([]);
  expect(await sums('—')).toHaveLength(1);
});

test('case 9: a row that only says 不涉及 is no project, and states why the table is empty', async () => {
  const sheet = (...row: Cell[]) =>
    sheetOf('台账', [
      ['青禾镇2023年直达资金台账'],
      ['填报单位：青禾镇人民政府', null, null, '单位：万元'],
      ['序号', '资金名称', '资金文号', '下达金额', '支出金额'],
      row,
    ]);
  for (const row of [[null, '不涉及'], [1, '无', '/', 0, '—'], ['无']]) {
    const { submissions, report } = await handIn({ '台账.xlsx': [sheet(...row)] });
    expect([row, submissions[0]?.tables.funds?.rows.length]).toEqual([row, 0]);
    expect(report.findings.filter(({ rule }) => /^(?:STR-13|DQ-10|ZD)/.test(rule))).toEqual([]);
  }
});

test('case 9: where the report says what there is, a word that there is none is a claim, a mere sign is none', async () => {
  const sheet = sheetOf('数据采集', [
    ['青禾镇2023年度报告数据采集表'],
    ['填报单位：青禾镇人民政府'],
    ['序号', '指标', '数值', '单位', '年度'],
    [1, '新增暂付款', '无', '万元', 2023],
    [2, '执行监督预警', '未发生', null, 2023],
    [3, '新增资产预算', '—', '万元', 2023],
    [4, '交回结余', 'XX', '万元', 2023],
  ]);
  expect(saidBy(await handIn({ '采集表.xlsx': [sheet] }, { period: '2023-12' }), 'DQ-10')).toEqual([
    'warning C6 「数值」须填写，有 2 个单元格没有填数（C6、C7），只写了“—”一类的字样。',
  ]);
});

test('case 13: a sheet with nothing below its headings is an empty table, in whichever of its layouts', async () => {
  const sheet = (...rows: Cell[][]) =>
    sheetOf('三公经费', [
      ['青禾镇2023年“三公”经费情况表'],
      ['填报单位：青禾镇人民政府', null, null, '单位：万元'],
      ['项目', '上年预算数', '本年预算数', '执行数'],
      ...rows,
    ]);
  const said = async (...rows: Cell[][]) =>
    saidBy(await handIn({ '三公经费.xlsx': [sheet(...rows)] }), 'STR-13');
  expect(await said()).toEqual(['warning 4:4 表内没有数据，也没有说明原因。']);
  expect(await said(['“三公”经费合计', 3, 2, 1])).toEqual([]);
});

test('case 23: the noise of binary fractions is no figure of its own', async () => {
  const handedIn = await spentIn([0.0900000762939453, 2486.2000000000003, 0.1 + 0.2]);
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'cumActual')).toEqual([
    [90_000],
    [2_486_200_000],
    [300_000],
  ]);
});

test('case 24: six digits of 万元 are fen, more are said to be too many, and so are three of 元', async () => {
  const handedIn = await spentIn([754.935511, 0.009, 12.3456789]);
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'cumActual')).toEqual([
    [754_935_511],
    [9_000],
    [12_345_679],
  ]);
  expect(saidBy(handedIn, 'DQ-15')).toEqual([
    'notice D6 「累计实际支出」（D6）的 12.3456789 小数位超过分，已按 12.345679 读取。',
  ]);
});

test('case 25: targets and results keep comparator, number and unit, and words where there is no number', async () => {
  const pairs = [
    ['≤30 万元', '28万元'],
    ['90%以上', '95%'],
    ['≥1次', '完成'],
    ['不少于46名', '46名'],
    ['12月底前', '已完成'],
    ['6只', '6只'],
  ];
  const sheet = sheetOf('自评', [
    ['青禾镇2023年度项目支出绩效自评表'],
    ['项目名称', '村级道路'],
    ['项目资金', '全年预算数', '全年执行数', '分值', '得分'],
    ['年度资金总额', 100, 100, 10, 10],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ...pairs.map(([target = '', actual = ''], index): Cell[] => [
      '产出指标',
      '数量指标',
      `指标${'甲乙丙丁戊己'[index]}`,
      target,
      actual,
      15,
      15,
    ]),
  ]);
  const submission = onlySubmission(await handIn({ '自评表.xlsx': [sheet] }, { period: '2023-12' }));
  const parts = (value: unknown) => {
    const { comparator, number, unit } = Object(value);
    return [comparator, number, unit];
  };
  expect(
    (submission.tables.indicators?.rows ?? []).map((row) => valuesOf(row, ['target', 'actual']).map(parts)),
  ).toEqual([
    [
      ['≤', 30, '万元'],
      [null, 28, '万元'],
    ],
    [
      ['≥', 90, '%'],
      [null, 95, '%'],
    ],
    [
      ['≥', 1, '次'],
      [null, null, ''],
    ],
    [
      ['≥', 46, '名'],
      [null, 46, '名'],
    ],
    [
      [null, 12, '月底前'],
      [null, null, ''],
    ],
    [
      [null, 6, '只'],
      [null, 6, '只'],
    ],
  ]);
});

test('case 29: plan and actual that are equal to the fen everywhere are pointed out', async () => {
  const sheet = sheetOf('三保', [
    ['青禾镇2023年“三保”支出表'],
    ['填报单位：青禾镇人民政府', null, null, '单位：万元'],
    ['类别', '安排资金', '实际支出', '包括项目'],
    ['保基本民生', 312.45, 312.45, '低保、特困供养'],
    ['保工资', 870.12, 870.12, '工资'],
    ['保运转', 95.3, 95.3, '公用经费'],
    ['合计', 1277.87, 1277.87, null],
  ]);
  expect(saidBy(await handIn({ '三保.xlsx': [sheet] }), 'SB-08')).toEqual([
    'notice C4 保基本民生 312.45 万元、保工资 870.12 万元、保运转 95.30 万元的安排与支出三项均完全相等，请核实支出数是否为实际支付数。',
  ]);
});

test('a rate of the total means what it says where the rates above it cannot be read', async () => {
  const handedIn = await handIn({
    '进度表.xlsx': [
      sheetOf('进度', [
        ['青禾镇人民政府2023年6月项目分月支出进度表'],
        ['填报单位：青禾镇人民政府', null, null, '金额单位：万元'],
        ['序号', '项目名称', '调整后预算数', '累计实际支出', '支出进度(%)'],
        [1, '村级道路', 100, 50, { formula: '#REF!/C4', error: '#REF!' }],
        ['合计', null, 100, 50, 50],
      ]),
    ],
  });
  expect(saidBy(handedIn, 'PRG-17')).toEqual([]);
  expect(saidBy(handedIn, 'STR-09')).toHaveLength(1);
});

test('a count and a year may be written with the word for them', async () => {
  const handedIn = await handIn({
    '存量.xlsx': [
      sheetOf('结转', [
        ['青禾镇人民政府2023年6月结转结余资金情况表'],
        ['填报单位：青禾镇人民政府', null, null, '金额单位：万元'],
        ['序号', '项目名称', '形成年度', '预算数', '支出数', '结转数'],
        [1, '村级道路', '2021年', 100, 95, 5],
        [2, '文化演出', '2022年度', 50, 48, 2],
      ]),
    ],
  });
  expect(rowsOf(onlySubmission(handedIn), 'balances', 'originYear')).toEqual([[2021], [2022]]);
  expect(saidBy(handedIn, 'DQ-03')).toEqual([]);
});

test('a code in a column of amounts is no amount; amounts that add up beyond exact fen are reported all the same', async () => {
  const handedIn = await spentIn([510_100_230_000_000_000, '510100230000000000001', 60]);
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'cumActual')).toEqual([
    ['[unreadable]'],
    ['[unreadable]'],
    [60_000_000],
  ]);
  expect(saidBy(handedIn, 'DQ-03')).toEqual([
    'error D4 「累计实际支出」有 2 个单元格大到不可能是金额（D4、D5），如“510100230000000000”，疑似误填编码或证件号码。',
  ]);
  expect(handedIn.report.failures).toEqual([]);

  const eightyMillionMillionYuan = 8_000_000_000;
  const huge = await spentIn([eightyMillionMillionYuan, eightyMillionMillionYuan]);
  expect(huge.report.failures).toEqual([]);
  expect(huge.report.summary.total.spent).toBe(2 * eightyMillionMillionYuan * 1_000_000);
});

test('case 8: points in percent are of a hundred; they may have their unit behind them', async () => {
  const pointsIn = async (weight: Cell) => {
    const form = sheetOf('自评表', [
      ['项目支出绩效自评表（2023年度）'],
      ['项目名称', '村级道路硬化'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '硬化道路里程', '≥10公里', '10公里', weight, 50],
      ['效益指标', '社会效益指标', '受益村数', '≥6个', '6个', weight, 40],
      ['总分', null, null, null, null, '100分', '90分'],
    ]);
    const { indicators } = onlySubmission(await handIn({ '自评表.xlsx': [form] })).tables;
    return [...(indicators?.rows ?? []), ...(indicators?.totals ?? [])].map((row) =>
      valuesOf(row, ['weight', 'score']),
    );
  };
  for (const weight of ['50%', { value: 0.5, format: '0%' }, '50分', 50])
    expect(await pointsIn(weight)).toEqual([
      [50, 50],
      [50, 40],
      [100, 90],
    ]);
});
