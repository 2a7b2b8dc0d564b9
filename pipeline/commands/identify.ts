import { realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isPassedOver, openSource, readWorkbook } from '../formats/index.ts';
import { columnLetters } from '../model/address.ts';
import type { Roster } from '../model/dossier.ts';
import type { Period } from '../model/period.ts';
import { isRefusal } from '../model/refusal.ts';
import type { Submission } from '../model/submission.ts';
import type { Language, Text } from '../model/text.ts';
import { extract } from '../stages/extract.ts';
import { officialVocabulary } from '../stages/official-vocabulary.ts';
import { withoutReview } from '../stages/read-returned.ts';
import { type Recognised, recognise } from '../stages/recognise.ts';
import { exitCodes } from './exit-codes.ts';
import { passwordsFrom, periodFrom, rosterFrom } from './inputs.ts';

export interface IdentifyFlags {
  readonly period?: string;
  readonly roster?: string;
  readonly passwordFile?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

/** What `identify` says of one file. */
interface FileExplained {
  readonly file: string;
  readonly refusal: { readonly code: string; readonly message: Text } | null;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly sheets: readonly SheetExplained[];
}

interface SheetExplained {
  readonly sheet: string;
  readonly template: string | null;
  readonly title: Text | null;
  readonly score: number | null;
  readonly runnerUp: { readonly template: string; readonly score: number } | null;
  /** For a sheet that fits none: the nearest template and what it lacks. */
  readonly nearest: {
    readonly template: string;
    readonly title: Text;
    readonly score: number;
    readonly missing: readonly string[];
  } | null;
  readonly unit: { readonly name: string; readonly from: string; readonly nearest: string | null } | null;
  readonly period: {
    readonly period: string;
    readonly from: string;
    readonly conflicts: readonly string[];
  } | null;
  readonly amountUnit: { readonly unit: string; readonly declared: boolean } | null;
  readonly form: readonly { readonly field: string; readonly label: string; readonly cell: string }[];
  readonly tables: readonly TableExplained[];
}

interface TableExplained {
  readonly table: string;
  readonly headingRows: { readonly first: number; readonly last: number };
  readonly rows: {
    readonly data: number;
    readonly totals: number;
    readonly subtotals: number;
    readonly ofWhich: number;
  };
  readonly columns: readonly {
    readonly column: string;
    readonly heading: string;
    readonly field: string;
    readonly title: Text;
    readonly how: string;
    readonly by: string;
    readonly unit: string | null;
  }[];
  readonly unknown: readonly { readonly column: string; readonly heading: string }[];
  readonly missing: readonly { readonly title: string; readonly nearest: string }[];
}

/** `identify`: which template each sheet was taken for, column by column, and why not where it was not. */
export async function identify(files: readonly string[], flags: IdentifyFlags): Promise<number> {
  const roster = await rosterFrom(flags.roster);
  const passwords = await passwordsFrom(flags.passwordFile);
  // Without a month the explanation is about layout alone; any month reads the same columns.
  const period = flags.period === undefined ? null : periodFrom(flags.period);
  const explained: FileExplained[] = [];
  for (const file of files) explained.push(await explainFile(file, period, roster, passwords));
  if (flags.json) process.stdout.write(`${JSON.stringify(explained, null, 2)}\n`);
  else process.stdout.write(`${explained.flatMap((one) => linesOf(one, flags.lang)).join('\n')}\n`);
  const isUnread = explained.some(
    (one) => one.refusal !== null || one.sheets.every((sheet) => sheet.template === null),
  );
  return isUnread ? exitCodes.unread : exitCodes.clean;
}

async function explainFile(
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
  const sheets = workbook.sheets.flatMap((sheet): SheetExplained[] => {
    const recognition = recognise(sheet, file, officialVocabulary);
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
            };
      return [
        {
          sheet: sheet.name,
          template: null,
          title: null,
          score: null,
          runnerUp: null,
          nearest,
          unit: null,
          period: null,
          amountUnit: null,
          form: [],
          tables: [],
        },
      ];
    }
    return recognition.taken.map((recognised) => {
      const submission = extract(sheet, recognised, {
        source,
        workbook,
        period: period ?? '2000-01',
        roster,
      });
      return explainSheet(
        submission,
        recognised,
        period,
        runnerUp === null ? null : { template: runnerUp.template.id, score: runnerUp.score },
      );
    });
  });
  return { file, refusal: null, format: workbook.format, encoding: workbook.encoding, sheets };
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
    runnerUp,
    nearest: null,
    unit: { name: unit.name, from: unit.from, nearest: unit.nearest },
    period:
      period === null && submission.period.from === 'run'
        ? null
        : {
            period: submission.period.period,
            from: submission.period.from,
            conflicts: period === null ? [] : submission.period.conflicts.map((conflict) => conflict.stated),
          },
    amountUnit: { unit: amountUnit.unit, declared: amountUnit.declared },
    form: [...recognised.form].map(([field, cell]) => ({
      field,
      label: cell.label,
      cell: `${columnLetters(cell.column)}${cell.row}`,
    })),
    tables: [...recognised.tables.values()].map((table): TableExplained => {
      const read = submission.tables[table.name];
      return {
        table: table.name,
        headingRows: table.band,
        rows: {
          data: read?.rows.length ?? 0,
          totals: read?.totals.length ?? 0,
          subtotals: read?.subtotals.length ?? 0,
          ofWhich: read?.ofWhich.length ?? 0,
        },
        columns: [...table.columns.matches]
          .map(([field, match]) => ({
            column: match.path.column,
            heading: match.path.written,
            field,
            title: table.words.layout.fields[field]?.title ?? { zh: field, en: field },
            how: match.how,
            by: match.heading,
            unit:
              table.words.layout.fields[field]?.kind === 'amount'
                ? (read?.columns.get(field)?.unit ?? null)
                : null,
          }))
          .sort((one, other) => one.column - other.column)
          .map((column) => ({ ...column, column: columnLetters(column.column) })),
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

function missingOf(recognised: Recognised): readonly string[] {
  return recognised.missing.map(({ table, field }) => {
    const fields =
      table === null ? recognised.template.form : (recognised.template.tables[table]?.fields ?? {});
    return fields[field]?.title.zh ?? field;
  });
}

const sources: Readonly<Record<string, Text>> = {
  cell: { zh: '表内填写', en: 'stated on the sheet' },
  title: { zh: '标题', en: 'title' },
  headings: { zh: '表头', en: 'headings' },
  'sheet name': { zh: '工作表名', en: 'sheet name' },
  'file name': { zh: '文件名', en: 'file name' },
  folder: { zh: '文件夹名', en: 'folder' },
  run: { zh: '本次核验', en: 'this run' },
  none: { zh: '未写明', en: 'not stated' },
};

function linesOf(explained: FileExplained, lang: Language): readonly string[] {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const lines = [explained.file];
  if (explained.refusal !== null) return [...lines, `  ${explained.refusal.message[lang]}`, ''];
  for (const sheet of explained.sheets) lines.push('', ...sheetLines(sheet, lang, say));
  lines.push('');
  return lines;
}

function sheetLines(
  sheet: SheetExplained,
  lang: Language,
  say: (zh: string, en: string) => string,
): readonly string[] {
  if (sheet.template === null) {
    if (sheet.nearest === null)
      return [
        say(
          `  工作表「${sheet.sheet}」：不像任何已知报表。`,
          `  Sheet "${sheet.sheet}": like no known template.`,
        ),
      ];
    const { title, score, template, missing } = sheet.nearest;
    return [
      say(
        `  工作表「${sheet.sheet}」：未匹配到报表。是不是《${title.zh}》（${template}，相似度 ${score.toFixed(2)}）？`,
        `  Sheet "${sheet.sheet}": no template fits. Is it "${title.en}" (${template}, ${score.toFixed(2)})?`,
      ),
      ...(missing.length === 0
        ? []
        : [say(`    缺少：${missing.join('、')}`, `    missing: ${missing.join(', ')}`)]),
    ];
  }
  const from = (source: string) => sources[source]?.[lang] ?? source;
  const lines = [
    say(
      `  工作表「${sheet.sheet}」：${sheet.template} ${sheet.title?.zh ?? ''}，匹配度 ${sheet.score?.toFixed(2)}`,
      `  Sheet "${sheet.sheet}": ${sheet.template} ${sheet.title?.en ?? ''}, score ${sheet.score?.toFixed(2)}`,
    ) +
      (sheet.runnerUp === null
        ? ''
        : say(
            `（其次 ${sheet.runnerUp.template} ${sheet.runnerUp.score.toFixed(2)}）`,
            ` (next: ${sheet.runnerUp.template} ${sheet.runnerUp.score.toFixed(2)})`,
          )),
  ];
  if (sheet.unit !== null) {
    const name =
      sheet.unit.name === '' ? say('未写明', 'not stated') : `${sheet.unit.name}（${from(sheet.unit.from)}）`;
    lines.push(
      `    ${say('单位', 'unit')}  ${name}${sheet.unit.nearest === null ? '' : say(`，名册中没有，是不是「${sheet.unit.nearest}」？`, `, not in the roster; is it "${sheet.unit.nearest}"?`)}`,
    );
  }
  if (sheet.period !== null) {
    const conflicts =
      sheet.period.conflicts.length === 0
        ? ''
        : say(
            `，与本次核验月份不一致：${sheet.period.conflicts.join('、')}`,
            `, differs from the run: ${sheet.period.conflicts.join(', ')}`,
          );
    lines.push(
      `    ${say('期间', 'period')}  ${sheet.period.period}（${from(sheet.period.from)}）${conflicts}`,
    );
  }
  if (sheet.amountUnit !== null) {
    lines.push(
      `    ${say('金额单位', 'amount unit')}  ${sheet.amountUnit.unit}${sheet.amountUnit.declared ? '' : say('（表内未注明，按模板默认）', " (not stated; the template's own)")}`,
    );
  }
  for (const cell of sheet.form) lines.push(`    ${cell.label} → ${cell.cell}`);
  for (const table of sheet.tables) {
    const { first, last } = table.headingRows;
    const { data, totals, subtotals, ofWhich } = table.rows;
    lines.push(
      say(
        `    表头第 ${first}–${last} 行；明细 ${data} 行，合计 ${totals} 行，小计 ${subtotals} 行，其中 ${ofWhich} 行`,
        `    heading rows ${first}–${last}; ${data} data rows, ${totals} totals, ${subtotals} subtotals, ${ofWhich} of-which rows`,
      ),
    );
    for (const column of table.columns) {
      const by = column.how === 'near' ? say(`（近似“${column.by}”）`, ` (like "${column.by}")`) : '';
      lines.push(
        `      ${column.column.padEnd(3)} ${column.heading} → ${column.title[lang]}${column.unit === null ? '' : `（${column.unit}）`}${by}`,
      );
    }
    for (const column of table.unknown)
      lines.push(
        `      ${column.column.padEnd(3)} ${column.heading} → ${say('未识别，保留不用', 'unknown, kept aside')}`,
      );
    for (const { title, nearest } of table.missing) {
      lines.push(
        `      ${say(`缺少必填列「${title}」`, `required column "${title}" is missing`)}${nearest === '' ? '' : say(`，是不是“${nearest}”？`, `; is it "${nearest}"?`)}`,
      );
    }
  }
  return lines;
}
