import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { z } from 'zod';
import { standardColumns } from '../../fixtures/forms/t01-monthly-spending.ts';

/** The first row below the head of the schedules that the bench writes. */
const firstDataRow = 6;

type Grid = (row: number, column: number) => unknown;

/** Opens a workbook with a library and gives the values of its first sheet. */
export type OpenSheet = (bytes: Buffer) => Promise<Grid>;

/** exceljs, as its manual says. */
export async function openWithExcelJs(): Promise<OpenSheet> {
  const { default: library } = await import('exceljs');
  return async (bytes) => {
    const workbook = new library.Workbook();
    // The declaration asks for another Buffer than the one Node's types give since 20.
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0];
    return (row, column) => sheet?.getCell(row, column).result ?? sheet?.getCell(row, column).value;
  };
}

/** SheetJS with the options that make it read fastest. */
export async function openWithSheetJs(): Promise<OpenSheet> {
  const { default: library } = await import('@e965/xlsx');
  return async (bytes) => {
    const workbook = library.read(bytes, {
      dense: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
    const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
    const rows: readonly (readonly { readonly v?: unknown }[] | undefined)[] = sheet?.['!data'] ?? [];
    return (row, column) => rows[row - 1]?.[column - 1]?.v ?? null;
  };
}

const amount = z.number();
const text = z.string().nullable();
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const scheduleRow = z.object({
  seq: z.number().int(),
  code: z.string(),
  name: z.string().min(1),
  nature: text,
  source: text,
  functionClass: text,
  initial: amount,
  add: amount,
  cut: amount,
  adjusted: amount,
  released: amount,
  plan: z.array(amount).length(12),
  planTotal: amount,
  cumPlan: amount,
  spent: amount,
  rate: amount.nullable(),
  time: amount,
  variance: amount.nullable(),
  reason: text,
  reasonType: text,
  measure: text,
  remark: text,
});

type ScheduleRow = z.infer<typeof scheduleRow>;

/**
 * The job as one would write it in an afternoon: cells by fixed columns, each row validated with zod, eleven checks,
 * findings as CSV. No recognition of layouts, no refusals, no report.
 *
 * @returns how many rows and findings there were
 */
export async function plainJob(
  folder: string,
  out: string,
  open: OpenSheet,
): Promise<{ readonly rows: number; readonly findings: number }> {
  const findings: string[][] = [];
  let rows = 0;
  for (const file of readdirSync(folder)) {
    const value = await open(readFileSync(join(folder, file)));
    const say = (row: number, message: string) => findings.push([file, String(row), message]);
    let spentInAll = 0;
    let row = firstDataRow;
    for (; typeof value(row, 1) === 'number'; row += 1) {
      rows += 1;
      const parsed = scheduleRow.safeParse(rowOf(value, row));
      if (!parsed.success) {
        say(row, parsed.error.message);
        continue;
      }
      spentInAll += parsed.data.spent;
      for (const message of checks(parsed.data)) say(row, message);
    }
    const total = value(row, 1 + columnOf('spent'));
    if (typeof total !== 'number' || differ(total, spentInAll)) say(row, '合计不等于明细之和');
  }
  writeFileSync(out, `\ufeff${Papa.unparse([['文件', '行', '问题'], ...findings])}`);
  return { rows, findings: findings.length };
}

function columnOf(key: string): number {
  return standardColumns.findIndex((column) => column.key === key);
}

const textKeys = ['nature', 'source', 'functionClass', 'reason', 'reasonType', 'measure', 'remark'];

function rowOf(value: Grid, row: number): Record<string, unknown> {
  const cells: Record<string, unknown> = {
    plan: months.map((month) => value(row, 1 + monthColumns + month - 1)),
  };
  for (const [index, { key }] of standardColumns.entries()) {
    if (/^m\d+$/.test(key)) continue;
    cells[key] = value(row, index + 1) ?? null;
    if (textKeys.includes(key) && cells[key] === undefined) cells[key] = null;
  }
  return cells;
}

const monthColumns = columnOf('m1');

function* checks(row: ScheduleRow): Generator<string> {
  const { initial, add, cut, adjusted, released, plan, planTotal, cumPlan, spent, rate, time, variance } =
    row;
  if (differ(adjusted, initial + add - cut)) yield '调整后预算数不等于年初加追加减追减';
  if (differ(planTotal, sum(plan))) yield '分月计划合计不符';
  if (differ(planTotal, adjusted)) yield '分月计划不等于预算';
  if (differ(cumPlan, sum(plan.slice(0, 6)))) yield '累计计划不符';
  if (rate !== null && differ(rate, (100 * spent) / adjusted)) yield '支出进度不符';
  if (time !== 50) yield '序时进度不符';
  if (variance !== null && differ(variance, (100 * (spent - cumPlan)) / cumPlan)) yield '差异率不符';
  if (released > adjusted) yield '下达数大于预算';
  if (spent > released) yield '支出大于下达数';
  if (spent === 0 && released > 0) yield '已下达未支出';
  if (Math.abs(variance ?? 0) > 20 && row.reason === null) yield '差异过大，未填写原因';
}

function sum(figures: readonly number[]): number {
  return figures.reduce((all, figure) => all + figure, 0);
}

function differ(one: number, other: number): boolean {
  return Math.abs(one - other) > 0.011;
}
