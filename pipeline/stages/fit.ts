import { labelOf } from '../model/label.ts';
import type { TableLayout } from '../model/template.ts';
import type { FormCell } from './find-form.ts';
import type { LabelRow } from './heading-band.ts';
import { termsOf } from './heading-terms.ts';
import {
  hasOthersRows,
  isAboutPerson,
  isHalfRead,
  isJournal,
  isOfClasses,
  isOfOtherSubject,
  isOfTaxes,
  isScored,
  isTender,
} from './other-sheets.ts';
import {
  type MissingField,
  type Recognised,
  type RecognisedTable,
  recognitionThreshold,
} from './recognition.ts';
import { titleOf } from './sheet-titles.ts';
import type { SheetWords } from './sheet-words.ts';
import type { TemplateWords } from './vocabulary.ts';

/** How well a sheet fits a template, by the tables and labels that were found of it: 0 to 1, with what is missing. */
export function judged(
  words: TemplateWords,
  tables: ReadonlyMap<string, RecognisedTable>,
  form: ReadonlyMap<string, FormCell>,
  { sheet, titles, rows, commonTerms, rowNames, isOfFirm }: SheetWords,
): Recognised {
  const { template } = words;
  const bands = [...tables.values()].map((table) => table.band);
  const first = Math.min(
    ...bands.map((band) => band.first),
    ...[...form.values()].map((cell) => cell.labelRow),
  );
  const isForm = form.size > 0;
  const title = titleOf(template, titles, first, isForm);
  const missing = missingFields(words, tables, form);
  const required = requiredCount(words, tables);
  const lacking = missing.filter((one) => !isTold(one, tables)).length + doubtOf(words, tables, form);
  const requiredShare = required === 0 ? 1 : 1 - lacking / required;
  const { weight, possible } = weights(words, tables, form);
  const columns = [...tables.values()];
  const matched = columns.reduce((sum, table) => sum + table.columns.matches.size, 0);
  const all = columns.reduce(
    (sum, table) => sum + table.columns.matches.size + table.columns.unknown.length,
    0,
  );
  const precision = all === 0 ? 1 : matched / all;
  const share = possible === 0 ? 1 : Math.min(1, (1.5 * weight) / possible);
  const score = template.titleMatters
    ? 0.35 * requiredShare + 0.15 * share + 0.1 * precision + 0.4 * title.weight
    : 0.5 * requiredShare + 0.2 * share + 0.15 * precision + 0.15 * title.weight;
  const namesRows = [...tables.values()].some((table) => hasFixedRows(table, rows));
  const isSilent = title.text === null && !namesRows;
  const lacksRows = isSilent && words.tables.some(({ layout }) => layout.fixedRows);
  const isCommon =
    isSilent &&
    !isForm &&
    (template.isGeneral
      ? titles.some(({ row, weight: sure }) => row !== null && row < first && sure >= surelyTitled)
      : !columns.some((one) => saysOwn(one, commonTerms)));
  const isAnnex = title.weight === 1 && form.size > 0 && columns.some(isWhole);
  const surety =
    namesRows || isAnnex ? knownRows : (lacksRows ? -knownRows : 0) - (isCommon ? commonWords : 0);
  // Under a title of ours, or with our rows, a column of days is one column more.
  const isSure = namesRows || title.weight === 1;
  // Asked only of what would be taken otherwise: most templates are far from it.
  const isOther = () =>
    isOfFirm ||
    isAboutPerson(rows, first) ||
    isTender(rows, first) ||
    isHalfRead(columns) ||
    (title.text === null && isOfOtherSubject(words, rows, first, columns)) ||
    (title.weight < 1 && columns.some(({ band }) => hasOthersRows(template, rows, band, rowNames))) ||
    (isSilent && !isForm && columns.every((one) => isOfOtherRows(one, rows))) ||
    (template.isGeneral === true && columns.some(({ band }) => isOfClasses(rows, band))) ||
    (title.weight < 1 && columns.some(isScored)) ||
    (!isSure && (columns.some(isJournal) || isOfTaxes(rows)));
  const reached = score + surety;
  const most = reached > notTaken && isOther() ? notTaken : 1;
  return {
    template,
    score: Math.round(Math.max(0, Math.min(most, reached)) * 1000) / 1000,
    tables,
    form,
    rows: isForm
      ? { first: 1, last: sheet.rowCount }
      : { first, last: Math.max(...bands.map((band) => band.last)) },
    sheetLines: null,
    title: title.text,
    titleRow: title.row,
    namesRows,
    missing,
  };
}

/** The most that a sheet can score which is none of ours. */
const notTaken = recognitionThreshold - 0.05;

/**
 * What it adds that the rows below a heading are those the table always has, or that a form was handed in for one of its
 * tables alone; and takes off that neither such rows nor a title are there.
 */
const knownRows = 0.06;

/** What it takes off that without its title all its headings could be those of any list of projects; of such a list, another's title. */
const commonWords = 0.2;

/** A title of another template that is less alike than this says too little against a list that fits. */
const surelyTitled = 0.8;

/** Fixed rows stand in the first columns and near the heading. */
const rowsBelowHeading = 24;

/** Whether a table has every heading it needs and none that is not its own: the costs of a project without its account. */
function isWhole({ words, columns }: RecognisedTable): boolean {
  return (
    columns.unknown.length === 0 &&
    Object.entries(words.layout.fields).every(
      ([name, { required }]) => required !== true || columns.matches.has(name),
    )
  );
}

/** Whether some column of a table speaks of what this table does and no list of projects in general. */
function saysOwn({ columns, words }: RecognisedTable, commonTerms: ReadonlySet<string>): boolean {
  // Single signs are those of words nobody listed.
  const isOwn = (term: string) =>
    term.length > 1 && words.meanings.spread.has(term) && !commonTerms.has(term);
  return [...columns.matches].some(
    ([name, { path }]) =>
      words.layout.fields[name]?.minor !== true &&
      path.labels.some((label) => [...termsOf(label)].some(isOwn)),
  );
}

function hasFixedRows(table: RecognisedTable, rows: readonly LabelRow[]): boolean {
  const { fixedRows = [] } = table.words.layout;
  return fixedRows.length > 0 && fixedRowsOn(table, rows) >= Math.min(3, Math.ceil(fixedRows.length / 2));
}

/** Whether a table that always has the same rows has none of them: 上年预算数, 本年预算数 and 增减额 may be those of anything. */
function isOfOtherRows(table: RecognisedTable, rows: readonly LabelRow[]): boolean {
  return table.words.layout.fixedRows !== undefined && fixedRowsOn(table, rows) === 0;
}

/** How many rows below its heading are among those a table always has. */
function fixedRowsOn({ words, band }: RecognisedTable, rows: readonly LabelRow[]): number {
  const names = new Set((words.layout.fixedRows ?? []).map((name) => labelOf(name).bareKey));
  return rows.filter(
    ({ row, cells }) =>
      row > band.last &&
      row <= band.last + rowsBelowHeading &&
      cells.some(({ label }) => names.has(label.bareKey)),
  ).length;
}

/** How much is lacking to certainty about the required fields that were found, by words merely alike. */
function doubtOf(
  words: TemplateWords,
  tables: ReadonlyMap<string, RecognisedTable>,
  form: ReadonlyMap<string, FormCell>,
): number {
  let doubt = 0;
  for (const [name, { likeness }] of form) if (words.template.form[name]?.required) doubt += 1 - likeness;
  for (const { columns, words: own } of tables.values()) {
    for (const [name, { likeness }] of columns.matches)
      if (own.layout.fields[name]?.required) doubt += 1 - likeness;
  }
  return doubt;
}

function missingFields(
  words: TemplateWords,
  tables: ReadonlyMap<string, RecognisedTable>,
  form: ReadonlyMap<string, FormCell>,
): readonly MissingField[] {
  const missing: MissingField[] = [];
  for (const [field, { required }] of Object.entries(words.template.form)) {
    if (required && !form.has(field)) missing.push({ table: null, field });
  }
  for (const { name, layout } of words.tables) {
    const found = tables.get(name);
    if (found === undefined && layout.optional) continue;
    for (const field of askedOf(layout, found)) {
      if (found?.columns.matches.has(field) !== true && !isSummedUp(field, found)) {
        missing.push({ table: name, field });
      }
    }
  }
  return missing;
}

/** The fields a table cannot do without: of a list about one topic, that topic's. */
function askedOf({ fields, topic }: TableLayout, table: RecognisedTable | undefined): readonly string[] {
  if (topic !== undefined && table?.isOnTopic) return topic.asks;
  return Object.entries(fields).flatMap(([field, { required }]) => (required ? [field] : []));
}

/** A budget as it was revised tells as much of what a table is as the original one that is asked for. */
export function isTold(
  { table, field }: MissingField,
  tables: ReadonlyMap<string, RecognisedTable>,
): boolean {
  const found = tables.get(table ?? '');
  return (
    found?.words.layout.fields[field]?.toldBy?.some((other) => found.columns.matches.has(other)) === true
  );
}

/** Spending to date may stand as one column or as its months. */
function isSummedUp(field: string, table: RecognisedTable | undefined): boolean {
  return field === 'cumActual' && table?.columns.matches.has('actualM01') === true;
}

function requiredCount(words: TemplateWords, tables: ReadonlyMap<string, RecognisedTable>): number {
  let count = Object.values(words.template.form).filter((field) => field.required).length;
  for (const { name, layout } of words.tables) {
    if (layout.optional && !tables.has(name)) continue;
    count += askedOf(layout, tables.get(name)).length;
  }
  return count;
}

export const minorWeight = 0.1;

function weights(
  words: TemplateWords,
  tables: ReadonlyMap<string, RecognisedTable>,
  form: ReadonlyMap<string, FormCell>,
): { readonly weight: number; readonly possible: number } {
  let weight = 0;
  let possible = 0;
  for (const [name, field] of Object.entries(words.template.form)) {
    const own = field.minor ? minorWeight : 1;
    possible += own;
    if (form.has(name)) weight += own;
  }
  for (const { name, layout } of words.tables) {
    const found = tables.get(name);
    if (found === undefined && layout.optional) continue;
    for (const [fieldName, field] of Object.entries(layout.fields)) {
      const own = field.minor ? minorWeight : 1;
      possible += own;
      if (found?.columns.matches.has(fieldName)) weight += own;
    }
  }
  return { weight, possible };
}
