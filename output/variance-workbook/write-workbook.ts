import { PassThrough } from 'node:stream';
import type { Cell, Style, Worksheet } from 'exceljs';
import { cellAddress, columnLetters } from '../../pipeline/model/address.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { cellText } from '../safe-text.ts';
import {
  type LinkTarget,
  mostLinks,
  type SheetFinisher,
  type SheetLink,
  sheetLocation,
  WorkbookFinisher,
} from '../xlsx-finisher.ts';
import { heightOf, type Measures, measuresOf } from './measures.ts';
import type { CellPlan, SheetPlan } from './sheet-plan.ts';
import { type StyleName, stylesOf, toneWhere } from './styles.ts';

/** What a workbook says about itself. */
export interface WorkbookFacts {
  readonly title: string;
  readonly creator: string;
  /** `YYYY-MM-DD`: stands for the time of writing, which must not depend on a clock. */
  readonly day: string;
  /** The footer's page count, in the codes of a header or footer: `第 &P 页 共 &N 页`. */
  readonly pageFooter: string;
}

/** Plans as the bytes of an .xlsx file. The same plans give the same bytes. */
export async function writeWorkbook(
  plans: readonly SheetPlan[],
  facts: WorkbookFacts,
  language: Language,
): Promise<Uint8Array> {
  // Importing exceljs costs more than most runs need to start: only who writes a workbook pays.
  const { default: exceljs } = await import('exceljs');
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
    // The finisher packs the parts again; packing them twice would cost time for nothing.
    zip: { store: true },
  });
  const written = new Date(`${facts.day}T00:00:00Z`);
  workbook.creator = facts.creator;
  workbook.lastModifiedBy = facts.creator;
  workbook.title = facts.title;
  workbook.created = written;
  workbook.modified = written;
  workbook.views = [
    { x: 0, y: 0, width: 28_000, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  const styleOf = stylesOf(language);
  const finisher = new WorkbookFinisher();
  for (const [index, plan] of plans.entries()) {
    const finished = finisher.sheet(`xl/worksheets/sheet${index + 1}.xml`);
    passSheetTo(workbook, finished);
    const measures = measuresOf(plan);
    const sheet = openSheet(workbook, plan, measures, facts);
    finished.end(writeSheet(sheet, plan, measures.widths, styleOf));
  }
  await workbook.commit();
  return finisher.finish(Buffer.concat(chunks));
}

/**
 * Has exceljs write its next sheet into our hands. The stream it would use holds a whole sheet in memory and, where rows
 * are written faster than they are packed, ends before its time.
 */
function passSheetTo(workbook: object, finished: SheetFinisher): void {
  const stream: SheetStream = {
    pause: () => undefined,
    write: (xml) => finished.write(typeof xml === 'string' ? Buffer.from(xml) : xml.toBuffer()),
    end: () => undefined,
  };
  // Not in its types: where exceljs 4 takes the stream of a sheet from, when it first writes to it.
  Object.assign(workbook, { _openStream: () => stream });
}

/** What exceljs asks of the stream of a sheet. */
interface SheetStream {
  pause(): void;
  write(xml: string | { toBuffer(): Buffer }): void;
  end(): void;
}

/** Texts that cells share are held to the end; in a longer sheet each cell has its own. */
const rowsWithSharedTexts = 5_000;

function openSheet(
  workbook: { addWorksheet(name: string, options: object): Worksheet },
  plan: SheetPlan,
  { widths, isOutlined }: Measures,
  facts: WorkbookFacts,
): Worksheet {
  const { rows, columns } = plan.frozen;
  const lastColumn = columnLetters(plan.printColumns ?? plan.widths.length);
  const sheet = workbook.addWorksheet(plan.name, {
    useSharedStrings: plan.rows.length <= rowsWithSharedTexts,
    properties: {
      tabColor: { argb: `FF${plan.tab}` },
      outlineProperties: { summaryBelow: false, summaryRight: false },
      outlineLevelRow: isOutlined ? 1 : 0,
    },
    views: [
      rows + columns > 0
        ? {
            state: 'frozen',
            xSplit: columns,
            ySplit: rows,
            topLeftCell: cellAddress(rows + 1, columns + 1),
            activeCell: cellAddress(rows + 1, columns + 1),
            showGridLines: false,
            zoomScale: 90,
          }
        : { state: 'normal', showGridLines: false, zoomScale: 90 },
    ],
    pageSetup: {
      paperSize: 9, // A4
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: plan.onePage ? 1 : 0,
      margins: { left: 0.4, right: 0.4, top: 0.55, bottom: 0.6, header: 0.3, footer: 0.3 },
      // Columns and rows are told apart by exceljs at the colon only: `A1` would become `$A1`.
      printArea: `A$1:${lastColumn}$${plan.rows.length}`,
      ...(plan.titleRows && { printTitlesRow: `${plan.titleRows.first}:${plan.titleRows.last}` }),
    },
    headerFooter: {
      oddFooter: `&L&9 ${footerText(facts.title)}&C&9 ${facts.pageFooter}&R&9 ${footerText(plan.name)}`,
    },
  });
  // exceljs takes 9 for the default width, which it then leaves to a program that has another one.
  sheet.columns = widths.map((width) => ({ width: width === 9 ? 9.01 : width }));
  if (plan.filter !== undefined) {
    const { heading, last, columns: filtered } = plan.filter;
    sheet.autoFilter = `A${heading}:${columnLetters(filtered)}${last}`;
  }
  for (const [index, bar] of (plan.bars ?? []).entries()) {
    sheet.addConditionalFormatting({
      ref: `${cellAddress(bar.first, bar.column)}:${cellAddress(bar.last, bar.column)}`,
      rules: [
        {
          type: 'dataBar',
          priority: index + 1,
          cfvo: [
            { type: 'num', value: 0 },
            { type: 'num', value: 1 },
          ],
          color: { argb: 'FFBDD7EE' },
        } as Parameters<Worksheet['addConditionalFormatting']>[0]['rules'][number], // the types leave out `color`
      ],
    });
  }
  for (const { column, first, last, values } of plan.choices ?? []) {
    sheet.addConditionalFormatting({
      ref: `${cellAddress(first, column)}:${cellAddress(last, column)}`,
      rules: values.map(({ text, tone }, index) => ({
        type: 'cellIs',
        operator: 'equal',
        priority: (plan.bars?.length ?? 0) + index + 1,
        formulae: [`"${text}"`],
        style: toneWhere(tone),
      })),
    });
  }
  return sheet;
}

/** `&` begins a code in headers and footers; digits after a font size would be read as part of it. */
function footerText(text: string): string {
  return text.replaceAll('&', '&&');
}

/** Writes the rows of a sheet and gives the links in it. */
function writeSheet(
  sheet: Worksheet,
  plan: SheetPlan,
  widths: readonly number[],
  styleOf: (name: StyleName) => Partial<Style>,
): readonly SheetLink[] {
  const links: SheetLink[] = [];
  let number = 0;
  for (const rowPlan of plan.rows) {
    number += 1;
    const row = sheet.getRow(number);
    row.height = heightOf(rowPlan, widths);
    if (rowPlan.outline !== undefined) row.outlineLevel = rowPlan.outline;
    let column = 1;
    for (const cellPlan of rowPlan.cells) {
      const span = cellPlan.span ?? 1;
      for (let offset = 0; offset < span; offset += 1) {
        row.getCell(column + offset).style = styleOf(cellPlan.style);
      }
      write(row.getCell(column), cellPlan);
      if (cellPlan.link !== undefined && links.length < mostLinks) {
        links.push({ cell: cellAddress(number, column), ...targetOf(cellPlan.link) });
      }
      if (span > 1) sheet.mergeCells(number, column, number, column + span - 1);
      column += span;
    }
    row.commit();
  }
  for (const { column, first, last, values } of plan.choices ?? []) {
    const list = `"${values.map(({ text }) => text).join(',')}"`;
    const range = `${cellAddress(first, column)}:${cellAddress(last, column)}`;
    validationsOf(sheet).add(range, { type: 'list', allowBlank: true, formulae: [list] });
  }
  sheet.commit();
  return links;
}

function targetOf(link: NonNullable<CellPlan['link']>): LinkTarget {
  if ('path' in link) return link;
  return { path: null, location: sheetLocation(link.sheet, cellAddress(link.row, 1)) };
}

function write(cell: Cell, { value, style }: CellPlan): void {
  if (value === null) return;
  cell.value = typeof value === 'string' ? cellText(value, style === 'id' ? 'kept' : 'masked') : value;
}

/** The stream writer has a sheet's validations as the buffer writer has, but not in its types. */
function validationsOf(sheet: Worksheet): { add(range: string, validation: object): void } {
  // Typed on exceljs's own WorksheetWriter, which sets it in its constructor.
  return (sheet as unknown as { dataValidations: { add(range: string, validation: object): void } })
    .dataValidations;
}
