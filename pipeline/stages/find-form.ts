import { labelOf } from '../model/label.ts';
import type { Field } from '../model/template.ts';
import type { Range, Sheet } from '../model/workbook.ts';
import { type Band, isFigure, type LabelCell, type LabelRow } from './heading-band.ts';
import { termsOf } from './heading-terms.ts';
import { closesBody, roleOf } from './row-role.ts';
import type { FormLabelWords, TemplateWords } from './vocabulary.ts';

/** Where a form has the value of a field. */
export interface FormCell {
  readonly labelRow: number;
  readonly labelColumn: number;
  /** As written. */
  readonly label: string;
  readonly row: number;
  readonly column: number;
  /** 1 where the words are equal; how alike they are where they are not. */
  readonly likeness: number;
  /** The value where it stands in one cell with its label (`项目名称：村级道路`); null when it has a cell of its own. */
  readonly inline: string | null;
  /** Whether it is a row of a table too: that does not end there. */
  readonly isInTable?: true;
}

/**
 * Finds the labels of a form and the cells of their values: right of the label, below it where nothing stands right of
 * it, or behind a colon in the same cell. The first label of a field that has a value counts.
 */
export function findForm(
  sheet: Sheet,
  { rows, keys }: FormLabels,
  words: TemplateWords,
  tables: readonly TableInForm[],
): ReadonlyMap<string, FormCell> {
  const cells = new Map<string, FormCell>();
  if (![...words.form.keys()].some((key) => keys.has(key))) return cells;
  const taken = rowsOf(sheet, tables);
  for (const { row, places } of rows) {
    const isTaken = taken.has(row.row);
    for (const index of places) {
      const cell = row.cells[index];
      if (cell === undefined) continue;
      if (isNameInTable(cell, row, words, tables) || headsNext(cell, row.cells[index + 1], words)) continue;
      const field = fieldOf(cell, row.cells[index - 1], words);
      if (isTaken && !isAnswered(sheet, row.row, cell, words.template.form[field ?? ''], tables)) continue;
      const all =
        field === null
          ? inlineCells(row, cell, words)
          : [{ field, cell: valueCell(sheet, row, cell, words) }];
      for (const found of all) {
        const known = cells.get(found.field);
        if (known === undefined || isBetter(sheet, found.cell, known))
          cells.set(found.field, isTaken ? { ...found.cell, isInTable: true } : found.cell);
      }
    }
  }
  giveOnlyPart(cells, words);
  return cells;
}

/** 申请财政资金 | 86 and no other sum on the form: all that is asked for; 其中 says that there is more. */
function giveOnlyPart(cells: Map<string, FormCell>, { template }: TemplateWords): void {
  for (const [name, { parts = [] }] of Object.entries(template.form)) {
    const [part, ...others] = parts.filter((one) => cells.has(one));
    const cell = part === undefined ? undefined : cells.get(part);
    if (part === undefined || cell === undefined || others.length > 0 || cells.has(name)) continue;
    if (cell.label.startsWith('其中')) continue;
    cells.delete(part);
    cells.set(name, cell);
  }
}

/** 资金申请 | 总额 | 96: what heads another label is not that label, whatever it means alone. */
function headsNext({ label }: LabelCell, next: LabelCell | undefined, { form }: TemplateWords): boolean {
  return next !== undefined && form.has(`${label.bareKey}/${next.label.bareKey}`);
}

/** A value goes before none, and a cell of its own before what stands behind a colon: 实施单位 | 文化馆 before 单位名称：文旅局. */
function isBetter(sheet: Sheet, cell: FormCell, known: FormCell): boolean {
  if (isEmpty(sheet, cell)) return false;
  return isEmpty(sheet, known) || (known.inline !== null && cell.inline === null);
}

/** A table that stands among the labels of a form. */
export interface TableInForm {
  readonly band: Band;
  /** Columns of its figures. */
  readonly figures: ReadonlySet<number>;
  /** Column of its names where others stand left of it: levels, numbers. */
  readonly names: number | null;
}

/** Whether what merely resembles a label is a name in a table above it: the indicator 完成时间. */
function isNameInTable(
  { column, label }: LabelCell,
  { row }: LabelRow,
  { likenesses }: TemplateWords,
  tables: readonly TableInForm[],
): boolean {
  return (
    likenesses?.has(label.bareKey) === true &&
    tables.some(({ band, names }) => row > band.last && column === names)
  );
}

/**
 * Rows of headings and of the bodies below them: a row of figures directly under a heading names what it counts, and is
 * no label of the form (投入经济性（20分） | 20 | 18).
 */
function rowsOf(sheet: Sheet, tables: readonly TableInForm[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { band, figures } of tables) {
    for (let row = band.first; row <= band.last; row += 1) rows.add(row);
    const figuresIn = (row: number) =>
      [...figures].filter((column) => isFigure(sheet.value(row, column))).length;
    const isNumbered = roleOf([], firstTextIn(sheet, band.last + 1)) === 'columnNumbers';
    for (let row = band.last + (isNumbered ? 2 : 1); figuresIn(row) >= 2; row += 1) rows.add(row);
  }
  return rows;
}

/**
 * Whether a name in a table has its account beside it (立项必要性 | 群众需求迫切…… | 20 | 19), under a heading that asks
 * for one: what stands under 评估要点 is what to look at.
 */
function isAnswered(
  sheet: Sheet,
  row: number,
  { column }: LabelCell,
  field: Field | undefined,
  tables: readonly TableInForm[],
): boolean {
  if (field?.prose !== true) return false;
  const beside = (mergeAt(sheet, row, column)?.right ?? column) + 1;
  const account = sheet.value(row, beside);
  const heading = Math.max(0, ...tables.map(({ band }) => band.last).filter((last) => last < row));
  const asked = heading === 0 ? null : sheet.value(heading, beside);
  return typeof account === 'string' && typeof asked === 'string' && accounts.test(asked);
}

const accounts = /^(?!.*(?:标准|要点|细则|办法|要求)).*(?:情况|说明|意见|论[述证]|结[果论]|理由)/;

function firstTextIn(sheet: Sheet, row: number): string {
  const column = sheet.filledColumns(row)[0];
  const value = column === undefined ? null : sheet.value(row, column);
  return typeof value === 'string' ? value : '';
}

/** The cells of a sheet that are labels of some form, looked for once for all templates: most cells are of none. */
export interface FormLabels {
  readonly rows: readonly { readonly row: LabelRow; readonly places: readonly number[] }[];
  /** Their folded texts, `left/own` too. */
  readonly keys: ReadonlySet<string>;
}

export function formLabelsOn(rows: readonly LabelRow[], known: FormLabelWords): FormLabels {
  const keys = new Set<string>();
  const labelled: { readonly row: LabelRow; readonly places: readonly number[] }[] = [];
  for (const row of rows) {
    const places: number[] = [];
    for (const [index, cell] of row.cells.entries())
      if (addKeys(cell, row.cells[index - 1], known, keys)) places.push(index);
    if (places.length > 0) labelled.push({ row, places });
  }
  return { rows: labelled, keys };
}

/**
 * Adds what a form knows a cell by: its text, that below the text left of it, or what stands before a colon. Answers
 * whether there is anything.
 */
function addKeys(
  { text, label }: LabelCell,
  left: LabelCell | undefined,
  known: FormLabelWords,
  keys: Set<string>,
): boolean {
  let isKnown = false;
  const add = (key: string) => {
    if (!known.keys.has(key)) return;
    keys.add(key);
    isKnown = true;
  };
  for (const part of partsWithColon(text)) add(labelOf(part.label).bareKey);
  if (text.length > 60) return isKnown;
  add(label.bareKey);
  add(label.monthKey);
  const parent = left?.label.bareKey;
  if (parent !== undefined && known.parents.has(parent)) add(`${parent}/${label.bareKey}`);
  return isKnown;
}

function fieldOf(cell: LabelCell, left: LabelCell | undefined, { form }: TemplateWords): string | null {
  if (cell.text.length > 60) return null;
  const { bareKey, monthKey } = cell.label;
  if (left !== undefined) {
    const under = form.get(`${left.label.bareKey}/${bareKey}`);
    if (under !== undefined) return under;
  }
  return form.get(bareKey) ?? form.get(monthKey) ?? null;
}

function valueCell(sheet: Sheet, row: LabelRow, cell: LabelCell, words: TemplateWords): FormCell {
  const merge = mergeAt(sheet, row.row, cell.column);
  const label = {
    labelRow: row.row,
    labelColumn: cell.column,
    label: cell.text.trim(),
    likeness: words.likenesses?.get(cell.label.bareKey) ?? 1,
  };
  const right = (merge?.right ?? cell.column) + 1;
  const value = sheet.value(row.row, right);
  const isLabel = typeof value === 'string' && isKnownLabel(value, words);
  const below = (merge?.bottom ?? row.row) + 1;
  if (value !== null && !isLabel) {
    const isOverText = headsText(sheet, row.row, right);
    // 年度目标 at the side of 设定目标 | 完成情况, each over its text: the first of them is its own.
    if (isOverText && below > row.row + 1) return { ...label, row: row.row + 1, column: right, inline: null };
    if (isOverText && headsText(sheet, row.row, cell.column))
      return { ...label, row: below, column: cell.column, inline: null };
    return { ...label, row: row.row, column: right, inline: null };
  }
  const lower = sheet.value(below, cell.column);
  // A heading over its text, alone or in a row of headings: prose below that is no label itself. A label at the side
  // that reaches down beside both heads the whole.
  const isBeside = (one: LabelCell) => (mergeAt(sheet, row.row, one.column)?.bottom ?? 0) >= below;
  const isText = typeof lower === 'string' && !isKnownLabel(lower, words) && !closesBody(lower);
  const isProse = isText && (lower.trim().length > 8 || row.cells.some(isBeside));
  const isHeading = (one: LabelCell) =>
    isKnownLabel(one.text, words) || isBeside(one) || headsText(sheet, row.row, one.column);
  if (isProse && row.figures === 0 && row.cells.every(isHeading)) {
    return { ...label, row: below, column: cell.column, inline: null };
  }
  // A label beside a label only heads it, or was left without a value.
  if (isLabel) return { ...label, row: row.row, column: cell.column, inline: '' };
  return { ...label, row: row.row, column: right, inline: null };
}

/** Whether a cell is the heading of the text below it: 设定目标, 1-7月完成情况. */
function headsText(sheet: Sheet, row: number, column: number): boolean {
  const text = sheet.value(row, column);
  const lower = sheet.value(row + 1, column);
  if (typeof text !== 'string' || typeof lower !== 'string') return false;
  const terms = termsOf(labelOf(text));
  return (
    text.trim().length <= longestHeading &&
    lower.trim().length > text.trim().length &&
    ['目标', '完成', '情况'].some((term) => terms.has(term))
  );
}

const longestHeading = 14;

function isKnownLabel(text: string, { form }: TemplateWords): boolean {
  if (text.length > 60) return false;
  const { bareKey, monthKey } = labelOf(text);
  return form.has(bareKey) || form.has(monthKey);
}

/** `项目名称：村级道路硬化`, `编制数：46   在职人数：45`: labels and values in one cell. */
function inlineCells(
  row: LabelRow,
  cell: LabelCell,
  { form }: TemplateWords,
): readonly { readonly field: string; readonly cell: FormCell }[] {
  const found: { field: string; cell: FormCell }[] = [];
  // What the form does not know as a label goes on with the value before it.
  let rest = '';
  for (const { label, value } of partsWithColon(cell.text).toReversed()) {
    const field = form.get(labelOf(label).bareKey);
    if (field === undefined) {
      rest = `${label}：${value}${rest}`;
      continue;
    }
    found.unshift({
      field,
      cell: {
        labelRow: row.row,
        labelColumn: cell.column,
        label: label.trim(),
        likeness: 1,
        row: row.row,
        column: cell.column,
        inline: (value + rest).trim(),
      },
    });
    rest = '';
  }
  return found;
}

/** A text that begins with a label and a colon, cut before each further one: none where it does not. */
function partsWithColon(text: string): readonly { readonly label: string; readonly value: string }[] {
  const colon = text.search(/[:：]/);
  if (colon < 1 || colon > 30) return [];
  const [first = '', ...others] = text.slice(colon + 1).split(beforeNextLabel);
  return [
    { label: text.slice(0, colon), value: first },
    ...others.map((part) => {
      const at = part.search(/[:：]/);
      return { label: part.slice(0, at), value: part.slice(at + 1) };
    }),
  ];
}

const beforeNextLabel = /(?<=\s)(?=[^\s:：]{2,20}[:：])/;

function mergeAt(sheet: Sheet, row: number, column: number): Range | undefined {
  return sheet.merges.find((one) => one.top === row && one.left === column);
}

function isEmpty(sheet: Sheet, cell: FormCell): boolean {
  return cell.inline === null ? sheet.value(cell.row, cell.column) === null : cell.inline === '';
}
