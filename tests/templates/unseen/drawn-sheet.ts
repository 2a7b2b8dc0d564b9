import { type Cell, type SheetPlan, writeWorkbook } from '../../../fixtures/write-workbook.ts';
import { cellAddress } from '../../../pipeline/model/address.ts';
import { toFen } from '../../../pipeline/model/money.ts';
import type { Row, Submission, Table } from '../../../pipeline/model/submission.ts';
import { extractSheets } from '../../../pipeline/stages/extract-sheets.ts';
import { officialVocabulary } from '../../../pipeline/stages/official-vocabulary.ts';
import { recognise } from '../../../pipeline/stages/recognise.ts';
import { workbookOf } from '../as-read.ts';

/**
 * A whole sheet as an office typed it, drawn as text, with what must be read from it:
 *
 *     ### 云岫县水利局2024年8月项目支出进度.xlsx | 进度      file, sheet
 *     => T01 云岫县水利局 2024-08 万元 3                     template, unit (A/B: either), period or year, unit of amount, rows
 *     T:云岫县水利局2024年1—8月项目支出进度情况表            a line merged across the sheet
 *     序号{seq}|项目名称{projectName}|1-8月支付|<            one cell after the other; < is merged with its left neighbour,
 *     ^|^|金额{cumActual}|占预算%{execRate}                  ^ with the one above; {field} says what the column means
 *     1|水库除险加固|512.5{=}|58.24%                         {=} says that this value must be in the field of its column,
 *     实施单位|云岫县水利局{@unitName}                       {@field} that a value beside its label is that of a field
 *
 * `=> none~T06` is a sheet that is no template's, and which one may be named as the nearest.
 */
export interface DrawnSheet {
  readonly file: string;
  readonly template: string;
  /** The only template that may be named as the nearest of a sheet that is none; null where any may. */
  readonly nearest: string | null;
  readonly units: readonly string[];
  readonly period: string;
  readonly amountUnit: string;
  readonly rows: number;
  readonly marks: readonly Mark[];
  readonly plan: SheetPlan;
}

interface Mark {
  readonly row: number;
  readonly column: number;
  readonly means: string;
  readonly text: string;
}

export function drawnSheets(text: string): readonly DrawnSheet[] {
  return text.split(/^### /m).slice(1).map(drawn);
}

function drawn(block: string): DrawnSheet {
  const [head = '', truth = '', ...lines] = block.trimEnd().split('\n');
  const [file = '', name = ''] = head.split(' | ');
  const [kind = '', units = '', period = '', amountUnit = '', rows = ''] = truth.slice(3).split(' ');
  const [template = '', nearest = null] = kind.split('~');
  const marks: Mark[] = [];
  const grid = lines.map((line, index) =>
    line.startsWith('T:')
      ? [line.slice(2)]
      : line.split('|').map((cell, at) => {
          const [, text = cell, means] = /^(.*?)\{([^}]*)\}$/.exec(cell) ?? [];
          if (means !== undefined) marks.push({ row: index + 1, column: at + 1, means, text });
          return text;
        }),
  );
  const width = Math.max(...grid.map((cells) => cells.length));
  return {
    file,
    template,
    nearest,
    units: units.split('/'),
    period,
    amountUnit,
    rows: Number(rows),
    marks,
    plan: {
      name,
      columns: Array.from({ length: width }, () => ({ width: 12, format: 'General' })),
      rows: grid.map((cells, index) => ({
        look: lines[index]?.startsWith('T:') ? 'title' : 'body',
        cells: cells.map(cellOf),
      })),
      merges: [
        ...lines.flatMap((line, index) =>
          line.startsWith('T:') ? [`${cellAddress(index + 1, 1)}:${cellAddress(index + 1, width)}`] : [],
        ),
        ...mergesIn(grid),
      ],
    },
  };
}

function cellOf(text: string): Cell {
  if (text === '' || text === '<' || text === '^') return null;
  // Longer numbers are codes, which offices keep as text.
  if (/^-?(?!0\d)\d{1,13}(\.\d+)?$/.test(text)) return Number(text);
  const percent = /^(-?\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  return percent === undefined ? text : { value: Number(percent) / 100, format: '0.00%' };
}

function mergesIn(grid: readonly (readonly string[])[]): readonly string[] {
  return grid.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      if (text === '<' || text === '^') return [];
      let [right, bottom] = [column, row];
      while (cells[right + 1] === '<') right += 1;
      while (grid[bottom + 1]?.[column] === '^') bottom += 1;
      if (right === column && bottom === row) return [];
      return [`${cellAddress(row + 1, column + 1)}:${cellAddress(bottom + 1, right + 1)}`];
    }),
  );
}

/** A month no sheet is about: what is read as this was not read from the sheet. */
const run = '2024-01';

/** Everything that was read from a sheet otherwise than it is meant. */
export async function misreadIn(sheet: DrawnSheet): Promise<readonly string[]> {
  const workbook = await workbookOf(sheet.file, await writeWorkbook([sheet.plan]));
  const looked = workbook.sheets.map((one) => ({
    sheet: one,
    recognition: recognise(one, sheet.file, officialVocabulary),
  }));
  const source = { path: sheet.file, sha256: '0'.repeat(64) };
  const submissions = extractSheets(looked, { source, workbook, period: run, roster: null }).flat();
  const taken = submissions.map(({ template }) => template.id).join(' and ') || 'none';
  const best = looked[0]?.recognition.best ?? null;
  if (sheet.template === 'none' && sheet.nearest !== null && best?.template.id !== sheet.nearest)
    return [`nearest ${best?.template.id}`];
  const [submission] = submissions;
  if (taken !== sheet.template || submission === undefined)
    return taken === sheet.template ? [] : [`taken for ${taken} (${best?.template.id} ${best?.score})`];
  const { unit, period, amountUnit, tables, template } = submission;
  const own: readonly Table[] = Object.values(tables);
  const counts = own.map(({ rows }) => rows.length);
  // A form is as long as its indicators, whatever else stands on it.
  const rows = tables.indicators?.rows.length ?? Math.max(...counts);
  const month = sheet.period.length === 4 ? `${sheet.period}-01` : sheet.period;
  return [
    ...(sheet.units.includes(unit.name) ? [] : [`unit ${unit.name}`]),
    ...(template.anyPeriod || period.period === month ? [] : [`period ${period.period}`]),
    ...(sheet.amountUnit === '-' || amountUnit.unit === sheet.amountUnit ? [] : [`unit ${amountUnit.unit}`]),
    ...(rows === sheet.rows ? [] : [`${rows} rows`]),
    ...sheet.marks.flatMap((mark) => misreadAt(mark, submission)),
  ];
}

function misreadAt(mark: Mark, submission: Submission): readonly string[] {
  const { row, column, means, text } = mark;
  const at = `${cellAddress(row, column)} ${text}`;
  if (means === '=') {
    const values = valuesAt(mark, submission);
    return values.some(({ isRight }) => isRight)
      ? []
      : [`${at}: ${values.map(({ value }) => String(value)).join() || 'nothing'}`];
  }
  const read = means.startsWith('@') ? fieldsBeside(mark, submission) : fieldsBelow(mark, submission);
  const wanted = means.replace('@', '').split('/');
  const isRight = wanted.some((field) => read.some((one) => one === field || one.endsWith(`.${field}`)));
  return isRight ? [] : [`${at}: ${read.join() || 'nothing'} instead of ${wanted.join(' or ')}`];
}

const tallestHeading = 3;

/** The fields a heading was taken for, as `table.field`. */
function fieldsBelow({ row, column }: Mark, { tables }: Submission): readonly string[] {
  return Object.entries(tables).flatMap(([name, { columns, headingRows }]) =>
    headingRows.last < row || headingRows.last > row + tallestHeading
      ? []
      : [...columns].filter(([, one]) => one.column === column).map(([field]) => `${name}.${field}`),
  );
}

/** The fields a value beside a label was taken for, of the form or of a table among its labels. */
function fieldsBeside({ row, column }: Mark, { form, tables, unit }: Submission): readonly string[] {
  return [
    // The unit is read from its line whether or not the form has a field for it.
    ...(unit.place.cell === cellAddress(row, column) || unit.place.cell === cellAddress(row, column - 1)
      ? ['unitName']
      : []),
    ...[...(form.source.cells ?? [])]
      .filter(([, cell]) => cell.row === row && cell.column === column)
      .map(([field]) => field),
    ...Object.entries(tables).flatMap(([name, table]) =>
      rowsOf(table).flatMap(({ number, source }) =>
        source.cells === null
          ? number === row
            ? [...table.columns]
                .filter(([, one]) => one.column === column)
                .map(([field]) => `${name}.${field}`)
            : []
          : [...source.cells]
              .filter(([, cell]) => cell.row === row && cell.column === column)
              .map(([field]) => `${name}.${field}`),
      ),
    ),
  ];
}

function rowsOf({ rows, totals, subtotals, ofWhich }: Table): readonly Row[] {
  return [...rows, ...totals, ...subtotals, ...ofWhich];
}

function valuesAt(
  { row, column, text }: Mark,
  { tables, amountUnit }: Submission,
): readonly { readonly value: unknown; readonly isRight: boolean }[] {
  return Object.values(tables).flatMap((table: Table) =>
    table.rows
      .filter(({ number }) => number === row)
      .flatMap(({ values }) =>
        [...table.columns]
          .filter(([, one]) => one.column === column)
          .map(([field]) => {
            const value = values[field];
            const kind = table.fields[field]?.kind;
            const unit = table.fields[field]?.unit ?? amountUnit.unit;
            return { value, isRight: isRightValue(value, kind, text, (own) => toFen(own, unit)) };
          }),
      ),
  );
}

function isRightValue(
  value: unknown,
  kind: string | undefined,
  text: string,
  fen: (own: number) => number,
): boolean {
  const figure = Number(text.replace(/[%,]/g, ''));
  if (kind === 'amount') return value === fen(figure);
  if (kind === 'rate') return typeof value === 'number' && Math.abs(value * 100 - figure) < 1e-6;
  if (kind === 'number') return value === figure;
  if (kind === 'text' || kind === 'code') return String(value) === text;
  return value !== null && value !== undefined;
}
