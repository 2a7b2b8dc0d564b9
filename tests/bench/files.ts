import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapes } from '../../fixtures/forms/figures.ts';
import { listSheet } from '../../fixtures/forms/list.ts';
import { project } from '../../fixtures/forms/project.ts';
import { spendingRow, standardColumns, workedRates } from '../../fixtures/forms/t01-monthly-spending.ts';
import { projectCode } from '../../fixtures/offices/office.ts';
import { writeWorkbook } from '../../fixtures/write-workbook.ts';

const works = ['村级道路硬化', '农田水利设施维护', '校舍安全改造', '文化馆免费开放', '医疗救助', '环境整治'];

/**
 * Monthly spending schedules (T01) as units hand them in: 25 to 75 projects in 33 columns, styles, merged headings of
 * three rows, a total row of formulas. Nine rows in ten are sound; the others spend beside their plan or state a rate that is wrong.
 *
 * @returns the number of projects in all files together
 */
export async function writeSchedules(folder: string, count: number): Promise<number> {
  mkdirSync(folder, { recursive: true });
  let rows = 0;
  for (let unit = 1; unit <= count; unit += 1) {
    const projects = Array.from({ length: 25 + ((unit * 37) % 51) }, (_, index) => {
      const initial = 20 + ((unit * 7 + index * 13) % 400) + ((index * 17) % 100) / 100;
      const odd = (unit + index) % 20;
      return project({
        code: projectCode(unit, index + 1),
        name: `第${unit}镇${works[index % works.length]}${index + 1}期`,
        functionClass: '2130199 其他农业农村支出',
        initial,
        shape: shapes.even,
        spent: Math.round(initial * (odd === 7 ? 30 : 51)) / 100,
        ...(odd === 13 ? { typed: { rate: 65 } } : {}),
      });
    });
    rows += projects.length;
    const name = `示例第${unit}镇人民政府`;
    const sheet = listSheet({
      sheet: '支出进度',
      title: `${name}项目分月支出进度表`,
      lineLeft: `填报单位：${name}`,
      lineMiddle: '2023年6月',
      lineRight: '单位：万元',
      columns: standardColumns,
      headingRows: 3,
      lines: projects.map((one, index) => ({ kind: 'row', row: spendingRow(one, index + 1) })),
      total: { label: '合计', place: 'last', by: 'formula', worked: workedRates('points') },
    });
    writeFileSync(join(folder, `${name}.xlsx`), await writeWorkbook([sheet]));
  }
  return rows;
}

/** A ledger of direct-transfer funds (T10): one sheet of so many rows in 12 columns, every row sound. */
export async function writeLedger(path: string, rows: number): Promise<void> {
  const { default: library } = await import('exceljs');
  const options = { filename: path, useStyles: true, useSharedStrings: true };
  const workbook = new library.stream.xlsx.WorkbookWriter(options);
  const sheet = workbook.addWorksheet('直达资金');
  for (const line of [['直达资金台账'], ['填报单位：示例第1镇人民政府'], ['2023年6月', '单位：万元']])
    sheet.addRow(line).commit();
  sheet
    .addRow([
      '序号',
      '资金名称',
      '资金文号',
      '直达资金标识',
      '收文日期',
      '下达金额',
      '分配日期',
      '分配金额',
      '分配率(%)',
      '支出期限',
      '支出金额',
      '支出进度(%)',
    ])
    .commit();
  for (let row = 1; row <= rows; row += 1) {
    const released = 10 + ((row * 7919) % 100_000) / 100;
    const spent = Math.round(released * 55) / 100;
    const cells = [
      row,
      `直达资金第${row}号`,
      `示财预〔2023〕${row}号`,
      '01中央直达资金',
      '2023-01-10',
      released,
      '2023-01-20',
      released,
      100,
      '2023-12-31',
      spent,
      Math.round((spent / released) * 10_000) / 100,
    ];
    sheet.addRow(cells).commit();
  }
  await workbook.commit();
}
