import * as xlsx from '@e965/xlsx';
import { expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import type { Cell } from '../../fixtures/write-workbook.ts';
import { type FilePlan, handIn, onlySubmission, rowsOf, saidBy, scheduleWith, sheetOf } from './hand-in.ts';

const rows: readonly (readonly (string | number)[])[] = [
  ['青禾镇2023年6月项目分月支出进度表'],
  ['填报单位：青禾镇人民政府', '', '', '金额单位：万元'],
  ['序号', '项目名称', '调整后预算数', '累计实际支出'],
  [1, '村级道路', 100, 60],
  [2, '农田水利', '1,234.50', 30],
];
const read = [
  ['村级道路', 100_000_000, 60_000_000],
  ['农田水利', 1_234_500_000, 30_000_000],
];

async function readFrom(name: string, plan: FilePlan) {
  return rowsOf(
    onlySubmission(await handIn({ [name]: plan })),
    'projects',
    'projectName',
    'adjustedBudget',
    'cumActual',
  );
}

test('case 19: text files are read in whatever encoding they were saved', async () => {
  const csv = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');
  const tabbed = rows.map((cells) => cells.join('\t')).join('\r\n');
  expect(await readFrom('进度表.csv', new Uint8Array(iconv.encode(csv, 'gb18030')))).toEqual(read);
  expect(await readFrom('进度表.csv', csv)).toEqual(read);
  expect(await readFrom('进度表.csv', `\ufeff${csv}`)).toEqual(read);
  expect(
    await readFrom('进度表.txt', new Uint8Array(iconv.encode(tabbed, 'utf-16le', { addBOM: true }))),
  ).toEqual(read);
});

test('case 20: the format is that of the bytes, whatever the name says', async () => {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows.map((cells) => [...cells])), '进度');
  const saved = (bookType: xlsx.BookType) => new Uint8Array(xlsx.write(book, { bookType, type: 'array' }));
  const html = `<html><head><meta charset="utf-8"></head><body><table>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table></body></html>`;
  expect(await readFrom('进度表.xls', saved('biff8'))).toEqual(read);
  expect(await readFrom('进度表.et', saved('biff8'))).toEqual(read);
  expect(await readFrom('进度表.xls', saved('xlsx'))).toEqual(read);
  expect(await readFrom('进度表.xlsx', saved('biff8'))).toEqual(read);
  expect(await readFrom('进度表.xls', saved('xlml'))).toEqual(read);
  expect(await readFrom('进度表.xls', html)).toEqual(read);
});

test('case 21: an error value is a finding, never the number of the error', async () => {
  const sheet = scheduleWith([
    [1, '村级道路', { formula: 'VLOOKUP(B4,X:Y,2,0)', error: '#REF!' }, 60, null, null],
    [2, '农田水利', 100, { formula: 'D4/0', error: '#DIV/0!' }, null, null],
    [3, '河道清淤', 100, { formula: '[1]预算!A1', value: 40 }, null, null],
  ]);
  const handedIn = await handIn({ '进度表.xlsx': [sheet] });
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'adjustedBudget', 'cumActual')).toEqual([
    ['[error]', 60_000_000],
    [100_000_000, '[error]'],
    [100_000_000, 40_000_000],
  ]);
  expect(saidBy(handedIn, 'STR-09')).toEqual([
    'error C4 「调整后预算数」（C4）显示为公式错误值 #REF!。',
    'error D5 「累计实际支出」（D5）显示为公式错误值 #DIV/0!。',
  ]);
});

test('case 22: hidden rows, columns and sheets are read, counted and pointed out; code lists are none', async () => {
  const hiddenRow = scheduleWith(
    [
      [1, '村级道路', 100, 60, null, null],
      [2, '农田水利', 130, 60, null, null],
      ['合计', null, 230, 120, null, null],
    ],
    { hiddenRows: [5] },
  );
  const codes = sheetOf(
    '数据字典',
    [
      ['代码', '名称'],
      ['01', '一般公共预算'],
    ],
    { state: 'veryHidden' },
  );
  const handedIn = await handIn({ '进度表.xlsx': [hiddenRow, codes] });
  expect(rowsOf(onlySubmission(handedIn), 'projects', 'projectName')).toEqual([['村级道路'], ['农田水利']]);
  expect(saidBy(handedIn, 'STR-08')).toEqual([
    'warning 5:5 隐藏的行（第 5 行）含有内容（4 个单元格）。',
    'notice  隐藏的工作表（数据字典）是代码表，未作核验。',
  ]);
  const backup = sheetOf('备份', [['旧数', 123.4]], { state: 'hidden' });
  expect(saidBy(await handIn({ '进度表.xlsx': [hiddenRow, backup] }), 'STR-08')).toContain(
    'warning  隐藏的工作表（备份）含有内容。',
  );
  const hiddenSheet = { ...hiddenRow, state: 'hidden' as const };
  const visible = sheetOf('说明', [['请见附表']]);
  expect(saidBy(await handIn({ '进度表.xlsx': [visible, hiddenSheet] }), 'STR-08')).toEqual([
    'warning  隐藏的工作表（支出进度）含有内容。',
  ]);
});

test('several tables on one sheet are as many submissions, each with its own rows', async () => {
  const sheet = sheetOf('全部', [
    ['青禾镇2023年6月项目分月支出进度表'],
    ['填报单位：青禾镇人民政府', null, null, '单位：万元'],
    ['序号', '项目名称', '调整后预算数', '累计实际支出'],
    [1, '村级道路', 100, 60],
    ['合计', null, 100, 60],
    [],
    ['青禾镇2023年“三保”支出表'],
    ['类别', '安排资金', '实际支出', '包括项目'],
    ['保工资', 870, 435, '工资'],
    ['保运转', 95, 45, '公用经费'],
    [],
    ['青禾镇2023年“三公”经费支出表'],
    ['项目', '本年预算数', '上年决算数', '本年执行数'],
    ['“三公”经费合计', 17.17, 17.6, 8],
    ['（三）公务接待费', 5.02, 4.9, 2],
  ]);
  const { submissions } = await handIn({ '6月报表.xlsx': [sheet] });
  expect(submissions.map(({ template }) => template.id)).toEqual(['T01', 'T08', 'T09']);
  const [schedule, guarantees, expenses] = submissions;
  if (schedule === undefined || guarantees === undefined || expenses === undefined) return;
  // The line at the top of the sheet holds for all of its tables.
  for (const { amountUnit, unit } of submissions)
    expect([unit.name, amountUnit.unit, amountUnit.declared]).toEqual(['青禾镇人民政府', '万元', true]);
  expect(rowsOf(schedule, 'projects', 'projectName', 'cumActual')).toEqual([['村级道路', 60_000_000]]);
  expect(rowsOf(guarantees, 'items', 'kind', 'arranged', 'spent')).toEqual([
    ['保工资', 870_000_000, 435_000_000],
    ['保运转', 95_000_000, 45_000_000],
  ]);
  expect(rowsOf(expenses, 'items', 'item', 'budget')).toEqual([
    ['“三公”经费合计', 17_170_000],
    ['（三）公务接待费', 5_020_000],
  ]);
});

test('the heading of a second table is no label of the first one’s', async () => {
  const sheet = sheetOf('Sheet1', [
    ['2023年6月“三保”支出情况表'],
    ['填报单位：青禾镇人民政府', null, null, null, '单位：万元'],
    ['序号', '类别', '安排资金', '实际支出', '包括项目'],
    [1, '保工资', 870, 435, '工资'],
    [2, '保运转', 95, 45, '公用经费'],
    [],
    ['2023年6月“三公”经费情况表'],
    ['项目', '上年预算数', '上年决算数', '本年预算数', '执行数', '增减额', '增减率', '变动原因'],
    ['“三公”经费合计', 30, 28, 24, 12, -6, -20, '压减'],
    ['（三）公务接待费', 10, 9, 6, 3, -4, -40, '压减'],
  ]);
  const { submissions } = await handIn({ '表.xlsx': [sheet] });
  expect(submissions.map(({ template }) => template.id)).toEqual(['T08', 'T09']);
});

test('several templates in one workbook are read sheet by sheet, and what is none is passed over', async () => {
  const monitoring = sheetOf('监控', [
    ['青禾镇2023年6月预算绩效运行监控表'],
    ['填报单位：青禾镇人民政府', null, '单位：万元'],
    ['支出项目名称', '调整预算数', '绩效目标', '截至6月底支出数', '绩效目标执行情况'],
    ['村级道路', 100, '硬化10公里', 60, '完成6公里'],
  ]);
  const people = sheetOf('通讯录', [
    ['序号', '姓名', '电话'],
    [1, '王某', '内线'],
  ]);
  const guide = sheetOf('填表说明', [['序号', '项目名称', '调整后预算数', '累计实际支出', '说明']]);
  const { submissions, report } = await handIn({
    '6月.xlsx': [guide, scheduleWith([[1, '村级道路', 100, 60, null, null]]), monitoring, people],
  });
  expect(submissions.map(({ sheet, template }) => [sheet, template.id])).toEqual([
    ['支出进度', 'T01'],
    ['监控', 'T03'],
  ]);
  expect(report.findings.filter(({ rule }) => rule === 'STR-01')).toEqual([]);
});

test('a list of the tables in a workbook is no table that was not recognised', async () => {
  const contents = sheetOf('目录', [
    ['序号', '表名'],
    [1, '“三保”支出表'],
    [2, '“三公”经费表'],
    [3, '结转结余资金及暂付款表'],
  ]);
  const handedIn = await handIn({
    '6月.xlsx': [contents, scheduleWith([[1, '村级道路', 100, 60, null, null]])],
  });
  expect(saidBy(handedIn, 'STR-01')).toEqual([]);
});

test('a title that stands in the file name alone is a title all the same', async () => {
  const cells: readonly (readonly Cell[])[] = [
    ['一级指标', '二级指标', '三级指标', '评分标准', '分值', '得分', '扣分原因'],
    ['预算编制', '编制质量', '及时性', '按时报送得满分', 10, 10, null],
    ['预算执行', '执行进度', '支出率', '达到序时得满分', 20, 18, '6月滞后'],
  ];
  const named = await handIn({ '青禾镇2022年度预算部门绩效管理考核自评表.xlsx': [sheetOf('Sheet1', cells)] });
  expect(onlySubmission(named).template.id).toBe('T07');
  expect(rowsOf(onlySubmission(named), 'items', 'indicator', 'weight', 'score')).toEqual([
    ['及时性', 10, 10],
    ['支出率', 20, 18],
  ]);
  expect(onlySubmission(named).unit.name).toBe('青禾镇');
});

test('a file that is no table of the bureau is refused with what to do, and the others are read', async () => {
  const handedIn = await handIn({
    '签到表.xlsx': [
      sheetOf('Sheet1', [['会议签到表'], ['序号', '单位', '姓名', '签到'], [1, '青禾镇', '王某', '√']]),
    ],
    '进度表.xlsx': [scheduleWith([[1, '村级道路', 100, 60, null, null]])],
  });
  expect(handedIn.submissions.map(({ template }) => template.id)).toEqual(['T01']);
  expect(saidBy(handedIn, 'STR-01')).toEqual([
    'error  能打开，但不是已知的报表。请使用财政局下发的统一模板重新填报。',
  ]);
});
