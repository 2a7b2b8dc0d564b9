import { realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isPassedOver, openSource, readWorkbook } from '../formats/index.ts';
import { columnLetters } from '../model/address.ts';
import type { Roster } from '../model/dossier.ts';
import { labelOf } from '../model/label.ts';
import { type Period, periodOf } from '../model/period.ts';
import { isRefusal } from '../model/refusal.ts';
import type { Submission } from '../model/submission.ts';
import type { Language, Text } from '../model/text.ts';
import { extractSheets } from '../stages/extract-sheets.ts';
import type { ColumnPath } from '../stages/heading-band.ts';
import { nearestHeading } from '../stages/match-columns.ts';
import { officialVocabulary } from '../stages/official-vocabulary.ts';
import { isGuide } from '../stages/other-sheets.ts';
import { withoutReview } from '../stages/read-returned.ts';
import { recognise } from '../stages/recognise.ts';
import { isNear, type Recognised } from '../stages/recognition.ts';
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

interface TableExplained {
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
            column: match.path.column,
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

const sources: Readonly<Record<string, Text>> = {
  cell: { zh: '表内填写', en: 'stated on the sheet' },
  title: { zh: '标题', en: 'title' },
  headings: { zh: '表头', en: 'headings' },
  'sheet name': { zh: '工作表名', en: 'sheet name' },
  'file name': { zh: '文件名', en: 'file name' },
  folder: { zh: '文件夹名', en: 'folder' },
  run: { zh: '本次核验', en: 'this run' },
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
    return unknownLines(sheet, say);
  }
  const from = (source: string) => sources[source]?.[lang] ?? source;
  const score = sheet.score?.toFixed(2) ?? '';
  const next =
    sheet.runnerUp === null
      ? ''
      : say(
          `；其次像《${sheet.runnerUp.title.zh}》（${sheet.runnerUp.template}，${sheet.runnerUp.score.toFixed(2)}）`,
          `; next "${sheet.runnerUp.title.en}" (${sheet.runnerUp.template}, ${sheet.runnerUp.score.toFixed(2)})`,
        );
  const lines = [
    say(
      `  工作表「${sheet.sheet}」是《${sheet.title?.zh ?? ''}》（${sheet.template}），匹配度 ${score}${next}。`,
      `  Sheet "${sheet.sheet}" is "${sheet.title?.en ?? ''}" (${sheet.template}), score ${score}${next}.`,
    ),
    sheet.titleText === null
      ? say('    标题  没有认出标题，凭表头判断', '    title  none known; judged by the headings')
      : `    ${say('标题', 'title')}  ${sheet.titleText.trim()}`,
  ];
  if (sheet.unit !== null) {
    const name =
      sheet.unit.name === '' || sheet.unit.from === 'none'
        ? say('未写明', 'not stated')
        : `${sheet.unit.name}（${from(sheet.unit.from)}）`;
    lines.push(
      `    ${say('单位', 'unit')}  ${name}${sheet.unit.nearest === null ? '' : say(`，名册中没有，是不是「${sheet.unit.nearest}」？`, `, not in the roster; is it "${sheet.unit.nearest}"?`)}`,
    );
  }
  if (sheet.period === null) lines.push(`    ${say('期间', 'period')}  ${say('未写明', 'not stated')}`);
  else {
    const conflicts =
      sheet.period.conflicts.length === 0
        ? ''
        : say(
            `，与本次核验月份不一致：${sheet.period.conflicts.join('、')}`,
            `, differs from the run: ${sheet.period.conflicts.join(', ')}`,
          );
    lines.push(
      `    ${say('期间', 'period')}  ${statedPeriod(sheet.period.period, say)}（${from(sheet.period.from)}）${conflicts}`,
    );
  }
  if (sheet.amountUnit !== null) {
    lines.push(
      `    ${say('金额单位', 'amount unit')}  ${sheet.amountUnit.unit}${sheet.amountUnit.declared ? '' : say('（表内未注明，按模板默认）', " (not stated; the template's own)")}`,
    );
  }
  for (const cell of sheet.form) {
    const isOwn = labelOf(cell.label).bareKey === labelOf(cell.title.zh).bareKey;
    const as = isOwn && lang === 'zh' ? '' : ` → ${cell.title[lang]}`;
    const near =
      cell.likeness < 1
        ? say(`，相近（${cell.likeness.toFixed(2)}）`, `, alike (${cell.likeness.toFixed(2)})`)
        : '';
    lines.push(`    ${cell.cell.padEnd(3)} ${cell.label.replace(/\s+/g, '')}${as}${near}`);
  }
  for (const table of sheet.tables) {
    const { first, last } = table.headingRows;
    const rows = first === last ? String(first) : `${first}–${last}`;
    const name = sheet.tables.length === 1 ? '' : say(`「${table.title.zh}」`, `${table.title.en}: `);
    lines.push(
      say(
        `    ${name}表头在第 ${rows} 行；${rolesOf(table, say)}`,
        `    ${name}heading in row${first === last ? '' : 's'} ${rows}; ${rolesOf(table, say)}`,
      ),
    );
    const known = table.columns.map((column) => {
      const unit = column.unit === null ? '' : say(`（${column.unit}）`, ` (${column.unit})`);
      return { ...column, as: `${column.title[lang]}${unit}${whyOf(column, lang, say)}` };
    });
    const unknown = table.unknown.map((column) => ({
      ...column,
      as: say('模板中没有这一列，保留不用', 'no column of the template; kept aside'),
    }));
    for (const { column, heading, as } of [...known, ...unknown].sort(byColumn))
      lines.push(`      ${column.padEnd(3)} ${heading.replace(/\s+/g, '')} → ${as}`);
    for (const { title, nearest } of table.missing) {
      lines.push(
        `      ${say(`缺少必填列「${title}」`, `required column "${title}" is missing`)}${nearest === '' ? '' : say(`，是不是“${nearest}”？`, `; is it "${nearest}"?`)}`,
      );
    }
  }
  return lines;
}

/** A before B, Z before AA. */
/** `2023-06`, or `2023年，未写明月份` of a sheet that names its year alone. */
function statedPeriod(period: string, say: Say): string {
  return period.length > 4 ? period : say(`${period}年，未写明月份`, `${period}, no month stated`);
}

function byColumn(one: { readonly column: string }, other: { readonly column: string }): number {
  return one.column.length - other.column.length || (one.column < other.column ? -1 : 1);
}

type Say = (zh: string, en: string) => string;

/** A sheet that fits no template: the nearest one, if any comes near, and what it would take. */
function unknownLines(sheet: SheetExplained, say: Say): readonly string[] {
  const { nearest, runnerUp } = sheet;
  if (isGuide({ name: sheet.sheet }))
    return [
      say(
        `  工作表「${sheet.sheet}」说明怎么填表，不是报表。`,
        `  Sheet "${sheet.sheet}" says how to fill in the others; it is no table.`,
      ),
    ];
  if (nearest === null || !isNear({ title: sheet.titleText, score: nearest.score }))
    return [
      say(
        `  工作表「${sheet.sheet}」不像任何已知报表。`,
        `  Sheet "${sheet.sheet}" is like no known template.`,
      ),
    ];
  const { title, score, template, missing, fitting, unknown } = nearest;
  const listed = (words: readonly string[]) =>
    words.map((word) => word.replace(/\s+/g, '')).join(say('、', ', '));
  return [
    say(
      `  工作表「${sheet.sheet}」未能认定。是不是《${title.zh}》（${template}，相似度 ${score.toFixed(2)}）？`,
      `  Sheet "${sheet.sheet}" fits no template. Is it "${title.en}" (${template}, ${score.toFixed(2)})?`,
    ),
    ...(runnerUp === null || !isNear({ title: null, score: runnerUp.score })
      ? []
      : [
          say(
            `    也有些像《${runnerUp.title.zh}》（${runnerUp.template}，${runnerUp.score.toFixed(2)}）。`,
            `    Somewhat like "${runnerUp.title.en}" (${runnerUp.template}, ${runnerUp.score.toFixed(2)}) too.`,
          ),
        ]),
    ...missing.map(
      (one) =>
        say(`    缺少「${one.title}」`, `    "${one.title}" is missing`) +
        (one.nearest === '' ? '' : say(`，是不是写成了“${one.nearest}”？`, `; is it "${one.nearest}"?`)),
    ),
    ...(fitting.length === 0 ? [] : [`    ${say('对得上', 'fitting')}  ${listed(fitting)}`]),
    ...(unknown.length === 0 ? [] : [`    ${say('对不上', 'not fitting')}  ${listed(unknown)}`]),
    ...(missing.length === 0
      ? [
          say(
            `    必填的列都有，但没有认出标题，仅凭这些表头不足以认定；如确是这张表，请补上标题《${title.zh}》。`,
            `    Nothing required is missing, but no title is known and these headings alone do not settle it; if it is this table, add the title "${title.zh}".`,
          ),
        ]
      : []),
  ];
}

/** How many rows of each role a table has; roles it has none of go without saying. */
function rolesOf({ rows }: TableExplained, say: Say): string {
  const roles = [
    say(`明细 ${rows.data} 行`, `data rows: ${rows.data}`),
    ...(rows.totals > 0 ? [say(`合计 ${rows.totals} 行`, `totals: ${rows.totals}`)] : []),
    ...(rows.subtotals > 0 ? [say(`小计 ${rows.subtotals} 行`, `subtotals: ${rows.subtotals}`)] : []),
    ...(rows.ofWhich > 0 ? [say(`其中 ${rows.ofWhich} 行`, `of which: ${rows.ofWhich}`)] : []),
  ];
  return roles.join(say('，', ', '));
}

/** By which word a column was taken for its field; nothing where it is the official one. */
function whyOf(
  { heading, how, by, likeness, title }: TableExplained['columns'][number],
  lang: Language,
  say: Say,
): string {
  const isOfficial = by === title.zh || by === labelOf(title.zh).key;
  const word = by.replace('#月', 'X月');
  if (how === 'near') {
    const degree = likeness.toFixed(2);
    // The same words in another order, or others that mean the same.
    if (likeness === 1)
      return isOfficial && lang === 'zh' ? '，意思相同' : say(`，意思同“${word}”`, `, means "${word}"`);
    return isOfficial && lang === 'zh'
      ? `，相近（${degree}）`
      : say(`，与“${word}”相近（${degree}）`, `, like "${word}" (${degree})`);
  }
  const written = heading
    .split('/')
    .map((part) => labelOf(part).key)
    .join('/');
  if (written === by || isOfficial) return '';
  return say(`，同义“${word}”`, `, by "${word}"`);
}
