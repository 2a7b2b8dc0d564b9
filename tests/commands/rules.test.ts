import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import exceljs from 'exceljs';
import { rules } from '../../rules/index.ts';
import { optionsOf } from '../../rules/option.ts';
import { said } from '../support/said.ts';
import { lintWorkbook } from '../support/sheet-lint.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'budgetlint-rules-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function policyFile(): string {
  const path = join(folder, '设置.yaml');
  writeFileSync(
    path,
    [
      'name: 示例区财政局',
      'rules:',
      '  PRG-04: { warnAbove: 0.15, severity: error, effective: { from: 2024-01 } }',
      '  STR-10: { off: 公式没有缓存值，已逐一核对 }',
    ].join('\n'),
  );
  return path;
}

describe('budgetlint rules', () => {
  test('lists every rule on a line, with the reason of one that is switched off', async () => {
    const { code, out } = await said('rules', '--policy', policyFile());
    expect(code).toBe(0);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(rules.length);
    expect(lines).toContain('PRG-04  错误    与分月支出计划差异率过大');
    expect(lines).toContain(
      'STR-10  需说明  公式无计算结果或引用外部文件（已停用：公式没有缓存值，已逐一核对）',
    );
  });

  test('explains one rule with its thresholds in force and an example from its own sample', async () => {
    const { code, out } = await said('rules', 'prg-04', '--policy', policyFile());
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'PRG-04  与分月支出计划差异率过大',
        '',
        '级别        错误（规则原定为“需说明”，设置已改）',
        '依据        项目分月支出进度表填报要求（差异率界限为本工具默认值）',
        '为什么      实际支出进度与分月支出计划差异率大的项目须逐项分析说明。',
        '适用报表    T01 项目分月支出进度表',
        '适用期      适用于 2024年1月及以后',
        '参数        warnAbove = 0.15（15%）  与分月计划的差异率超过此值，须说明',
        '参数        errorAbove = 0.4（40%）  与分月计划的差异率超过此值，为错误',
        '参数        floor = 1000000（1 万元）  与分月计划的差额小于此数的，不提出',
        '',
        '例（本程序自带的样例数据）',
        '  位置        支出进度!Z6 累计实际支出“60.00 万元”；支出进度!Y6 累计计划数“48.00 万元”',
        '  级别        需说明',
        '  问题        截至6月累计支出 60.00 万元，累计计划 48.00 万元，差异率 25.00%。',
        '  算式        Z6 60.00 − Y6 48.00 = 12.00',
        '  原值        60.00',
        '  应为        48.00',
        '  相差        12.00',
        '  阈值        20% / 40%',
        '  怎么改      核对累计支出与分月计划；确有差异的，逐项说明原因、预计支出时间和处置意见。',
        '',
        '会提出的问题',
        '  截至…月累计支出 … 万元，累计计划 … 万元，差异率 …。',
        '  截至…月没有支出计划，已支出 … 万元，属计划外支出。',
        '',
      ].join('\n'),
    );
  });

  test('explains it in English as well', async () => {
    const { out } = await said('rules', 'variance-from-plan', '--lang', 'en');
    expect(out).toContain('option      warnAbove = 0.2 (20%)  variance rate above which a person looks');
    expect(out).toContain('  sum         Z6 60.00 − Y6 48.00 = 12.00');
  });

  test('has an example of every rule, whose places and sentences are whole', async () => {
    const { out } = await said('rules', '--json');
    const described: readonly {
      readonly id: string;
      readonly example: { readonly message: { readonly zh: string; readonly en: string } } | null;
    }[] = JSON.parse(out);
    expect(described.map(({ id }) => id)).toEqual(rules.map(({ meta }) => meta.id));
    for (const { id, example } of described) {
      expect([id, example?.message.zh]).not.toEqual([id, expect.stringMatching(/[{}]|^$/)]);
      expect([id, example?.message.en]).not.toEqual([id, expect.stringMatching(/[{}]|^$/)]);
    }
  });

  test('gives scripts the options with value, default, unit and meaning', async () => {
    const { out } = await said('rules', 'PRG-04', '--json', '--policy', policyFile());
    expect(JSON.parse(out)).toMatchObject([
      {
        id: 'PRG-04',
        severity: 'error',
        effective: { from: '2024-01', to: null },
        options: [
          {
            name: 'warnAbove',
            value: 0.15,
            default: 0.2,
            unit: { zh: '小数，0.1 即 10%' },
            meaning: { zh: '与分月计划的差异率超过此值，须说明' },
            shown: { zh: '15%' },
          },
          { name: 'errorAbove' },
          { name: 'floor', shown: { zh: '1 万元', en: '10000 yuan' } },
        ],
      },
    ]);
  });

  test('answers a rule that does not exist with the nearest', async () => {
    const { code, err } = await said('rules', 'PRG-4');
    expect([code, err]).toEqual([2, '没有规则 PRG-4。是不是 PRG-04？全部规则见 npx budgetlint rules\n']);
  });
});

describe('budgetlint rules --export', () => {
  test('writes rules, options and examples as a workbook that programs open', async () => {
    const path = join(folder, '目录.xlsx');
    const { code, out } = await said('rules', '--export', path, '--policy', policyFile());
    expect([code, out]).toEqual([0, `${path}\n`]);
    expect(lintWorkbook(readFileSync(path))).toEqual([]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['规则目录', '参数', '算例']);
    const row = (sheet: string, id: string, option = '') => {
      const rows = workbook.getWorksheet(sheet);
      const found = rows
        ?.getRows(1, rows.rowCount)
        ?.find((one) => one.getCell(1).text === id && (option === '' || one.getCell(3).text === option));
      return (Array.isArray(found?.values) ? found.values : []).slice(1);
    };
    expect(row('规则目录', 'STR-10').at(-1)).toBe('已停用：公式没有缓存值，已逐一核对');
    expect(row('规则目录', 'PRG-04')).toEqual([
      'PRG-04',
      '支出进度',
      '与分月支出计划差异率过大',
      '■ 错误',
      '单张报表',
      'T01 项目分月支出进度表',
      '项目分月支出进度表填报要求（差异率界限为本工具默认值）',
      '实际支出进度与分月支出计划差异率大的项目须逐项分析说明。',
      '与分月计划的差异率超过此值，须说明：15%\n与分月计划的差异率超过此值，为错误：40%\n与分月计划的差额小于此数的，不提出：1 万元',
      '适用于 2024年1月及以后',
    ]);
    expect(row('参数', 'PRG-04', 'warnAbove')).toEqual([
      'PRG-04',
      '与分月支出计划差异率过大',
      'warnAbove',
      '与分月计划的差异率超过此值，须说明',
      '小数，0.1 即 10%',
      '0.15',
      '15%',
      '已改，默认为 20%',
    ]);
    expect(row('算例', 'PRG-04').slice(2, 5)).toEqual([
      '支出进度!Z6 累计实际支出“60.00 万元”\n支出进度!Y6 累计计划数“48.00 万元”',
      '▲ 需说明',
      '截至6月累计支出 60.00 万元，累计计划 48.00 万元，差异率 25.00%。',
    ]);
    const options = rules.reduce((sum, rule) => sum + optionsOf(rule).length, 0);
    expect(workbook.worksheets.map(({ rowCount }) => rowCount - 3)).toEqual([
      rules.length,
      options,
      rules.length,
    ]);
  });

  test('gives the same bytes again, and one rule alone where one is named', async () => {
    const [one, two, english] = ['1.xlsx', '2.xlsx', 'en.xlsx'].map((name) => join(folder, name));
    await said('rules', '--export', one ?? '');
    await said('rules', '--export', two ?? '');
    expect(readFileSync(one ?? '').equals(readFileSync(two ?? ''))).toBe(true);
    await said('rules', 'PRG-04', '--export', english ?? '', '--lang', 'en');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(english ?? '');
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Rules', 4],
      ['Options', 6],
      ['Examples', 4],
    ]);
  });

  test('replaces nothing unless told to, and wants a workbook', async () => {
    const path = join(folder, '目录.xlsx');
    writeFileSync(path, 'kept');
    const { code, err } = await said('rules', '--export', path);
    expect([code, err]).toEqual([2, `${path} 已存在，未作改动。要覆盖请加 --force。\n`]);
    expect((await said('rules', '--export', join(folder, '目录.csv'))).err).toContain('应以 .xlsx 结尾');
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['kept', ['目录.xlsx']]);
    expect((await said('rules', '--export', path, '--force')).code).toBe(0);
  });
});
