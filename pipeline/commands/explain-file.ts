import { realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isPassedOver, openSource, readWorkbook } from '../formats/index.ts';
import { columnLetters } from '../model/address.ts';
import type { Roster } from '../model/dossier.ts';
import { type Period, periodOf } from '../model/period.ts';
import { isRefusal } from '../model/refusal.ts';
import type { Submission } from '../model/submission.ts';
import type { Text } from '../model/text.ts';
import { headingCell } from '../stages/extract.ts';
import { extractSheets } from '../stages/extract-sheets.ts';
import type { ColumnPath } from '../stages/heading-band.ts';
import { nearestHeading } from '../stages/match-columns.ts';
import { officialVocabulary } from '../stages/official-vocabulary.ts';
import { withoutReview } from '../stages/read-returned.ts';
import { recognise } from '../stages/recognise.ts';
import type { Recognised, RecognisedTable } from '../stages/recognition.ts';

/** What `identify` says of one file. */
export interface FileExplained {
  readonly file: string;
  readonly refusal: { readonly code: string; readonly message: Text } | null;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly sheets: readonly SheetExplained[];
}

/** What it says of one sheet; without a template the nearest one and what speaks against it. */
export interface SheetExplained {
  readonly sheet: string;
  readonly template: string | null;
  readonly title: Text | null;
  readonly score: number | null;
  /** The text that was taken for its title; null where headings alone decided. */
  readonly titleText: string | null;
  readonly runnerUp: { readonly template: string; readonly title: Text; readonly score: number } | null;
  /** For a sheet that fits none: the nearest template and what it lacks. */
  readonly nearest: {
    readonly template: string;
    readonly title: Text;
    readonly score: number;
    readonly missing: readonly { readonly title: string; readonly nearest: string }[];
    /** Headings and labels that fit it, and headings that do not, as written. */
    readonly fitting: readonly string[];
    readonly unknown: readonly string[];
  } | null;
  readonly unit: { readonly name: string; readonly from: string; readonly nearest: string | null } | null;
  readonly period: {
    /** The year alone where nothing gives a month. */
    readonly period: string;
    readonly from: string;
    readonly conflicts: readonly string[];
  } | null;
  readonly amountUnit: { readonly unit: string; readonly declared: boolean } | null;
  /** Labels with the cell of their value. */
  readonly form: readonly {
    readonly field: string;
    readonly title: Text;
    readonly label: string;
    readonly cell: string;
    readonly likeness: number;
  }[];
  readonly tables: readonly TableExplained[];
}

/** What it says of one table of a sheet. */
export interface TableExplained {
  readonly table: string;
  readonly title: Text;
  readonly headingRows: { readonly first: number; readonly last: number };
  readonly rows: {
    readonly data: number;
    readonly totals: number;
    readonly subtotals: number;
    readonly ofWhich: number;
  };
  readonly columns: readonly {
    /** Where headings stand in front of rows instead: the cell of the heading. */
    readonly column: string;
    readonly heading: string;
    readonly field: string;
    readonly title: Text;
    /** path, label: the words are equal. near: they are alike, by how much `likeness` says. */
    readonly how: string;
    readonly by: string;
    readonly likeness: number;
    readonly unit: string | null;
  }[];
  readonly unknown: readonly { readonly column: string; readonly heading: string }[];
  readonly missing: readonly { readonly title: string; readonly nearest: string }[];
}

/** What a file was taken for, sheet by sheet; a refusal where it cannot be read. */
export async function explainFile(
  path: string,
  period: Period | null,
  roster: Roster | null,
  passwords: readonly string[],
): Promise<FileExplained> {
  const file = basename(path);
  const nothing = { file, format: null, encoding: null, sheets: [] };
  const target = await realpath(resolve(path)).catch(() => null);
  if (target === null)
    return {
      ...nothing,
      refusal: { code: 'NOT_FOUND', message: { zh: '找不到这个文件。', en: 'There is no such file.' } },
    };
  const source = await openSource(target, file);
  if (isPassedOver(source))
    return {
      ...nothing,
      refusal: {
        code: 'NOT_A_FILE',
        message: { zh: `${source.reason.zh}，未读取。`, en: `${source.reason.en}; not read.` },
      },
    };
  if (isRefusal(source)) return { ...nothing, refusal: source };
  const opened = await readWorkbook(source, { passwords });
  if (isRefusal(opened)) return { ...nothing, refusal: opened };
  const { workbook } = withoutReview(opened);
  const lookedAt = workbook.sheets.map((sheet) => ({
    sheet,
    recognition: recognise(sheet, file, officialVocabulary),
  }));
  const submissions = extractSheets(lookedAt, { source, workbook, period: period ?? thisYear(), roster });
  const sheets = lookedAt.flatMap(({ sheet, recognition }, index): SheetExplained[] => {
    const { best, runnerUp } = recognition;
    if (recognition.taken.length === 0) {
      const nearest =
        best === null
          ? null
          : {
              template: best.template.id,
              title: best.template.title,
              score: best.score,
              missing: missingOf(best),
              ...headingsOf(best),
            };
      return [
        {
          sheet: sheet.name,
          template: null,
          title: null,
          score: null,
          titleText: best?.title ?? null,
          runnerUp: named(runnerUp),
          nearest,
          unit: null,
          period: null,
          amountUnit: null,
          form: [],
          tables: [],
        },
      ];
    }
    return recognition.taken.flatMap((recognised, at) => {
      const submission = submissions[index]?.[at];
      return submission === undefined ? [] : [explainSheet(submission, recognised, period, named(runnerUp))];
    });
  });
  return { file, refusal: null, format: workbook.format, encoding: workbook.encoding, sheets };
}

/** What dates without a year are read by where no period was asked for. */
function thisYear(): Period {
  return periodOf(new Date().getFullYear(), 1);
}

function explainSheet(
  submission: Submission,
  recognised: Recognised,
  period: Period | null,
  runnerUp: SheetExplained['runnerUp'],
): SheetExplained {
  const { unit, amountUnit } = submission;
  return {
    sheet: submission.sheet,
    template: submission.template.id,
    title: submission.template.title,
    score: submission.score,
    titleText: recognised.title,
    runnerUp,
    nearest: null,
    unit: { name: unit.name, from: unit.from, nearest: unit.nearest },
    period:
      period === null && submission.period.from === 'run'
        ? null
        : {
            // Without a run there is no month to complete a year alone with.
            period:
              period === null && submission.period.isYearAlone
                ? submission.period.period.slice(0, 4)
                : submission.period.period,
            from: submission.period.from,
            conflicts: period === null ? [] : submission.period.conflicts.map((conflict) => conflict.stated),
          },
    amountUnit: { unit: amountUnit.unit, declared: amountUnit.declared },
    form: [...recognised.form].map(([field, cell]) => ({
      field,
      title: recognised.template.form[field]?.title ?? { zh: field, en: field },
      label: cell.label,
      cell: `${columnLetters(cell.column)}${cell.row}`,
      likeness: rounded(cell.likeness),
    })),
    tables: [...recognised.tables.values()].map((table): TableExplained => {
      const read = submission.tables[table.name];
      return {
        table: table.name,
        title: table.words.layout.title,
        headingRows: table.band,
        rows: {
          data: read?.rows.length ?? 0,
          totals: read?.totals.length ?? 0,
          subtotals: read?.subtotals.length ?? 0,
          ofWhich: read?.ofWhich.length ?? 0,
        },
        columns: [...table.columns.matches]
          .map(([field, match]) => ({
            path: match.path,
            heading: match.path.written,
            field,
            title: table.words.layout.fields[field]?.title ?? { zh: field, en: field },
            how: match.how,
            by: match.heading,
            likeness: rounded(match.likeness),
            unit:
              table.words.layout.fields[field]?.kind === 'amount'
                ? (read?.columns.get(field)?.unit ?? null)
                : null,
          }))
          .sort(
            (one, other) =>
              one.path.column - other.path.column || (one.path.row ?? 0) - (other.path.row ?? 0),
          )
          .map(({ path, ...column }) => ({ column: whereIs(table, path), ...column })),
        unknown: table.columns.unknown.map((path) => ({
          column: columnLetters(path.column),
          heading: path.written,
        })),
        missing: submission.problems
          .filter(
            (problem) =>
              problem.kind === 'missing-column' &&
              table.words.layout.fields[problem.field ?? ''] !== undefined,
          )
          .map((problem) => ({ title: problem.raw, nearest: problem.read })),
      };
    }),
  };
}

function whereIs(table: RecognisedTable, path: ColumnPath): string {
  return path.row === undefined ? columnLetters(path.column) : headingCell(table, path);
}

function named(recognised: Recognised | null): SheetExplained['runnerUp'] {
  if (recognised === null) return null;
  const { template, score } = recognised;
  return { template: template.id, title: template.title, score };
}

function rounded(likeness: number): number {
  return Math.round(likeness * 100) / 100;
}

/** The headings of a sheet in its own words: those that fit a template, and those that do not. */
function headingsOf({ tables, form }: Recognised): {
  readonly fitting: readonly string[];
  readonly unknown: readonly string[];
} {
  const columns = [...tables.values()].map((table) => table.columns);
  const matched = columns.flatMap(({ matches }) => [...matches.values()].map(({ path }) => path));
  const written = (paths: readonly ColumnPath[]) =>
    paths.toSorted((one, other) => one.column - other.column).map((path) => path.written);
  return {
    fitting: [...[...form.values()].map(({ label }) => label), ...written(matched)],
    unknown: written(columns.flatMap(({ unknown }) => unknown)),
  };
}

/** What the nearest template asks for and the sheet lacks, each with the heading on the sheet that comes nearest. */
function missingOf(recognised: Recognised): readonly { readonly title: string; readonly nearest: string }[] {
  return recognised.missing.map(({ table, field }) => {
    const layout = table === null ? undefined : recognised.template.tables[table];
    const unknown = table === null ? [] : (recognised.tables.get(table)?.columns.unknown ?? []);
    const title = (layout?.fields ?? recognised.template.form)[field]?.title.zh ?? field;
    return { title, nearest: layout === undefined ? '' : nearestHeading(field, layout, unknown) };
  });
}
