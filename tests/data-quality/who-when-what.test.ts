import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../fixtures/write-workbook.ts';
import type { Roster } from '../../pipeline/model/dossier.ts';
import { handIn, onlySubmission, rowsOf, saidBy, sheetOf } from './hand-in.ts';

const roster: Roster = (
  [
    ['203001', '示例区教育局', '区教育局', '教育局'],
    ['203002', '示例区第一中学', '区一中'],
    ['205001', '示例区民政局', '民政局'],
    ['301001', '青禾镇人民政府', '青禾镇'],
    ['302001', '柳溪镇人民政府', '柳溪镇'],
  ] as const
).map(([code, name, ...aliases]) => ({ code, name, aliases, owes: [], dueDay: null }));

const title = '项目分月支出进度表';
const heading = ['序号', '项目名称', '支出功能科目', '调整后预算数', '累计实际支出', '备注'];
const projects: readonly (readonly Cell[])[] = [
  [1, '村级道路', '2130142', 120, 60, null],
  [2, '养老服务', '2081002', 80, 40, null],
];
const total = ['合计', null, null, 200, 100, null];

interface Written {
  readonly file?: string;
  readonly sheet?: string;
  readonly title?: string;
  /** The row below the title. */
  readonly line?: readonly Cell[];
  readonly body?: readonly (readonly Cell[])[];
  readonly below?: readonly (readonly Cell[])[];
  readonly period?: string;
}

/** Hands in one schedule of two projects, of an office of the roster for June where nothing else is said. */
function handInSchedule(written: Written) {
  const line = written.line ?? ['填报单位：示例区教育局', null, null, null, '单位：万元'];
  const rows = [
    [written.title ?? `2023年6月${title}`],
    line,
    heading,
    ...(written.body ?? [...projects, total]),
  ];
  return handIn(
    {
      [written.file ?? '表.xlsx']: [sheetOf(written.sheet ?? 'Sheet1', [...rows, ...(written.below ?? [])])],
    },
    { roster, ...(written.period === undefined ? {} : { period: written.period }) },
  );
}

describe('who: the unit is', () => {
  const silent = { line: [null, null, null, null, '单位：万元'] } satisfies Written;
  test.each<[string, Written, string]>([
    [
      'behind its label',
      { line: ['填报单位（盖章）：示例区教育局', null, null, null, '单位：万元'] },
      '示例区教育局',
    ],
    [
      'in the cell beside it',
      { line: ['填报单位', '示例区民政局', null, null, '单位：万元'] },
      '示例区民政局',
    ],
    [
      'behind a letter-spaced label',
      { line: ['填 报 单 位（公章）: 教育局', null, null, null, '单位：万元'] },
      '示例区教育局',
    ],
    [
      'behind its code',
      { line: ['填报单位：203001-示例区教育局', null, null, null, '单位：万元'] },
      '示例区教育局',
    ],
    [
      'given by its code alone',
      { line: ['预算单位编码', '205001', null, null, '单位：万元'] },
      '示例区民政局',
    ],
    [
      'named as the department itself',
      { line: ['填报单位：青禾镇人民政府（本级）', null, null, null, '单位：万元'] },
      '青禾镇人民政府',
    ],
    [
      'named with the city',
      { line: ['填报单位：示例市示例区教育局', null, null, null, '单位：万元'] },
      '示例区教育局',
    ],
    [
      'in one line with date and amount unit',
      { line: ['填报单位：示例区教育局     2023年6月30日     金额单位：万元'] },
      '示例区教育局',
    ],
    [
      'far left of the unit of amounts',
      { line: [`示例区民政局${' '.repeat(80)}金额单位：万元`, null, null, null, null] },
      '示例区民政局',
    ],
    ['in the title', { ...silent, title: `示例区民政局2023年6月${title}（单位:万元）` }, '示例区民政局'],
    ['the name of the sheet', { ...silent, sheet: '柳溪镇' }, '柳溪镇人民政府'],
    ['in the name of the file', { ...silent, file: '教育局6月进度.xlsx' }, '示例区教育局'],
    ['the folder', { ...silent, file: '302001柳溪镇/6月/支出进度.xlsx' }, '柳溪镇人民政府'],
    [
      'below the table',
      { ...silent, below: [['填报单位（盖章）：示例区民政局   填表人：某']] },
      '示例区民政局',
    ],
    [
      'its own in the folder of its department',
      { file: '教育局/支出.xlsx', line: ['填报单位：区一中', null, null, null, '单位：万元'] },
      '示例区第一中学',
    ],
  ])('%s', async (_, written, unit) => {
    const handed = await handInSchedule(written);
    expect(onlySubmission(handed)).toMatchObject({
      unit: { name: unit },
      period: { period: '2023-06', conflicts: [] },
    });
    expect([...saidBy(handed, 'STR-03'), ...saidBy(handed, 'STR-04'), ...saidBy(handed, 'STR-05')]).toEqual(
      [],
    );
  });

  test.each<[string, Written, string]>([
    [
      'title',
      { title: `示例区民政局2023年6月${title}` },
      'error A2 填报单位是「示例区教育局」，标题写的却是「示例区民政局」。',
    ],
    [
      'file name',
      { file: '民政局.xlsx' },
      'error A2 填报单位是「示例区教育局」，文件名写的却是「示例区民政局」。',
    ],
    [
      'folder',
      { file: '民政局/支出.xlsx' },
      'error A2 填报单位是「示例区教育局」，文件夹名写的却是「示例区民政局」。',
    ],
  ])('a %s that says otherwise is a finding', async (_, written, said) => {
    expect(saidBy(await handInSchedule(written), 'STR-05')).toEqual([said]);
  });

  test('what the cover says holds for sheets that do not say it', async () => {
    const cover = sheetOf('封面', [
      ['2023年6月月报'],
      [],
      ['单 位 名 称', '示例区民政局'],
      ['编报日期：2023年7月4日'],
    ]);
    const sheet = sheetOf('表1', [
      [title],
      [null, null, null, null, '单位：万元'],
      heading,
      ...projects,
      total,
    ]);
    const submission = onlySubmission(await handIn({ '月报.xlsx': [cover, sheet] }, { roster }));
    expect(submission).toMatchObject({
      unit: { name: '示例区民政局' },
      period: { period: '2023-06', conflicts: [] },
    });
  });

  test('two units below each other on one sheet are two submissions', async () => {
    const block = (unit: string, rows: readonly (readonly Cell[])[]) => [
      [`填报单位：${unit}`, null, null, null, '单位：万元'],
      heading,
      ...rows,
    ];
    const sheet = sheetOf('汇总', [
      [`2023年6月${title}`],
      ...block('青禾镇', [...projects, total]),
      [],
      ...block('柳溪镇', projects),
    ]);
    const { submissions } = await handIn({ '两镇.xlsx': [sheet] }, { roster });
    expect(submissions.map(({ unit, tables }) => [unit.name, tables.projects?.rows.length])).toEqual([
      ['青禾镇人民政府', 2],
      ['柳溪镇人民政府', 2],
    ]);
  });

  test('of rows that all name one unit the sheet is that unit’s', async () => {
    const sheet = sheetOf(
      '监控',
      [
        ['2023年6月预算绩效运行监控表'],
        [null, null, null, null, '单位：万元'],
        [
          '序号',
          '单位名称',
          '支出项目名称',
          '调整预算数',
          '绩效目标',
          '截止6月底支出数',
          '截止6月底绩效目标执行情况',
        ],
        [1, '示例区民政局', '养老服务', 80, '服务200人', 40, '服务100人'],
        [2, null, '临时救助', 20, '救助50人', 10, '救助30人'],
      ],
      { merges: ['B4:B5'] },
    );
    expect(onlySubmission(await handIn({ '监控.xlsx': [sheet] }, { roster })).unit).toMatchObject({
      name: '示例区民政局',
      known: true,
    });
  });
});

describe('when: in a run for July a sheet of June says so by', () => {
  const line = (text: Cell) => ({
    title,
    line: ['填报单位：203001-示例区教育局', text, null, null, '单位：万元'],
  });
  test.each<[string, Written]>([
    ['2023年6月', { title: `2023年6月${title}` }],
    ['二〇二三年六月', { title: `二〇二三年六月${title}` }],
    ['二○二三年一至六月', { title: `二○二三年一至六月${title}` }],
    ['1—6月累计', { title: `2023年1—6月累计${title}` }],
    ['上半年', { title: `2023年上半年${title}` }],
    ['第二季度', { title: `2023年第二季度${title}` }],
    ['its title with a month alone', { title: `六月份${title}` }],
    ['2023.06', line('所属期：2023.06')],
    ['2023-6', line('报告期：2023-6')],
    ['23年6月', line('编报期间：23年6月')],
    ['六月份', line('2023年六月份')],
    ['its last day', line('2023年6月30日')],
    ['a span of days', line('2023年1月1日至6月30日')],
    ['a date of which the month is shown', line({ date: '2023-06-01', format: 'yyyy"年"m"月"' })],
    ['a date that is the last of its month', line({ date: '2023-06-30', format: 'yyyy-mm-dd' })],
    ['a file name in digits', { title, file: '进度202306.xlsx' }],
    ['a file name', { title, file: '教育局六月份进度（2023年7月5日报）.xlsx' }],
    ['the name of its folder', { title, file: '2023年6月/进度.xlsx' }],
  ])('%s', async (_, written) => {
    const handed = await handInSchedule({ ...written, period: '2023-07' });
    expect(onlySubmission(handed).period.period).toBe('2023-06');
    expect(saidBy(handed, 'STR-04')).toHaveLength(1);
  });

  test.each<[string, Written]>([
    ['a day of filling in', line('填报日期：2023年7月5日')],
    ['such a day without a label', line('2023年7月5日')],
    ['a file sent on a day', { file: '教育局7月5日.xlsx' }],
    ['a code that looks like a month', line(null)],
    [
      'a note on the year before',
      { line: ['填报单位：教育局', '注：上年数为2022年决算数', null, null, '单位：万元'] },
    ],
  ])('%s is no period', async (_, written) => {
    expect(onlySubmission(await handInSchedule(written)).period).toMatchObject({
      period: '2023-06',
      conflicts: [],
    });
  });

  test('a file name of another month is a finding, and the sheet is judged by what it says', async () => {
    const handed = await handInSchedule({ file: '5月支出进度.xlsx' });
    expect(saidBy(handed, 'STR-04')).toEqual(['error  文件名写的期间“5月”与表上的 2023年6月 不一致。']);
    expect(handed.report.progress).toHaveLength(2);
  });
});

describe('what: the body', () => {
  test.each<[string, readonly (readonly Cell[])[]]>([
    ['with rows only numbered', [...projects, [3], [4], total]],
    ['with a numbered row of zeros', [...projects, [3, null, null, 0, 0, null], total]],
    [
      'with a subtotal named in another column',
      [...projects, [null, null, '213 农林水支出小计', 200, 100, null], total],
    ],
    [
      'printed on two pages',
      [
        projects[0] ?? [],
        ['第1页 共2页'],
        [`2023年6月${title}`],
        ['填报单位：示例区教育局', null, null, null, '单位：万元'],
        heading,
        projects[1] ?? [],
        total,
      ],
    ],
  ])('%s has its two projects', async (_, body) => {
    const handed = await handInSchedule({ body });
    expect(rowsOf(onlySubmission(handed), 'projects', 'projectName', 'cumActual')).toEqual([
      ['村级道路', 60_000_000],
      ['养老服务', 40_000_000],
    ]);
    expect(saidBy(handed, 'DQ-12')).toEqual([]);
  });

  test('a note may state the unit of amounts', async () => {
    const handed = await handInSchedule({ line: ['填报单位：教育局'], below: [['注：本表金额单位为元。']] });
    expect(onlySubmission(handed).amountUnit).toMatchObject({ unit: '元', declared: true });
    expect(rowsOf(onlySubmission(handed), 'projects', 'cumActual')).toEqual([[6000], [4000]]);
  });
});

test('of two files of a unit STR-11 says which counts and why', async () => {
  const sheet = (spent: number) =>
    sheetOf('表', [
      [`2023年6月${title}`],
      ['填报单位：教育局', null, null, null, '单位：万元'],
      heading,
      [1, '村级道路', null, 120, spent, null],
    ]);
  const handed = await handIn(
    { '支出.xlsx': [sheet(50)], '支出(更正).xlsx': [sheet(60)], '支出 - 副本.xlsx': [sheet(60)] },
    { roster },
  );
  expect(saidBy(handed, 'STR-11')).toEqual([
    'notice  同一张表报送了两份，差异单元格 1 个；以《支出(更正).xlsx》「表」为准（按文件名是后一份），本份未作核验。',
  ]);
  expect(handed.report.submissions.map(({ file, note }) => [file, note?.zh ?? null])).toContainEqual([
    '支出 - 副本.xlsx',
    '与《支出(更正).xlsx》内容相同，只核验一份',
  ]);
});

test('a plan of non-tax revenue for the coming year is handed in this year, one for the year after is not', async () => {
  const planFor = (year: number) => ({
    [`${year}年非税收入计划.xlsx`]: [
      sheetOf('计划', [
        [`${year}年非税收入计划表`],
        ['填报单位：示例区教育局', null, null, null, '单位：万元'],
        ['序号', '项目名称', '本年预计', '下年计划', '变动原因'],
        [1, '考试费', 12, 13, null],
        ['合计', null, 12, 13, null],
      ]),
    ],
  });
  const handedIn = await handIn(planFor(2024), { roster });
  expect(saidBy(handedIn, 'STR-04')).toEqual([]);
  expect(onlySubmission(handedIn).period).toMatchObject({ period: '2024-06', conflicts: [] });
  expect(saidBy(await handIn(planFor(2025), { roster }), 'STR-04')).toEqual([
    'error A1 表上写的期间“2025年度”与本次核验的 2023年6月 不一致。',
  ]);
});
