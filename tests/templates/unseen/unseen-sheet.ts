import type { CellInput, RowInput } from '../../../fixtures/case.ts';
import { goodForm, goodRows } from '../../../fixtures/good-data.ts';
import { type Cell, type RowPlan, type SheetPlan, writeWorkbook } from '../../../fixtures/write-workbook.ts';
import { cellAddress } from '../../../pipeline/model/address.ts';
import type { Field, Template } from '../../../pipeline/model/template.ts';
import { type KnownTemplateId, templates } from '../../../pipeline/templates/index.ts';

/** A sheet worded by some office, with what each of its words means. */
export interface UnseenSheet {
  readonly id: KnownTemplateId;
  /** '' where the sheet has none. */
  readonly title: string;
  /** Labels of the form: `项目名称=projectName|…`. */
  readonly form?: string;
  /**
   * Headings of each table, top to bottom, tables of T13 side by side: `预算数/年初=initialBudget|经办人|#月=planM*6`.
   * A heading without a field means none; `#月=planM*6` stands for six months from January.
   */
  readonly tables: Readonly<Record<string, string>>;
}

/** How an office lays a sheet out; every sheet of a set gets one after the other. */
export interface Look {
  /** Whether headings over several columns are merged, or written once with blanks behind. */
  readonly merges: boolean;
  /** Rows above the title. */
  readonly preface: readonly string[];
  /** Rows between the title and that line. */
  readonly remarks?: readonly string[];
  /** The line with unit and unit of amount, as one or several cells. */
  readonly line: readonly string[];
  /** Whether a row of column numbers stands under the heading. */
  readonly hasColumnNumbers: boolean;
  readonly totalFirst: boolean;
  /** Form labels in one row. */
  readonly pairs: 1 | 2;
}

/** Habits of offices that differ in more than one respect. */
export const countyLooks: readonly Look[] = [
  {
    merges: true,
    preface: ['附件1-3'],
    line: ['填报单位：青禾镇人民政府（公章）', '货币单位：万元'],
    hasColumnNumbers: false,
    totalFirst: false,
    pairs: 1,
  },
  {
    merges: true,
    preface: [],
    remarks: ['（截至2023年6月30日）', '说明：本表由预算单位按月填报，每月5日前报对口业务股室。'],
    line: ['单位名称：青禾镇人民政府', '单位：人民币万元'],
    hasColumnNumbers: true,
    totalFirst: true,
    pairs: 2,
  },
  {
    merges: false,
    preface: ['附表4'],
    line: ['青禾镇人民政府', '2023年6月', '（单位：万元）'],
    hasColumnNumbers: false,
    totalFirst: false,
    pairs: 1,
  },
  {
    merges: true,
    preface: ['表号：县财绩03表'],
    line: ['编制单位:青禾镇人民政府　　　　　2023年6月30日　　　　　金额单位:万元'],
    hasColumnNumbers: false,
    totalFirst: true,
    pairs: 1,
  },
  {
    merges: true,
    preface: [],
    line: ['填报部门（单位）：青禾镇人民政府', '填报人：乙', '计量单位：万元'],
    hasColumnNumbers: true,
    totalFirst: false,
    pairs: 2,
  },
];

export const looks: readonly Look[] = [
  {
    merges: true,
    preface: [],
    line: ['填报单位（盖章）：青禾镇人民政府', '金额单位：万元'],
    hasColumnNumbers: false,
    totalFirst: false,
    pairs: 1,
  },
  {
    merges: true,
    preface: ['附件3'],
    line: ['编制单位：青禾镇人民政府', '填报日期：2023年7月3日', '单位：万元'],
    hasColumnNumbers: true,
    totalFirst: false,
    pairs: 2,
  },
  {
    merges: false,
    preface: [],
    line: ['填报单位：青禾镇人民政府        单位：万元'],
    hasColumnNumbers: false,
    totalFirst: true,
    pairs: 1,
  },
  {
    merges: true,
    preface: [
      '附表2：',
      '请各单位于7月5日前将本表报送区财政局，数据口径以预算管理一体化系统为准，电子版同步发送。',
    ],
    line: ['编报部门：青禾镇人民政府', '金额：万元'],
    hasColumnNumbers: false,
    totalFirst: false,
    pairs: 2,
  },
];

/** A heading of a column and the field it stands for; null for a column no template has. */
export interface WordedColumn {
  readonly heading: string;
  readonly field: string | null;
}

export interface WordedTable {
  readonly name: string;
  readonly columns: readonly WordedColumn[];
  /** Left column of the table, counted from 1. */
  readonly left: number;
}

/** The tables of a sheet, column by column, months spelt out. */
export function wordedTables({ id, tables }: UnseenSheet): readonly WordedTable[] {
  let left = 1;
  return Object.entries(tables).map(([name, words]) => {
    const columns = words.split('|').flatMap(wordedColumns);
    const table = { name, columns, left };
    // Revenue and expenditure stand side by side; all other tables one below the other.
    if (id === 'T13') left += columns.length;
    return table;
  });
}

export function wordedLabels({ form }: UnseenSheet): readonly WordedColumn[] {
  return form === undefined ? [] : form.split('|').flatMap(wordedColumns);
}

function wordedColumns(words: string): readonly WordedColumn[] {
  const [heading = '', meaning] = words.split(/=(?=[a-zA-Z0-9*]+$)/);
  const [field, months] = meaning?.split('*') ?? [];
  if (field === undefined || months === undefined) return [{ heading, field: field ?? null }];
  return Array.from({ length: Number(months) }, (_, index) => ({
    heading: heading.replace('#', String(index + 1)),
    field: `${field}${String(index + 1).padStart(2, '0')}`,
  }));
}

/** The sheet as the bytes of a workbook, filled with good data under every heading. */
export function unseenWorkbook(sheet: UnseenSheet, look: Look): Promise<Uint8Array> {
  return writeWorkbook([planOf(sheet, look)]);
}

function planOf(sheet: UnseenSheet, look: Look): SheetPlan {
  const rows: RowPlan[] = look.preface.map((text) => ({ look: 'line', cells: [text] }));
  const merges: string[] = [];
  const tables = wordedTables(sheet);
  const width = Math.max(6, ...tables.map((table) => table.left + table.columns.length - 1));
  if (sheet.title !== '') {
    rows.push({ look: 'title', cells: [sheet.title] });
    merges.push(`${cellAddress(rows.length, 1)}:${cellAddress(rows.length, width)}`);
  }
  for (const text of look.remarks ?? []) rows.push({ look: 'line', cells: [text] });
  const [first = '', ...others] = look.line;
  rows.push({ look: 'line', cells: padded([first], width - others.length, others) });
  const labels = wordedLabels(sheet);
  for (let index = 0; index < labels.length; index += look.pairs) {
    const pairs = labels.slice(index, index + look.pairs);
    const column = (at: number) => (at === 0 ? 1 : 4);
    const cells: Cell[] = [];
    for (const [at, { heading, field }] of pairs.entries()) {
      cells[column(at) - 1] = heading;
      cells[column(at)] = field === null ? '内容' : formValue(sheet.id, field);
    }
    rows.push({ look: 'body', cells: Array.from(cells, (cell) => cell ?? null) });
  }
  if (sheet.id === 'T13') addTables(rows, merges, sheet, tables, look);
  else for (const table of tables) addTables(rows, merges, sheet, [table], look);
  rows.push({ look: 'note', cells: ['单位负责人：甲　　　填表人：乙　　　填报日期：2023年7月3日'] });
  return {
    name: 'Sheet1',
    columns: Array.from({ length: width }, () => ({ width: 14, format: 'General' })),
    rows,
    merges,
  };
}

/** Tables side by side: their headings, then their bodies. */
function addTables(
  rows: RowPlan[],
  merges: string[],
  sheet: UnseenSheet,
  tables: readonly WordedTable[],
  look: Look,
): void {
  const columns = tables.flatMap((table) =>
    table.columns.map((column) => ({ ...column, table: table.name, path: pathOf(column.heading) })),
  );
  const depth = Math.max(...columns.map(({ path }) => path.length));
  const top = rows.length + 1;
  /** Whether a column stands under the same heading as its left neighbour, down to a level. */
  const isUnderSame = (index: number, level: number) => {
    const [path, before] = [columns[index]?.path ?? [], columns[index - 1]?.path ?? []];
    return level < path.length - 1 && path.slice(0, level + 1).every((word, at) => word === before[at]);
  };
  for (let level = 0; level < depth; level += 1) {
    const cells = columns.map(({ path }, index) =>
      isUnderSame(index, level) ? null : (path[level] ?? null),
    );
    rows.push({ look: 'heading', cells });
    if (!look.merges || depth === 1) continue;
    for (const [index, { path }] of columns.entries()) {
      const column = index + 1;
      if (path.length === level + 1 && path.length < depth)
        merges.push(`${cellAddress(top + level, column)}:${cellAddress(top + depth - 1, column)}`);
      if (level >= path.length - 1 || isUnderSame(index, level)) continue;
      let last = column;
      while (isUnderSame(last, level)) last += 1;
      if (last > column) merges.push(`${cellAddress(top + level, column)}:${cellAddress(top + level, last)}`);
    }
  }
  if (look.hasColumnNumbers)
    rows.push({ look: 'heading', cells: columns.map((_, index) => (index === 0 ? '栏次' : String(index))) });
  const template: Template = templates[sheet.id];
  const layouts = tables.map((table) => template.tables[table.name]);
  const count = Math.max(...layouts.map((layout) => (layout?.rowsNest ? 4 : 3)));
  const bodies = Array.from(
    { length: count },
    (_, index): RowPlan => ({
      look: 'body',
      cells: columns.map(({ table, field, heading }) =>
        field === null ? fillerOf(heading) : bodyValue(sheet.id, table, field, index),
      ),
    }),
  );
  const total: RowPlan = {
    look: 'total',
    cells: columns.map(({ table, field }) => {
      const layout = template.tables[table];
      if (field === layout?.identity.name) return '合计';
      return field !== null && layout?.fields[field]?.kind === 'amount' ? 0 : null;
    }),
  };
  const hasTotal = layouts.every((layout) => layout !== undefined && !layout.rowsNest) && isList(template);
  if (hasTotal && look.totalFirst) rows.push(total);
  rows.push(...bodies);
  if (hasTotal && !look.totalFirst) rows.push(total);
}

function isList({ form, tables }: Template): boolean {
  return Object.keys(form).length === 0 && Object.keys(tables).length === 1;
}

function bodyValue(id: KnownTemplateId, table: string, name: string, index: number): Cell {
  const layout = templateOf(id).tables[table];
  const good = goodRows[id]?.[table]?.(index)[name];
  return cellOf(good ?? exampleOf(layout?.fields[name], index), layout?.fields[name]);
}

function formValue(id: KnownTemplateId, name: string): Cell {
  const field = templateOf(id).form[name];
  const form: RowInput = goodForm[id] ?? {};
  return cellOf(form[name] ?? exampleOf(field, 0), field);
}

function templateOf(id: KnownTemplateId): Template {
  return templates[id];
}

function cellOf(value: CellInput, field: Field | undefined): Cell {
  if (value === true) return field?.ticked ? '√' : '是';
  if (value === false) return '否';
  if (typeof value === 'object' && value !== null) return 'text' in value ? String(value.text) : null;
  return value;
}

function exampleOf(field: Field | undefined, index: number): string | number | null {
  switch (field?.kind) {
    case 'amount':
      return 12.5 + index;
    case 'number':
      return 3 + index;
    case 'rate':
      return 0.42;
    case 'date':
      return '2023-05-20';
    case 'yesNo':
      return '是';
    case 'choice':
      return field.choices?.[0]?.word ?? null;
    case 'measure':
      return '≥95%';
    default:
      return '按计划实施';
  }
}

function fillerOf(heading: string): Cell {
  return /[数额率同期]$/.test(heading) ? 8.5 : '内容';
}

function padded(left: readonly string[], width: number, right: readonly string[]): readonly Cell[] {
  return [...left, ...Array.from({ length: Math.max(0, width - left.length) }, () => null), ...right];
}

/** A stroke inside brackets is no parent. */
function pathOf(heading: string): readonly string[] {
  return heading.split(/\/(?![^(（]*[)）])/);
}
