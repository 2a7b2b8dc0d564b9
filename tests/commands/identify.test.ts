import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { columnLetters } from '../../pipeline/model/address.ts';
import type { Template } from '../../pipeline/model/template.ts';
import { headingKey } from '../../pipeline/stages/vocabulary.ts';
import { type KnownTemplateId, templates } from '../../pipeline/templates/index.ts';
import { said } from '../support/said.ts';
import { countySet } from '../templates/unseen/county-set.ts';
import {
  countyLooks,
  type UnseenSheet,
  unseenWorkbook,
  wordedLabels,
  wordedTables,
} from '../templates/unseen/unseen-sheet.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'budgetlint-identify-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The county's sheet of a template, on disk, as an office of the first habit fills it in. */
async function countySheet(id: KnownTemplateId): Promise<{ sheet: UnseenSheet; path: string }> {
  const sheet = countySet.find((one) => one.id === id);
  const [look] = countyLooks;
  if (sheet === undefined || look === undefined) throw new Error(`no sheet of ${id}`);
  return { sheet, path: written(`${id}.xlsx`, await unseenWorkbook(sheet, look)) };
}

async function explained(path: string): Promise<readonly Explained[]> {
  const { out } = await said('identify', path, '--period', '2023-06', '--json');
  // The shape identify prints.
  return JSON.parse(out) as readonly Explained[];
}

interface Named {
  readonly zh: string;
}

interface Explained {
  readonly sheets: readonly {
    readonly template: string | null;
    readonly score: number;
    readonly titleText: string | null;
    readonly runnerUp: { readonly template: string; readonly title: Named; readonly score: number } | null;
    readonly nearest: {
      readonly template: string;
      readonly missing: readonly { readonly title: string; readonly nearest: string }[];
      readonly fitting: readonly string[];
      readonly unknown: readonly string[];
    } | null;
    readonly unit: { readonly name: string; readonly from: string };
    readonly period: { readonly period: string };
    readonly amountUnit: { readonly unit: string; readonly declared: boolean };
    readonly form: readonly { readonly field: string; readonly label: string; readonly cell: string }[];
    readonly tables: readonly {
      readonly table: string;
      readonly headingRows: { readonly first: number; readonly last: number };
      readonly rows: { readonly data: number; readonly totals: number };
      readonly columns: readonly {
        readonly column: string;
        readonly field: string;
        readonly by: string;
        readonly how: string;
        readonly likeness: number;
        readonly title: Named;
      }[];
      readonly unknown: readonly { readonly column: string; readonly heading: string }[];
    }[];
  }[];
}

describe.each([...new Set(countySet.map(({ id }) => id))])('identify on a sheet of %s', (id) => {
  test('says what every column and label was taken for, and by which word', async () => {
    const { sheet, path } = await countySheet(id);
    const [only] = (await explained(path))[0]?.sheets ?? [];
    expect(only?.template).toBe(id);
    expect(only?.runnerUp?.template).not.toBe(id);
    expect(only?.runnerUp?.score ?? 0).toBeLessThan(only?.score ?? 0);
    expect(only?.unit).toMatchObject({ name: '青禾镇人民政府', from: 'cell' });
    expect(only?.amountUnit).toMatchObject({ unit: '万元', declared: true });
    const meant = wordedTables(sheet).flatMap(({ name, columns, left }) =>
      columns.map(({ field }, index) => [name, columnLetters(left + index), field]),
    );
    const tables = only?.tables ?? [];
    const taken = tables.flatMap(({ table, columns, unknown }) => [
      ...columns.map(({ column, field }) => [table, column, field]),
      ...unknown.map(({ column }) => [table, column, null]),
    ]);
    expect(taken.toSorted()).toEqual(meant.toSorted());
    const template: Template = templates[id];
    for (const { table, columns } of tables) {
      for (const { field, by, how, likeness } of columns) {
        const words = template.tables[table]?.fields[field]?.headings ?? [];
        expect([...words, ...words.map(headingKey)]).toContain(by);
        expect(how === 'near' || likeness === 1).toBe(true);
      }
    }
    expect(only?.form.map(({ label, field }) => [label, field])).toEqual(
      wordedLabels(sheet).map(({ heading, field }) => [heading, field]),
    );
  });

  test('prints a line for each of them, under the rows of their heading', async () => {
    const { path } = await countySheet(id);
    const [only] = (await explained(path))[0]?.sheets ?? [];
    const { code, out } = await said('identify', path, '--period', '2023-06');
    expect(code).toBe(0);
    const next =
      only?.runnerUp == null
        ? ''
        : `；其次像《${only.runnerUp.title.zh}》（${only.runnerUp.template}，${only.runnerUp.score.toFixed(2)}）`;
    expect(out).toContain(
      `是《${templates[id].title.zh}》（${id}），匹配度 ${only?.score.toFixed(2)}${next}。\n`,
    );
    for (const { headingRows, columns, unknown, rows } of only?.tables ?? []) {
      const { first, last } = headingRows;
      expect(out).toContain(
        `表头在第 ${first === last ? first : `${first}–${last}`} 行；明细 ${rows.data} 行`,
      );
      for (const { column, title } of columns)
        expect(out).toMatch(new RegExp(`^ {6}${column} +\\S+ → ${escaped(title.zh)}`, 'm'));
      for (const { column } of unknown)
        expect(out).toMatch(new RegExp(`^ {6}${column} +\\S+ → 模板中没有这一列，保留不用$`, 'm'));
    }
    for (const { cell, label } of only?.form ?? []) expect(out).toContain(`${cell.padEnd(3)} ${label}`);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const monthly = [
  '填报单位：青禾镇人民政府,,,,,单位：元',
  '2023年6月报送材料',
  '序号,项目名称,全年预算安排,已支付金额,支付比例,经办人,滞后原因',
  '1,村道硬化,1000000,400000,40%,甲,雨季停工',
  '合计,,1000000,400000,40%,,',
];

describe('identify tells, as a colleague would,', () => {
  test('what a list without a known title is', async () => {
    const path = written('支出.csv', monthly.join('\n'));
    const { code, out } = await said('identify', path);
    expect(code).toBe(0);
    // Scores move with every heading a template learns; which template comes first does not.
    expect(out.replace(/0\.\d\d/g, '0.xx').split('\n')).toEqual([
      '支出.csv',
      '',
      '  工作表「支出」是《项目分月支出进度表》（T01），匹配度 0.xx；其次像《直达资金台账》（T10，0.xx）。',
      '    标题  没有认出标题，凭表头判断',
      '    单位  青禾镇人民政府（表内填写）',
      '    期间  2023-06（标题）',
      '    金额单位  元',
      '    表头在第 3 行；明细 1 行，合计 1 行',
      '      A   序号 → 序号',
      '      B   项目名称 → 项目名称',
      '      C   全年预算安排 → 调整后预算数（元），意思同“全年预算”',
      '      D   已支付金额 → 累计实际支出（元），意思同“截至X月支出数”',
      '      E   支付比例 → 支出进度，意思相同',
      '      F   经办人 → 模板中没有这一列，保留不用',
      '      G   滞后原因 → 差异原因，意思相同',
      '',
      '',
    ]);
  });

  test('what a sheet lacks to be the nearest template, and which heading may be meant', async () => {
    const path = written(
      '台账.csv',
      [
        '直达资金台账',
        '序号,资金名称,资金文号,下文金额,花出金额,备注',
        '1,衔接资金,示财〔2023〕1号,100,40,',
      ].join('\n'),
    );
    const { code, out } = await said('identify', path);
    expect(code).toBe(3);
    expect(out.split('\n')).toEqual([
      '台账.csv',
      '',
      '  工作表「台账」未能认定。是不是《直达资金台账》（T10，相似度 0.46）？',
      '    缺少「下达金额」，是不是写成了“下文金额”？',
      '    缺少「支出金额」，是不是写成了“花出金额”？',
      '    对得上  序号、资金名称、资金文号、备注',
      '    对不上  下文金额、花出金额',
      '',
      '',
    ]);
    expect((await explained(path))[0]?.sheets).toMatchObject([
      {
        template: null,
        nearest: {
          template: 'T10',
          missing: [
            { title: '下达金额', nearest: '下文金额' },
            { title: '支出金额', nearest: '花出金额' },
          ],
          fitting: ['序号', '资金名称', '资金文号', '备注'],
          unknown: ['下文金额', '花出金额'],
        },
      },
    ]);
    expect((await said('identify', path, '--lang', 'en')).out).toContain(
      '    "下达金额" is missing; is it "下文金额"?\n',
    );
  });

  test('that headings of anything need a title', async () => {
    const path = written('推进.csv', ['序号,收入项目,年度计划,负责人', '1,门面租金,100,甲'].join('\n'));
    expect((await said('identify', path)).out).toContain(
      '    对不上  负责人\n    必填的列都有，但没有认出标题，仅凭这些表头不足以认定；如确是这张表，请补上标题《',
    );
  });

  test('that a sheet names its year and no month', async () => {
    const path = written(
      '进度.csv',
      ['2022年项目支出进度表', '项目名称,全年预算数,累计支出', '村道硬化,100,98'].join('\n'),
    );
    expect((await said('identify', path)).out).toContain('    期间  2022年，未写明月份（标题）\n');
    expect((await said('identify', path, '--period', '2023-06')).out).toContain(
      '    期间  2022-06（标题），与本次核验月份不一致：2022年度\n',
    );
  });

  test('in which cell each heading in front of a row stands', async () => {
    const rows = [
      '项目支出绩效运行监控表（2025年1—8月）',
      '项目名称,医疗设备购置,,项目单位,示例县人民医院',
      '资金情况（万元）,资金来源,合计,财政拨款,事业收入',
      ',年初预算,900,600,300',
      ',1-8月支出,540,400,140',
      ',执行率,60%,66.67%,46.67%',
      '年度目标,更新设备12台套,,,',
      '一级指标,二级指标,三级指标,目标值,1-8月完成',
      '产出指标,数量指标,购置设备,12台套,7台套',
    ];
    const { out } = await said('identify', written('监控.csv', rows.join('\n')));
    expect(out).toContain('\n      B4  年初预算 → ');
    expect(out).toContain('\n      B5  1-8月支出 → ');
    expect(out).toContain('\n      B6  执行率 → ');
  });

  test('that a list of projects and money without a title is nearest to the schedule of projects', async () => {
    const path = written('推进.csv', ['序号,项目名称,全年预算,负责人', '1,村道硬化,100,甲'].join('\n'));
    expect((await said('identify', path)).out).toContain(
      '  工作表「推进」未能认定。是不是《项目分月支出进度表》（T01，相似度 0.48）？\n    缺少「累计实际支出」\n',
    );
  });

  test('of a sheet with the title of a form and the headings of a list that the form is meant', async () => {
    const path = written(
      '自评.csv',
      [
        '2023年度项目支出绩效自评表',
        '项目名称,全年预算数,全年执行数,执行率,自评得分',
        '村道硬化,100,98,98%,97',
      ].join('\n'),
    );
    expect((await said('identify', path)).out).toContain('是不是《项目支出绩效自评表》（T06');
  });

  test.each([
    ['签到.csv', '姓名,部门,签到\n甲,办公室,√', '  工作表「签到」不像任何已知报表。'],
    ['空.xlsx', '', '文件是空的'],
  ])('of %s that it is none', async (name, content, message) => {
    const { code, out } = await said('identify', written(name, content));
    expect(code).toBe(3);
    expect(out).toContain(message);
  });

  test('which sheet only says how to fill in the other', async () => {
    const path = join(folder, '空表.xlsx');
    await said('template', 'T18', '--out', path);
    expect((await said('identify', path)).out).toContain('  工作表「填报说明」说明怎么填表，不是报表。\n');
  });

  test('of a file that is not there', async () => {
    const { code, out } = await said('identify', join(folder, '没有.xlsx'));
    expect([code, out]).toEqual([3, '没有.xlsx\n  找不到这个文件。\n\n']);
  });
});
