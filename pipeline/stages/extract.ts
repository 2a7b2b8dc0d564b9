import { cellAddress, columnLetters } from '../model/address.ts';
import type { Roster } from '../model/dossier.ts';
import { labelOf } from '../model/label.ts';
import type { AmountUnit } from '../model/money.ts';
import { type Period, yearOf } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import type { SourceFile } from '../model/source-file.ts';
import {
  type Gap,
  placeOf,
  projectOf,
  type ReadProblem,
  type Row,
  type RowSource,
  type Submission,
  type Table,
} from '../model/submission.ts';
import type { Template } from '../model/template.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { amountUnitClaim, type Evidence, signaturesIn } from './claims.ts';
import { extractCell, extractText } from './extract-cell.ts';
import { extractTable } from './extract-table.ts';
import type { FormCell } from './find-form.ts';
import type { Band, ColumnPath } from './heading-band.ts';
import { hideClassified } from './hide-classified.ts';
import { nearestHeading } from './match-columns.ts';
import { type PaidDay, periodClaim } from './period-claim.ts';
import type { Recognised, RecognisedTable } from './recognition.ts';
import { type Remark, surroundingsOf } from './surroundings.ts';
import type { TableCircumstances } from './table-body.ts';
import { extractTurned } from './turned-table.ts';
import { isUnitHeading, type NamedAt, unitClaim, unitInCell } from './unit-claim.ts';

/** What extraction knows besides the sheet. */
export interface ExtractCircumstances {
  readonly source: Pick<SourceFile, 'path' | 'sha256'>;
  readonly workbook: Pick<Workbook, 'format' | 'hasExternalLinks'>;
  readonly period: Period;
  readonly roster: Roster | null;
  /** How many rows of a table are held as values; those of a longer one are read whenever they are looked at. */
  readonly mostRowsHeld?: number | undefined;
  /** What the workbook's cover says. */
  readonly cover: readonly Remark[];
}

/** Quick to look at again and again, and little memory; what is longer stays with its cells. */
const mostRowsHeld = 10_000;

/** Reads a recognised sheet into a submission: its claims, its form, its tables, and what reading stumbled over. */
export function extract(
  sheet: Sheet,
  recognised: Recognised,
  circumstances: ExtractCircumstances,
): Submission {
  const { template } = recognised;
  const file = circumstances.source.path;
  const bands = [...recognised.tables.values()].map((table) => table.band);
  const firstHeading = Math.min(
    ...bands.map((band) => band.first),
    ...[...recognised.form.values()].map((cell) => cell.labelRow),
  );
  // The amount unit is needed to read bodies, and bodies are needed to know what stands around them: titles come first.
  const above = surroundingsOf(
    sheet,
    file,
    { first: recognised.rows.first, last: lastRowOf(recognised, sheet) },
    bodiesGuess(bands, sheet),
  );
  const { sheetLines } = recognised;
  const shared = sheetLines === null ? [] : surroundingsOf(sheet, file, sheetLines, []);
  const evidence: Evidence = {
    file,
    sheet: sheet.name,
    remarks: above,
    shared,
    cover: circumstances.cover,
    headingRow: firstHeading,
    columns: headingColumns(recognised, file, sheet.name),
  };
  const headings = amountHeadings(recognised, file, sheet.name);
  const formRows = new Set(
    [...recognised.form.values()].filter(({ isInTable }) => !isInTable).map((cell) => cell.labelRow),
  );
  const year = yearOf(circumstances.period);
  const read = (unit: AmountUnit): Bodies =>
    extractBodies(sheet, recognised, {
      file,
      lastRow: recognised.rows.last,
      otherBands: bands,
      formRows,
      unit,
      year,
      hasExternalLinks: circumstances.workbook.hasExternalLinks,
      mostRowsHeld: circumstances.mostRowsHeld ?? mostRowsHeld,
      isAllText: circumstances.workbook.format === 'csv' || circumstances.workbook.format === 'html',
    });
  const remarksAround = (bodies: readonly Band[]): readonly Remark[] =>
    surroundingsOf(sheet, file, { first: recognised.rows.first, last: lastRowOf(recognised, sheet) }, bodies);
  let amountUnit = amountUnitClaim(evidence, headings, template.amountUnit);
  let bodies = read(amountUnit.unit);
  const remarks = remarksAround(bodies.bands);
  if (!amountUnit.declared) {
    // 注：本表金额单位为元: a note may say what the lines above leave out.
    const notes = remarks.filter(({ text }) => text.includes('单位'));
    const noted = amountUnitClaim({ ...evidence, remarks: notes }, headings, template.amountUnit);
    if (noted.unit !== amountUnit.unit) bodies = read(noted.unit);
    amountUnit = noted;
  }
  const { tables } = bodies;
  const form = extractForm(sheet, recognised, file, amountUnit.unit, year);
  const unit = unitClaim(
    { ...evidence, remarks },
    unitOfForm(form.row),
    unitOfRows(tables) ?? unitOfUnknownColumn(sheet, tables),
    circumstances.roster,
  );
  const problems: ReadProblem[] = [
    // 填报单位：教育局 says what the label 部门名称 would.
    ...missingColumns(recognised, file, sheet.name).filter(
      ({ field }) => field !== 'unitName' || unit.from !== 'cell',
    ),
    ...bodies.problems,
  ];
  problems.push(
    ...form.problems,
    ...hiddenData(sheet, bodies.bands, tables, file),
    ...valuesUnderMerges(sheet, bodies.bands, file),
  );
  return {
    file,
    sha256: circumstances.source.sha256,
    sheet: sheet.name,
    template,
    score: recognised.score,
    unit,
    period: template.anyPeriod
      ? {
          period: circumstances.period,
          isYearAlone: false,
          from: 'run',
          place: { file, sheet: sheet.name, cell: null, label: null },
          conflicts: [],
        }
      : periodClaim(
          { ...evidence, remarks },
          circumstances.period,
          circumstances.roster,
          template.plansAhead,
          () => paidDays(tables),
        ),
    amountUnit,
    form: form.row,
    // One table for every table of the template, each read with that table's own layout.
    tables: tables as Submission['tables'],
    problems: hideClassified(problems, form.row, Object.values(tables)),
    signatures: signaturesIn(remarks),
    history: [],
    remarks: remarks.map(({ text, place }) => ({ text, place })),
  };
}

function lastRowOf(recognised: Recognised, sheet: Sheet): number {
  return Math.min(recognised.rows.last, sheet.rowCount);
}

/** The tables of a sheet, with what reading them stumbled over and the rows they take up. */
interface Bodies {
  readonly tables: Readonly<Record<string, Table>>;
  readonly problems: readonly ReadProblem[];
  readonly bands: readonly Band[];
}

function extractBodies(sheet: Sheet, recognised: Recognised, around: TableCircumstances): Bodies {
  const tables: Record<string, Table> = {};
  const problems: ReadProblem[] = [];
  const bands: Band[] = [];
  for (const [name, layout] of Object.entries(recognised.template.tables)) {
    const found = recognised.tables.get(name);
    if (found === undefined) {
      tables[name] = emptyTable(layout, around.file, sheet.name);
      continue;
    }
    const extracted =
      found.turned === undefined
        ? extractTable(sheet, found, around)
        : extractTurned(sheet, found, found.turned, around);
    tables[name] = extracted.table;
    problems.push(...extracted.problems);
    bands.push({ first: found.band.first, last: extracted.end - 1 });
  }
  return { tables, problems, bands };
}

/** Before bodies are read: everything below a heading counts as body, so that only what stands above it is heard. */
function bodiesGuess(bands: readonly Band[], sheet: Sheet): readonly Band[] {
  return bands.map((band) => ({ first: band.first, last: sheet.rowCount }));
}

function headingColumns(recognised: Recognised, file: string, sheet: string): Evidence['columns'] {
  return [...recognised.tables.values()].flatMap((table) =>
    [...table.columns.matches.values()].map(({ path }) => ({
      column: path.column,
      heading: path.written,
      unit: '元' as AmountUnit,
      month: path.labels.findLast((label) => label.month !== null)?.month ?? null,
      place: { file, sheet, cell: headingCell(table, path), label: path.written },
    })),
  );
}

/** Where a heading stands. */
export function headingCell({ band, turned }: RecognisedTable, { column, row }: ColumnPath): string {
  return turned === undefined || row === undefined
    ? cellAddress(band.last, column)
    : cellAddress(row, turned.labelColumn);
}

function amountHeadings(
  recognised: Recognised,
  file: string,
  sheet: string,
): { unit: AmountUnit | null; place: Place }[] {
  const headings: { unit: AmountUnit | null; place: Place }[] = [];
  for (const table of recognised.tables.values()) {
    // 项目资金（万元）: the corner of a table, or a label at its side, says it for all its columns.
    const names = table.columns.matches.get(table.words.layout.identity.name)?.path;
    const unnamed = table.columns.unknown.filter(
      names === undefined ? isWordsBefore(table) : isLeftOf(names),
    );
    const corners = names === undefined ? unnamed : [names, ...unnamed];
    const corner = table.turned?.unit ?? corners.map(unitOfPath).find((unit) => unit !== null) ?? null;
    for (const [name, { path }] of table.columns.matches) {
      const field = table.words.layout.fields[name];
      if (field?.kind !== 'amount' || field.unit !== undefined) continue;
      headings.push({
        unit: unitOfPath(path) ?? corner,
        place: { file, sheet, cell: headingCell(table, path), label: path.written },
      });
    }
  }
  return headings;
}

function isLeftOf({ column }: ColumnPath): (other: ColumnPath) => boolean {
  return (other) => other.column < column;
}

/** 资金使用情况（元）, above the names of rows where no column is known to be those. */
function isWordsBefore({ columns, words }: RecognisedTable): (other: ColumnPath) => boolean {
  const amounts = [...columns.matches].filter(([field]) => words.layout.fields[field]?.kind === 'amount');
  const first = Math.min(...amounts.map(([, { path }]) => path.column));
  return ({ column, holds }) => column < first && holds === 'words';
}

function unitOfPath({ labels }: ColumnPath): AmountUnit | null {
  return labels.findLast((label) => label.unit !== null)?.unit ?? null;
}

function missingColumns(recognised: Recognised, file: string, sheet: string): readonly ReadProblem[] {
  const problems = eachMissing(recognised, file, sheet);
  if (!isTablesAlone(recognised)) return problems;
  const labels = problems.filter((_, index) => recognised.missing[index]?.table === null);
  const [first] = labels;
  if (first === undefined) return problems;
  const all = labels.map(({ raw }) => raw).join('、');
  const together = { ...first, place: { ...first.place, label: all }, raw: all, field: null };
  return [together, ...problems.filter((problem) => !labels.includes(problem))];
}

/**
 * Whether a sheet has a table of a form and nothing of the form's own prose: the costs of a project without its account
 * lack one thing, the account, not each of its labels.
 */
function isTablesAlone({ template, tables, missing }: Recognised): boolean {
  const prose = Object.entries(template.form).filter(([, field]) => field.required && field.prose);
  return (
    tables.size > 0 &&
    prose.length > 0 &&
    prose.every(([name]) => missing.some(({ table, field }) => table === null && field === name))
  );
}

function eachMissing(recognised: Recognised, file: string, sheet: string): readonly ReadProblem[] {
  return recognised.missing.map(({ table, field }): ReadProblem => {
    const layout = table === null ? undefined : recognised.template.tables[table];
    const found = table === null ? undefined : recognised.tables.get(table);
    const title = (layout?.fields ?? recognised.template.form)[field]?.title.zh ?? field;
    return {
      kind: 'missing-column',
      place: {
        file,
        sheet,
        cell: found === undefined ? null : `${found.band.last}:${found.band.last}`,
        label: title,
      },
      raw: title,
      read:
        layout === undefined || found === undefined
          ? ''
          : nearestHeading(field, layout, found.columns.unknown),
      field,
      project: null,
    };
  });
}

function emptyTable(layout: Template['tables'][string], file: string, sheet: string): Table {
  return {
    layout,
    fields: layout.fields,
    file,
    sheet,
    columns: new Map(),
    headingRows: { first: 0, last: 0 },
    rows: [],
    totals: [],
    subtotals: [],
    ofWhich: [],
    columnFormulas: new Map(),
    unknownColumns: new Map(),
  };
}

function extractForm(
  sheet: Sheet,
  recognised: Recognised,
  file: string,
  unit: AmountUnit,
  year: number,
): { readonly row: Row; readonly problems: readonly ReadProblem[] } {
  const fields = recognised.template.form;
  const source: RowSource = {
    file,
    sheet: sheet.name,
    fields,
    identity: 'projectName' in fields ? { name: 'projectName' } : null,
    columns: new Map(),
    cells: new Map(
      [...recognised.form].map(([name, cell]) => [
        name,
        { row: cell.row, column: cell.column, label: cell.label },
      ]),
    ),
    headingRow: 0,
    unit,
  };
  const values: Record<string, unknown> = {};
  const gaps: Record<string, Gap> = {};
  const found: {
    readonly field: string;
    readonly problem: Omit<ReadProblem, 'place' | 'field' | 'project'>;
  }[] = [];
  for (const [name, field] of Object.entries(fields)) {
    values[name] = null;
    const cell = recognised.form.get(name);
    if (cell === undefined) continue;
    const how = { unit: field.unit ?? unitOfLabel(cell) ?? unit, year, rateScale: 'ratio' as const };
    const read =
      cell.inline === null
        ? extractCell(sheet, cell.row, cell.column, field, how)
        : extractText(cell.inline, field, how);
    values[name] = read.value;
    if (read.gap !== null) gaps[name] = read.gap;
    if (read.gap === 'placeholder' && field.mustFill)
      found.push({ field: name, problem: { kind: 'placeholder', raw: cell.inline ?? '', read: '' } });
    for (const problem of read.problems) found.push({ field: name, problem });
  }
  // Every value was read by the kind of its field.
  const row: Row = {
    values: values as Row['values'],
    gaps,
    number: 0,
    level: 0,
    label: '',
    parent: null,
    classified: Object.values(gaps).includes('classified'),
    source,
  };
  return {
    row,
    problems: found.map(({ field, problem }) => ({
      ...problem,
      field,
      place: placeOf(row, field),
      project: projectOf(row),
    })),
  };
}

function unitOfLabel(cell: FormCell): AmountUnit | null {
  return labelOf(cell.label).unit;
}

/** The days on which rows say that money was paid or taken in. */
function paidDays(tables: Readonly<Record<string, Table>>): readonly PaidDay[] {
  return Object.values(tables).flatMap(({ rows, columns }) =>
    ['paidOn', 'collectedOn', 'remittedOn']
      .filter((field) => columns.has(field))
      .flatMap((field) =>
        rows.flatMap((row) => {
          const day = row.values[field];
          return typeof day === 'string' ? [{ day, place: placeOf(row, field) }] : [];
        }),
      ),
  );
}

/** The unit that the rows of a table name, where all name the same. */
function unitOfRows(tables: Readonly<Record<string, Table>>): NamedAt | null {
  let named: NamedAt | null = null;
  for (const { rows, columns } of Object.values(tables)) {
    if (!columns.has('unitName')) continue;
    for (const row of rows) {
      const text = row.values.unitName;
      if (typeof text !== 'string') continue;
      if (named !== null && named.text !== text) return null;
      named ??= { text, place: placeOf(row, 'unitName') };
    }
  }
  return named;
}

/** Rows looked at for the unit they name: a batch has one from its first row on, or others soon and throughout. */
const rowsSampled = 200;

/** The one unit in a column that the template has no use for: an export names it in every row, and nowhere else. */
function unitOfUnknownColumn(sheet: Sheet, tables: Readonly<Record<string, Table>>): NamedAt | null {
  for (const { rows, unknownColumns, file } of Object.values(tables)) {
    const [column] = [...unknownColumns].find(([, heading]) => isUnitHeading(heading)) ?? [];
    if (column === undefined) continue;
    const step = Math.max(1, Math.ceil(rows.length / rowsSampled));
    const names = new Set<string>();
    for (let at = 0; at < rows.length && names.size < 2; at += step) {
      const value = sheet.value(rows[at]?.number ?? 0, column);
      if (value !== null) names.add(typeof value === 'string' ? unitInCell(value) : '');
    }
    const [text = ''] = names;
    const cell = cellAddress(rows[0]?.number ?? 0, column);
    if (names.size === 1 && text !== '')
      return { text, place: { file, sheet: sheet.name, cell, label: null } };
  }
  return null;
}

function unitOfForm(form: Row): NamedAt | null {
  for (const name of ['unitName', 'applicant', 'department']) {
    const value = form.values[name];
    if (typeof value === 'string' && value !== '') return { text: value, place: placeOf(form, name) };
  }
  return null;
}

/** Rows and columns of a table that are hidden and hold values; a hidden sheet as a whole. */
function hiddenData(
  sheet: Sheet,
  bodies: readonly Band[],
  tables: Readonly<Record<string, Table>>,
  file: string,
): readonly ReadProblem[] {
  const problem = (cell: string | null, raw: string): ReadProblem => ({
    kind: 'hidden-data',
    place: { file, sheet: sheet.name, cell, label: null },
    raw,
    read: '',
    field: null,
    project: null,
  });
  if (sheet.visibility !== 'visible') return [problem(null, 'sheet')];
  const problems: ReadProblem[] = [];
  for (const span of sheet.hiddenRows) {
    for (const body of bodies) {
      let count = 0;
      const first = Math.max(span.first, body.first);
      const last = Math.min(span.last, body.last);
      for (let row = first; row <= last; row += 1) count += sheet.filledColumns(row).length;
      if (count > 0) problems.push(problem(`${first}:${last}`, `row ${count}`));
    }
  }
  for (const span of sheet.hiddenColumns) {
    for (const table of Object.values(tables)) {
      for (const { column } of table.columns.values()) {
        if (column < span.first || column > span.last) continue;
        const count = table.rows.filter((row) => sheet.value(row.number, column) !== null).length;
        if (count > 0)
          problems.push(problem(`${columnLetters(column)}:${columnLetters(column)}`, `column ${count}`));
      }
    }
  }
  return problems;
}

/** Values that stand under a merge, where nobody sees them. */
function valuesUnderMerges(sheet: Sheet, bodies: readonly Band[], file: string): readonly ReadProblem[] {
  const problems: ReadProblem[] = [];
  for (const merge of sheet.merges) {
    if (!bodies.some((body) => merge.top <= body.last && merge.bottom >= body.first)) continue;
    if ((merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) > 2000) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) {
        const value = sheet.value(row, column);
        if (value === null || (row === merge.top && column === merge.left)) continue;
        problems.push({
          kind: 'merged-value',
          place: { file, sheet: sheet.name, cell: cellAddress(row, column), label: null },
          raw: typeof value === 'object' ? '' : String(value),
          read: '',
          field: null,
          project: null,
        });
      }
    }
  }
  return problems;
}
