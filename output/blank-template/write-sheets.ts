import type { AddWorksheetOptions, Cell, DataValidation, PaperSize, Style, Worksheet } from 'exceljs';
import { columnLetters } from '../../pipeline/model/address.ts';
import { cellText } from '../safe-text.ts';
import { finishWorkbook } from '../xlsx-finisher.ts';
import type { CellPlan, CheckPlan, SheetPlan } from './sheet-plan.ts';
import { styleOf } from './styles.ts';

/** The properties of a file carry one fixed time: what is issued depends on no clock. */
const issued = new Date('2000-01-01T00:00:00Z');

/** Plans as the bytes of an .xlsx file, every sheet protected without a password so that only open cells take input. */
export async function writeSheets(plans: readonly SheetPlan[], title: string): Promise<Uint8Array> {
  // Importing exceljs costs more than most runs need to start: only who issues a form pays.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'budgetlint';
  workbook.lastModifiedBy = 'budgetlint';
  workbook.title = title;
  workbook.created = issued;
  workbook.modified = issued;
  for (const plan of plans) await writeSheet(workbook.addWorksheet(plan.name, optionsOf(plan)), plan);
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

// The typings leave A3 out of the paper sizes; its number in the format is 8.
const paperSizes = { A4: 9, A3: 8 as PaperSize } as const;

function optionsOf(plan: SheetPlan): Partial<AddWorksheetOptions> {
  return {
    views: [
      plan.frozen === null
        ? { state: 'normal', showGridLines: false }
        : { state: 'frozen', xSplit: plan.frozen.columns, ySplit: plan.frozen.rows, showGridLines: false },
    ],
    pageSetup: {
      paperSize: paperSizes[plan.paper],
      orientation: plan.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.55, bottom: 0.55, header: 0.3, footer: 0.3 },
      printArea: `A$1:${columnLetters(plan.widths.length)}$${plan.lastRow}`,
      ...(plan.titleRows === null
        ? {}
        : { printTitlesRow: `${plan.titleRows.first}:${plan.titleRows.last}` }),
    },
    headerFooter: { oddFooter: '&C&9第 &P 页 共 &N 页' },
  };
}

async function writeSheet(sheet: Worksheet, plan: SheetPlan): Promise<void> {
  for (const [index, width] of plan.widths.entries()) sheet.getColumn(index + 1).width = width;
  for (const [row, height] of plan.heights) sheet.getRow(row).height = height;
  for (const cell of plan.cells) writeCell(sheet, cell);
  for (const check of plan.checks) validationsOf(sheet).add(check.range, validationOf(check));
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
}

function writeCell(sheet: Worksheet, plan: CellPlan): void {
  const { row, column, lastRow = row, lastColumn = column } = plan;
  const style: Partial<Style> = {
    ...styleOf(plan.look),
    ...(plan.format === undefined ? {} : { numFmt: plan.format }),
    protection: { locked: plan.isOpen !== true },
  };
  for (let each = row; each <= lastRow; each += 1)
    for (let at = column; at <= lastColumn; at += 1) sheet.getCell(each, at).style = style;
  const cell = sheet.getCell(row, column);
  setValue(cell, plan);
  if (plan.note !== undefined) cell.note = plan.note;
  if (lastRow > row || lastColumn > column) sheet.mergeCells(row, column, lastRow, lastColumn);
}

function setValue(cell: Cell, { value, formula }: CellPlan): void {
  if (formula !== undefined) cell.value = { formula, result: value ?? '', date1904: false };
  else if (value !== undefined) cell.value = typeof value === 'string' ? cellText(value, 'kept') : value;
}

function validationOf(check: CheckPlan): DataValidation {
  const message = {
    showErrorMessage: true,
    errorStyle: check.isStrict ? 'stop' : 'warning',
    errorTitle: check.title,
    error: check.message,
    allowBlank: true,
  };
  switch (check.kind) {
    case 'list':
      return { type: 'list', formulae: [`"${(check.list ?? []).join(',')}"`], ...message };
    case 'number':
      return { type: 'decimal', operator: 'between', formulae: [-1e12, 1e12], ...message };
    case 'date':
      return {
        type: 'date',
        operator: 'between',
        formulae: [new Date('2000-01-01'), new Date('2100-12-31')],
        ...message,
      };
  }
}

/** A sheet has validations by range, but not in its types. */
function validationsOf(sheet: Worksheet): { add(range: string, validation: DataValidation): void } {
  // exceljs sets it in the constructor of every sheet.
  return (sheet as unknown as { dataValidations: { add(range: string, validation: DataValidation): void } })
    .dataValidations;
}
