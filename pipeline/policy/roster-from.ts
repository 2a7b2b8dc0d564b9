import type { Roster, RosterUnit } from '../model/dossier.ts';
import type { Text } from '../model/text.ts';
import { type CellValue, isCellDate, isCellError, type Sheet, type Workbook } from '../model/workbook.ts';
import { keyOf } from './match-unit.ts';
import { didYouMean } from './mistake.ts';
import { owedTemplates } from './owed-templates.ts';
import { meantHeading, type RosterField, rosterFieldOf, rosterHeadings } from './roster-headings.ts';

/** Something in a roster that keeps everything from running. */
export interface RosterMistake {
  readonly file: string;
  /** Null where the whole file is meant, or the file has but one sheet. */
  readonly sheet: string | null;
  /** The row on the sheet, from 1; null where the whole sheet is meant. */
  readonly row: number | null;
  /** The whole sentence: file, sheet, row and what is wrong. */
  readonly message: Text;
}

type Where = Omit<RosterMistake, 'message'>;

/** A mistake in a roster, its sentence led by where it is. */
export function rosterMistake(where: Where, sentence: Text): RosterMistake {
  const sheet = where.sheet === null ? ['', ''] : [`工作表“${where.sheet}”`, `sheet "${where.sheet}"`];
  const row = where.row === null ? ['', ''] : [`第 ${where.row} 行`, `row ${where.row}`];
  const zh = [`名册 ${where.file}`, sheet[0], row[0]].filter((part) => part !== '').join(' ');
  const en = [`roster ${where.file}`, sheet[1], row[1]].filter((part) => part !== '').join(', ');
  return { ...where, message: { zh: `${zh}：${sentence.zh}`, en: `${en}: ${sentence.en}` } };
}

/** The units on every visible sheet that has a heading of a roster, in order. `file` is how mistakes name it. */
export function rosterFrom(
  workbook: Workbook,
  file: string,
): { readonly roster: Roster } | { readonly mistakes: readonly RosterMistake[] } {
  const visible = workbook.sheets.filter(({ visibility }) => visibility === 'visible');
  const mistakes: RosterMistake[] = [];
  const entries: Entry[] = [];
  let headings = 0;
  for (const sheet of visible) {
    const place = { file, sheet: visible.length > 1 ? sheet.name : null };
    const heading = headingOf(sheet);
    if (heading === null) continue;
    headings += 1;
    for (const sentence of heading.wrong)
      mistakes.push(rosterMistake({ ...place, row: heading.row }, sentence));
    for (const row of Array.from(sheet.filledRows)) {
      if (row <= heading.row) continue;
      const read = readRow(sheet, row, heading.columns);
      if (read === null) continue;
      const where = { ...place, row };
      for (const sentence of read.wrong) mistakes.push(rosterMistake(where, sentence));
      entries.push({ unit: read.unit, where });
    }
  }

  const whole = { file, sheet: null, row: null };
  if (headings === 0) return { mistakes: [rosterMistake(whole, sentences.noHeading)] };
  if (entries.length === 0 && mistakes.length === 0)
    return { mistakes: [rosterMistake(whole, sentences.noUnits)] };
  mistakes.push(...duplicates(entries));
  return mistakes.length > 0 ? { mistakes } : { roster: entries.map(({ unit }) => unit) };
}

/** A unit and the row it stands in. */
interface Entry {
  readonly unit: RosterUnit;
  readonly where: Where;
}

interface Heading {
  readonly row: number;
  readonly columns: ReadonlyMap<RosterField, number>;
  readonly wrong: readonly Text[];
}

/** Titles and notes may stand above the heading, but not a page of them. */
const searchedRows = 20;

/** The first row that names the column of names; null when the sheet is no roster. */
function headingOf(sheet: Sheet): Heading | null {
  for (const row of Array.from(sheet.filledRows).slice(0, searchedRows)) {
    const columns = new Map<RosterField, number>();
    const wrong: Text[] = [];
    for (const column of Array.from(sheet.filledColumns(row))) {
      const heading = wordsOf(sheet.value(row, column));
      const field = rosterFieldOf(heading);
      if (field === null) {
        const meant = meantHeading(heading);
        if (meant === null) continue;
        const { zh, en } = didYouMean(meant);
        wrong.push({ zh: `不认识列名“${heading}”，${zh}`, en: `unknown heading "${heading}".${en}` });
      } else if (columns.has(field)) {
        const { zh, en } = rosterHeadings[field];
        wrong.push({ zh: `有两列“${zh}”，请删去一列。`, en: `there are two columns "${en}"; remove one.` });
      } else columns.set(field, column);
    }
    if (columns.has('name')) return { row, columns, wrong };
  }
  return null;
}

/** One row as a unit and what is wrong with it; null for a row that is none: blank, a note, a total. */
function readRow(
  sheet: Sheet,
  row: number,
  columns: ReadonlyMap<RosterField, number>,
): { readonly unit: RosterUnit; readonly wrong: readonly Text[] } | null {
  const cell = (field: RosterField): CellValue => {
    const column = columns.get(field);
    return column === undefined ? null : sheet.value(row, column);
  };
  const filled = Array.from(sheet.filledColumns(row)).map((column) => wordsOf(sheet.value(row, column)));
  const written = filled.filter((words) => words !== '');
  if (written.length === 0) return null;
  if (written.length === 1 && /^(注|说明|备注|填表|制表|note)/i.test(written[0] ?? '')) return null;
  const name = wordsOf(cell('name')).replace(/\s+/g, ' ');
  if (/^(合\s*计|总\s*计|total)$/i.test(name)) return null;

  const wrong: Text[] = [];
  const fields = [...columns.keys()];
  for (const field of fields) {
    const value = cell(field);
    if (!isCellError(value)) continue;
    const { zh, en } = rosterHeadings[field];
    wrong.push({ zh: `${zh}是错误值 ${value.code}。`, en: `${en} is the error ${value.code}.` });
  }
  if (name === '') {
    // Columns of no concern to us may be filled below the list.
    if (fields.every((field) => wordsOf(cell(field)) === '')) return null;
    wrong.push(sentences.noName);
  }
  const { owes, unknown } = owedTemplates(wordsOf(cell('owes')));
  for (const { word, nearest } of unknown) {
    const { zh, en } = didYouMean(nearest);
    wrong.push({
      zh: `应报报表“${word}”不是已知的报表，${nearest === null ? '请写编号（如 T01）或报表名称。' : zh}`,
      en: `"${word}" is no known template.${nearest === null ? ' Give an id such as T01, or a title.' : en}`,
    });
  }
  const dueDay = dueDayOf(cell('dueDay'));
  if (typeof dueDay === 'object' && dueDay !== null) wrong.push(dueDay);
  const aliases = wordsOf(cell('aliases'))
    .split(/[、;；,，|/\n]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '' && keyOf(alias) !== keyOf(name));
  return {
    unit: {
      code: wordsOf(cell('code')),
      name,
      aliases: [...new Set(aliases)],
      owes,
      dueDay: typeof dueDay === 'number' ? dueDay : null,
    },
    wrong,
  };
}

/** `10`, `10日`, `次月10日前`: a day of the month. */
function dueDayOf(value: CellValue): number | Text | null {
  const words = wordsOf(value);
  if (words === '') return null;
  const day = Number(
    /^(?:次月|每月|下月)?\s*(\d{1,2})\s*(?:日|号)?\s*前?$/.exec(words.normalize('NFKC'))?.[1],
  );
  if (day >= 1 && day <= 31) return day;
  return {
    zh: `截止日“${words}”应为 1 到 31 的整数，即次月几日。`,
    en: `the due day "${words}" must be a whole number from 1 to 31, a day of the next month.`,
  };
}

/** A code, name or alias that two units share: what a sheet says of itself would mean either. */
function duplicates(entries: readonly Entry[]): RosterMistake[] {
  const mistakes: RosterMistake[] = [];
  const codes = new Map<string, Entry>();
  const names = new Map<string, Entry>();
  const claim = (taken: Map<string, Entry>, word: string, what: Text, entry: Entry) => {
    const key = keyOf(word);
    if (key === '') return;
    const first = taken.get(key);
    if (first === undefined) taken.set(key, entry);
    if (first === undefined || first === entry) return;
    const { sheet, row } = first.where;
    const elsewhere = sheet !== null && sheet !== entry.where.sheet;
    mistakes.push(
      rosterMistake(entry.where, {
        zh: `${what.zh}“${word}”与${elsewhere ? `工作表“${sheet}”` : ''}第 ${row} 行重复。`,
        en: `the ${what.en} "${word}" is also in ${elsewhere ? `sheet "${sheet}", ` : ''}row ${row}.`,
      }),
    );
  };
  for (const entry of entries) {
    claim(codes, entry.unit.code, rosterHeadings.code, entry);
    claim(names, entry.unit.name, rosterHeadings.name, entry);
    for (const alias of entry.unit.aliases) claim(names, alias, { zh: '别名', en: 'alias' }, entry);
  }
  return mistakes;
}

function wordsOf(value: CellValue): string {
  if (value === null || isCellError(value)) return '';
  return (isCellDate(value) ? value.iso : String(value)).trim();
}

const sentences = {
  noHeading: {
    zh: '没有找到“单位名称”一列。表头应有：单位编码、单位名称、别名、应报报表、截止日（除单位名称外都可以不设）。',
    en: 'there is no column "unit name". Headings are: unit code, unit name, aliases, owes, due day (all but the name may be left out).',
  },
  noUnits: { zh: '表头下没有任何单位。', en: 'there is no unit below the heading.' },
  noName: { zh: '没有填写单位名称。', en: 'the unit name is blank.' },
} as const satisfies Record<string, Text>;
