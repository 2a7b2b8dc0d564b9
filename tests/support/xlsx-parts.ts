import { createHash } from 'node:crypto';
import { defaultLimits, type Limits } from '../../pipeline/formats/limits.ts';
import { readXlsx } from '../../pipeline/formats/xlsx/index.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';
import type { Sheet, Workbook } from '../../pipeline/model/workbook.ts';
import { buildZip, type ZipOptions, type ZipPart } from './zip-builder.ts';

export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a small workbook consists of; every part that is not given is a plain one. */
export interface WorkbookParts {
  /** What stands between `<worksheet …>` and `</worksheet>` of the only sheet. */
  readonly sheet?: string;
  /** What stands in `<sst …>`; without it there is no such part. */
  readonly strings?: string;
  /** What stands in `<styleSheet …>`; without it there is no such part. */
  readonly styles?: string;
  /** What stands in `<workbook …>`. */
  readonly workbook?: string;
  /** Further relationships of the workbook. */
  readonly links?: string;
  /** Parts added to the others, or put in place of those of the same name. */
  readonly parts?: readonly ZipPart[];
  readonly zip?: ZipOptions;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a workbook, to be changed before they are zipped. */
export function workbookParts(workbook: WorkbookParts = {}): ZipPart[] {
  const part = (name: string, xml: string): ZipPart => ({ name, data: declaration + xml });
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationshipNamespace}/${type}" Target="${target}"/>`;
  const kind = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const links = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const root = (name: string, content: string) =>
    `<${name} xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}">${content}</${name}>`;

  const parts = [
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
        kind('workbook', 'sheet.main') +
        kind('worksheets/sheet1', 'worksheet') +
        (workbook.strings === undefined ? '' : kind('sharedStrings', 'sharedStrings')) +
        (workbook.styles === undefined ? '' : kind('styles', 'styles')) +
        '</Types>',
    ),
    part('_rels/.rels', links(link('rId1', 'officeDocument', 'xl/workbook.xml'))),
    part(
      'xl/workbook.xml',
      root('workbook', workbook.workbook ?? '<sheets><sheet name="支出" sheetId="1" r:id="rId1"/></sheets>'),
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      links(
        link('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          (workbook.strings === undefined ? '' : link('rId2', 'sharedStrings', 'sharedStrings.xml')) +
          (workbook.styles === undefined ? '' : link('rId3', 'styles', 'styles.xml')) +
          (workbook.links ?? ''),
      ),
    ),
    part('xl/worksheets/sheet1.xml', root('worksheet', workbook.sheet ?? '<sheetData/>')),
  ];
  if (workbook.strings !== undefined) parts.push(part('xl/sharedStrings.xml', root('sst', workbook.strings)));
  if (workbook.styles !== undefined) parts.push(part('xl/styles.xml', root('styleSheet', workbook.styles)));
  const replaced = new Map(parts.map((each) => [each.name, each]));
  for (const each of workbook.parts ?? []) replaced.set(each.name, each);
  return [...replaced.values()];
}

/** The bytes of a workbook. */
export function buildWorkbook(workbook: WorkbookParts = {}): Buffer {
  return buildZip(workbookParts(workbook), workbook.zip);
}

/** What the reader makes of bytes: a workbook, or the code of its refusal. */
export async function readBytes(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Workbook | string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const result = await readXlsx({ path: '支出.xlsx', bytes, sha256 }, { ...defaultLimits, ...limits });
  return isRefusal(result) ? result.code : result;
}

/** The first sheet of a workbook that must be readable. */
export async function readSheet(workbook: WorkbookParts, limits: Partial<Limits> = {}): Promise<Sheet> {
  const result = await readBytes(buildWorkbook(workbook), limits);
  const sheet = typeof result === 'string' ? undefined : result.sheets[0];
  if (sheet === undefined) throw new Error(`no sheet: ${typeof result === 'string' ? result : 'none'}`);
  return sheet;
}

/** All that a sheet holds, by address, as plain data that can be compared. */
export function cellsOf(sheet: Sheet): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const row of Array.from(sheet.filledRows)) {
    for (const column of Array.from(sheet.filledColumns(row))) {
      cells[`R${row}C${column}`] = {
        value: sheet.value(row, column),
        formula: sheet.formula(row, column),
        uncalculated: sheet.isUncalculated(row, column),
        numberFormat: sheet.numberFormat(row, column),
      };
    }
  }
  return cells;
}

/** A workbook as plain data that can be compared. */
export function contentOf(workbook: Workbook): unknown {
  return {
    ...workbook,
    definedNames: [...workbook.definedNames],
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      size: [sheet.rowCount, sheet.columnCount],
      merges: sheet.merges,
      hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns,
      validations: sheet.validations,
      cells: cellsOf(sheet),
    })),
  };
}
