import { itemName } from './item-name.ts';
import { foldText } from './label.ts';
import type { Fen } from './money.ts';
import type { Place } from './place.ts';
import { amountOf, type ProjectName, placeOf, projectOf, type Row, type Submission } from './submission.ts';
import type { Text } from './text.ts';

/** The six items of the three public expenses, whatever order a sheet lists them in. */
export const expenseItems = {
  total: { zh: '“三公”经费合计', en: 'Total' },
  abroad: { zh: '因公出国（境）费', en: 'Official travel abroad' },
  cars: { zh: '公务用车购置及运行维护费', en: 'Vehicles' },
  purchase: { zh: '公务用车购置费', en: 'Vehicles bought' },
  running: { zh: '公务用车运行维护费', en: 'Vehicles run' },
  reception: { zh: '公务接待费', en: 'Receptions' },
} as const satisfies Record<string, Text>;

export type ExpenseItem = keyof typeof expenseItems;

/** The four amounts a sheet may give of an item. */
export const expenseColumns = {
  lastBudget: { zh: '上年预算数', en: 'budget, last year' },
  lastActual: { zh: '上年决算数', en: 'actual, last year' },
  budget: { zh: '本年预算数', en: 'budget' },
  actual: { zh: '本年执行数', en: 'actual' },
} as const satisfies Record<string, Text>;

/** A column of the table of the three public expenses: this year’s or last year’s, as budgeted or as spent. */
export type ExpenseColumn = keyof typeof expenseColumns;

/** Names of the two, for rules that walk over them; in the order of the form. */
export const expenseItemNames = Object.keys(expenseItems) as readonly ExpenseItem[]; // the keys of a literal
export const expenseColumnNames = Object.keys(expenseColumns) as readonly ExpenseColumn[]; // the keys of a literal

/** The columns that may be compared with each other: budget with budget, actual with actual. */
export const expensePairs = [
  ['budget', 'lastBudget'],
  ['actual', 'lastActual'],
] as const satisfies readonly (readonly [ExpenseColumn, ExpenseColumn])[];

/** The items at the bottom of the form; what is above them is their sum. */
export const expenseLeaves = [
  'abroad',
  'purchase',
  'running',
  'reception',
] as const satisfies readonly ExpenseItem[];

/** Where an amount of an item stands. */
export interface ExpenseCell {
  readonly row: Row;
  readonly field: string;
  readonly fen: Fen | null;
  readonly place: Place;
}

/** The three public expenses of one unit, the same from either layout. */
export interface ThreePublic {
  readonly layout: 'items' | 'matrix';
  /** Whose they are, where the sheet has a row for each of several units; null where they are the unit's own. */
  readonly owner: ProjectName | null;
  /** The cell of an item in a column; null when the sheet has no such row or column. */
  cell(item: ExpenseItem, column: ExpenseColumn): ExpenseCell | null;
  /** The row of an item where items are rows, with its reason, change and number of vehicles; null otherwise. */
  row(item: ExpenseItem): Row | null;
  /** The row that counts the vehicles (公务用车保有量), where items are rows and it is one of them. */
  readonly vehicles: Row | null;
}

/** Reads a T09 in either layout: items as rows, or one row a unit. Classified rows are left out. */
export function threePublicOf(submission: Submission): readonly ThreePublic[] {
  const items = (submission.tables.items?.rows ?? []).filter((row) => !row.classified);
  const matrix = (submission.tables.matrix?.rows ?? []).filter((row) => !row.classified);
  const headings = [...(submission.tables.matrix?.unknownColumns.values() ?? [])];
  const hasOthers = headings.some(isOtherExpense);
  return [
    ...(items.length === 0 ? [] : [ofItems(items)]),
    ...matrix.map((row) => ofMatrix(row, matrix.length > 1 ? projectOf(row) : null, hasOthers)),
  ];
}

/** Meetings and training are often budgeted on one sheet with the three; its plain 合计 is then the sum of all. */
function isOtherExpense(words: string): boolean {
  return /会议费|培训费/.test(foldText(words));
}

function namesTheThree(words: string): boolean {
  return foldText(words).includes('三公');
}

/** Which item a name means, e.g. `1.公务用车购置费`; null for others, such as 机关运行经费 or a number of vehicles. */
export function expenseItemOf(written: string): ExpenseItem | null {
  const { name } = itemName(written);
  if (/(?:数|数量|保有量|批次|人次|辆)$/.test(name)) return null;
  if (/^(?:.*三公经费.*|合计|总计|小计|.{0,4}合计)$/.test(name)) return 'total';
  if (/出国|出境/.test(name)) return 'abroad';
  if (/^(?:公务)?接待/.test(name)) return 'reception';
  const isOfCars = /用车|公车|车辆/.test(name);
  const isBought = /购置/.test(name);
  const isRun = /运行|运维|维护/.test(name);
  if (!isOfCars && !/^(?:购置(?:及|和|与)?|运行(?:及|和|与)?|运维|维护)+(?:费|费用|经费)?$/.test(name))
    return null;
  if (isBought === isRun) return 'cars';
  return isBought ? 'purchase' : 'running';
}

/** Whether a row gives the number of vehicles there are, not of those bought. */
function countsVehicles(written: string): boolean {
  const { name } = itemName(written);
  return /^(?:公务用车|公车|车辆).*(?:保有量|实有数|数量|数)辆?$/.test(name) && !/购置|购入|新增/.test(name);
}

/** The amounts that an item is the sum of, where the form splits it. */
export const expenseParts = {
  total: ['abroad', 'cars', 'reception'],
  cars: ['purchase', 'running'],
} as const satisfies Partial<Record<ExpenseItem, readonly ExpenseItem[]>>;

function ofItems(rows: readonly Row[]): ThreePublic {
  const byItem = new Map<ExpenseItem, Row>();
  const wordsOf = ({ values: { item } }: Row) => (typeof item === 'string' ? item : '');
  const hasOthers = rows.some((row) => isOtherExpense(wordsOf(row)));
  for (const row of rows) {
    const item = expenseItemOf(wordsOf(row));
    if (item === null || byItem.has(item)) continue;
    if (item !== 'total' || !hasOthers || namesTheThree(wordsOf(row))) byItem.set(item, row);
  }
  return {
    layout: 'items',
    owner: null,
    vehicles: rows.find((row) => countsVehicles(wordsOf(row))) ?? null,
    row: (item) => byItem.get(item) ?? null,
    cell: (item, column) => cellOf(byItem.get(item), column),
  };
}

function ofMatrix(row: Row, owner: ProjectName | null, hasOthers: boolean): ThreePublic {
  return {
    layout: 'matrix',
    owner,
    row: () => null,
    vehicles: null,
    cell: (item, column) => {
      if (column !== 'budget' && column !== 'actual') return null;
      const field = `${column}${matrixWords[item]}`;
      const isOfAll = hasOthers && !namesTheThree(row.source.columns.get(field)?.heading ?? '');
      return item === 'total' && isOfAll ? null : cellOf(row, field);
    },
  };
}

const matrixWords: Readonly<Record<ExpenseItem, string>> = {
  total: 'Total',
  abroad: 'Abroad',
  cars: 'Cars',
  purchase: 'CarPurchase',
  running: 'CarRunning',
  reception: 'Reception',
};

function cellOf(row: Row | undefined, field: string): ExpenseCell | null {
  if (row === undefined || !row.source.columns.has(field)) return null;
  return { row, field, fen: amountOf(row, field), place: placeOf(row, field) };
}
