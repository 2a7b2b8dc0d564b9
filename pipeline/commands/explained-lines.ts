import { labelOf } from '../model/label.ts';
import type { Language, Text } from '../model/text.ts';
import { isGuide } from '../stages/other-sheets.ts';
import { isNear } from '../stages/recognition.ts';
import type { FileExplained, SheetExplained, TableExplained } from './explain-file.ts';

const sources: Readonly<Record<string, Text>> = {
  cell: { zh: '表内填写', en: 'stated on the sheet' },
  title: { zh: '标题', en: 'title' },
  headings: { zh: '表头', en: 'headings' },
  'sheet name': { zh: '工作表名', en: 'sheet name' },
  'file name': { zh: '文件名', en: 'file name' },
  folder: { zh: '文件夹名', en: 'folder' },
  run: { zh: '本次核验', en: 'this run' },
};

/** What is said of a file on the terminal, line by line. */
export function linesOf(explained: FileExplained, lang: Language): readonly string[] {
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

/** `2023-06`, or `2023年，未写明月份` of a sheet that names its year alone. */
function statedPeriod(period: string, say: Say): string {
  return period.length > 4 ? period : say(`${period}年，未写明月份`, `${period}, no month stated`);
}

/** A before B, Z before AA. */
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
