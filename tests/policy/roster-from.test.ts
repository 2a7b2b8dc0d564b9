import { describe, expect, test } from '@jest/globals';
import { SheetGridBuilder } from '../../pipeline/formats/sheet-grid.ts';
import type { CellValue, Sheet, Workbook } from '../../pipeline/model/workbook.ts';
import { rosterFrom } from '../../pipeline/policy/roster-from.ts';

const heading = ['单位编码', '单位名称', '别名', '应报报表', '截止日'];

describe('a roster', () => {
  test('gives every unit with its code, aliases, templates and due day', () => {
    expect(unitsOf([heading, ['101001', '示例区教育局', '区教育局、教体局', 'T01、T03', 8]])).toEqual([
      {
        code: '101001',
        name: '示例区教育局',
        aliases: ['区教育局', '教体局'],
        owes: ['T01', 'T03'],
        dueDay: 8,
      },
    ]);
  });

  test('may have its columns in any order, under other names, below a title, with more columns than needed', () => {
    const units = unitsOf([
      ['2023年示例区预算单位名册'],
      [],
      ['序号', '报送截止日（次月几日）', '单位 全称*', '联系电话', '报送报表', '预算单位代码', '单位简称'],
      [1, '次月8日前', '示例区教育局', '0000-000', '项目分月支出进度表', 101001, '教育局'],
    ]);
    expect(units).toEqual([
      { code: '101001', name: '示例区教育局', aliases: ['教育局'], owes: ['T01'], dueDay: 8 },
    ]);
  });

  test('may be in English', () => {
    const units = unitsOf([
      ['Unit code', 'Unit name', 'Aliases', 'Owes', 'Due day'],
      ['101001', 'Education Bureau', 'EB|EduB', 't1; T03', '8'],
    ]);
    expect(units).toEqual([
      { code: '101001', name: 'Education Bureau', aliases: ['EB', 'EduB'], owes: ['T01', 'T03'], dueDay: 8 },
    ]);
  });

  test('needs nothing but names', () => {
    expect(unitsOf([['单位名称'], ['示例区教育局']])).toEqual([
      { code: '', name: '示例区教育局', aliases: [], owes: [], dueDay: null },
    ]);
  });

  test.each([
    ['、', 'T01、T03'],
    ['a comma', 'T01,T03'],
    ['a Chinese semicolon', 'T03；T01'],
    ['a bar', 'T01|T03'],
    ['a slash', 'T01/T03'],
    ['a space', 'T01 T03'],
    ['a line break', 'T01\nT03'],
    ['ids beside titles', 'T01 项目分月支出进度表、《预算绩效运行监控表》'],
    ['the same one twice', 'T01、T03、T01'],
  ])('owes templates separated by %s', (_, owes) => {
    expect(unitsOf([heading, ['1', '示例区教育局', null, owes, null]])[0]?.owes).toEqual(['T01', 'T03']);
  });

  test('passes over blank rows, totals and notes below', () => {
    const units = unitsOf([heading, ['1', '示例区教育局'], [], [null, '合计'], ['注：截止日为次月日期']]);
    expect(units.map(({ name }) => name)).toEqual(['示例区教育局']);
  });

  test('keeps an alias once, and not when it is the name itself', () => {
    const units = unitsOf([heading, ['1', '示例区教育局', '教体局、教 体局、教体局、示例区 教育局']]);
    expect(units[0]?.aliases).toEqual(['教体局', '教 体局']);
  });

  test('passes over rows below that fill none of its columns', () => {
    const units = unitsOf([
      ['单位名称', '联系人', '电话', '姓名'],
      ['示例区教育局', '甲', '1', '乙'],
      [null, '制表人', '2'],
    ]);
    expect(units).toHaveLength(1);
  });

  test('may go over several sheets; hidden ones and those without its heading do not count', () => {
    const loaded = rosterFrom(
      workbookOf(
        sheetOf('说明', [['填写说明']]),
        sheetOf('区直', [heading, ['1', '示例区教育局']]),
        sheetOf('乡镇', [heading, ['2', '青石镇人民政府']]),
        sheetOf('旧', [heading, ['3', '白杨乡人民政府']], 'hidden'),
      ),
      '名册.xlsx',
    );
    expect('roster' in loaded && loaded.roster.map(({ name }) => name)).toEqual([
      '示例区教育局',
      '青石镇人民政府',
    ]);
  });
});

describe('a mistake names the row', () => {
  test.each<[string, CellValue[][], string[]]>([
    [
      'no column of names',
      [['编码', '应报报表']],
      [
        '名册 名册.csv：没有找到“单位名称”一列。表头应有：单位编码、单位名称、别名、应报报表、截止日（除单位名称外都可以不设）。',
      ],
    ],
    ['no units', [heading], ['名册 名册.csv：表头下没有任何单位。']],
    [
      'a wrong character in a heading',
      [
        ['单位名称', '应报报裱'],
        ['示例区教育局', 'T01'],
      ],
      ['名册 名册.csv 第 1 行：不认识列名“应报报裱”，是不是“应报报表”？'],
    ],
    [
      'two columns of one kind',
      [
        ['单位名称', '单位全称'],
        ['示例区教育局', '示例区教育局'],
      ],
      ['名册 名册.csv 第 1 行：有两列“单位名称”，请删去一列。'],
    ],
    ['a blank name', [heading, ['1', null, null, 'T01']], ['名册 名册.csv 第 2 行：没有填写单位名称。']],
    [
      'an unknown template',
      [heading, ['1', '示例区教育局', null, 'T01、项目分月支出进度裱、其他']],
      [
        '名册 名册.csv 第 2 行：应报报表“项目分月支出进度裱”不是已知的报表，是不是“项目分月支出进度表”？',
        '名册 名册.csv 第 2 行：应报报表“其他”不是已知的报表，请写编号（如 T01）或报表名称。',
      ],
    ],
    ...[0, 32, 8.5, '月底', '2023-07-08'].map((day): [string, CellValue[][], string[]] => [
      `the due day ${day}`,
      [heading, ['1', '示例区教育局', null, 'T01', day]],
      [`名册 名册.csv 第 2 行：截止日“${day}”应为 1 到 31 的整数，即次月几日。`],
    ]),
    [
      'an error value',
      [heading, ['1', '示例区教育局', null, { kind: 'error', code: '#REF!' }]],
      ['名册 名册.csv 第 2 行：应报报表是错误值 #REF!。'],
    ],
    [
      'a name given twice, though written otherwise',
      [heading, ['1', '示例区教育局'], ['2', '示例区 教育局（盖章）']],
      ['名册 名册.csv 第 3 行：单位名称“示例区 教育局（盖章）”与第 2 行重复。'],
    ],
    [
      'an alias that is another unit',
      [heading, ['1', '示例区教育局', '教育局'], ['2', '青石镇人民政府', '教育局、青石镇']],
      ['名册 名册.csv 第 3 行：别名“教育局”与第 2 行重复。'],
    ],
    [
      'a code given twice',
      [heading, [101001, '示例区教育局'], ['101001', '青石镇人民政府']],
      ['名册 名册.csv 第 3 行：单位编码“101001”与第 2 行重复。'],
    ],
  ])('%s', (_, rows, expected) => {
    const loaded = rosterFrom(workbookOf(sheetOf('名册', rows)), '名册.csv');
    expect('mistakes' in loaded ? loaded.mistakes.map(({ message }) => message.zh) : []).toEqual(expected);
  });

  test('and the sheet, and in English', () => {
    const loaded = rosterFrom(
      workbookOf(
        sheetOf('区直', [heading, ['1', '示例区教育局']]),
        sheetOf('乡镇', [heading, ['2', '示例区教育局']]),
      ),
      '名册.xlsx',
    );
    expect(loaded).toEqual({
      mistakes: [
        {
          file: '名册.xlsx',
          sheet: '乡镇',
          row: 2,
          message: {
            zh: '名册 名册.xlsx 工作表“乡镇” 第 2 行：单位名称“示例区教育局”与工作表“区直”第 2 行重复。',
            en: 'roster 名册.xlsx, sheet "乡镇", row 2: the unit name "示例区教育局" is also in sheet "区直", row 2.',
          },
        },
      ],
    });
  });
});

function sheetOf(
  name: string,
  rows: readonly (readonly CellValue[])[],
  visibility: Sheet['visibility'] = 'visible',
): Sheet {
  const grid = new SheetGridBuilder();
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      if (value !== null) grid.add(row + 1, column + 1, value);
    }
  }
  const sheet = grid.finish({
    name,
    visibility,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    validations: [],
  });
  if (sheet === null) throw new Error('a cell was added twice');
  return sheet;
}

function workbookOf(...sheets: Sheet[]): Workbook {
  return {
    format: 'xlsx',
    sheets,
    definedNames: new Map(),
    hasMacros: false,
    hasExternalLinks: false,
    encoding: null,
  };
}

function unitsOf(rows: readonly (readonly CellValue[])[]) {
  const loaded = rosterFrom(workbookOf(sheetOf('名册', rows)), '名册.csv');
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.map(({ message }) => message.zh).join('\n'));
  return loaded.roster;
}
