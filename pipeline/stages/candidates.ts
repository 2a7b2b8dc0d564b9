import type { AmountUnit } from '../model/money.ts';
import type { TableLayout } from '../model/template.ts';
import { findForm } from './find-form.ts';
import { judged, minorWeight } from './fit.ts';
import { type Band, bandsOf, type ColumnPath, type LabelRow } from './heading-band.ts';
import { matchColumnsAlike } from './match-columns.ts';
import type { Recognised, RecognisedTable } from './recognition.ts';
import type { SheetWords } from './sheet-words.ts';
import { isAbout, underTopic } from './topic.ts';
import type { TableWords, TemplateWords, Vocabulary } from './vocabulary.ts';

/** Every way a sheet could be read by a template: a list once for each of its headings, a form with its tables once. */
export function candidatesOf(
  words: TemplateWords,
  on: SheetWords,
  vocabulary: Vocabulary,
): readonly Recognised[] {
  const tables = words.tables.map((table) =>
    bandsFor(table, words, on, vocabulary)
      .map((band): RecognisedTable => tableIn(band, table, on))
      .filter(
        ({ columns: { matches } }) =>
          matches.size >= 2 && (words.form.size === 0 || !table.layout.optional || !isGuessed(matches)),
      ),
  );
  const isList = words.form.size === 0 && words.tables.length === 1;
  if (isList) {
    return (tables[0] ?? []).map((table) => judged(words, new Map([[table.name, table]]), new Map(), on));
  }
  const chosen = new Map<string, RecognisedTable>();
  for (const found of tables) {
    const best = found.toSorted((one, other) => weightOf(other) - weightOf(one))[0];
    if (best !== undefined) chosen.set(best.name, best);
  }
  for (const table of words.tables) {
    if (table.layout.optional === true) continue;
    const known = chosen.get(table.name);
    if (known !== undefined && hasRequired(known)) continue;
    const paired = known === undefined ? pairedRow(table, chosen, on) : null;
    const found = paired ?? turnedTable(table, chosen, on);
    if (found !== null) chosen.set(table.name, found);
  }
  for (const table of chosen.values()) {
    const rival = [...chosen.values()].find(
      (other) => isSamePlace(table, other) && weightOf(other) > weightOf(table),
    );
    // Alternatives of one template (items as rows, or in one row) share words: the heading is that of the better one.
    if (rival !== undefined && table.words.layout.optional) chosen.delete(table.name);
  }
  const { shared, dropped } = sideBySide([...chosen.values()], on);
  for (const table of shared) chosen.set(table.name, table);
  for (const { name } of dropped) chosen.delete(name);
  const inForm = [...chosen.values()].map((table) => ({
    band: table.band,
    figures: figureColumnsOf(table),
    names: nameColumnOf(table),
  }));
  const form = findForm(on.sheet, on.formLabels, words, inForm);
  if (form.size === 0 && chosen.size === 0) return [];
  return [judged(words, chosen, form, on)];
}

/** What the columns of a band are to a table: where its title names the table's topic, to that alone. */
function tableIn(band: Band, words: TableWords, on: SheetWords): RecognisedTable {
  const { name, layout } = words;
  const paths = on.pathsIn(band);
  const { topic } = layout;
  if (topic === undefined || !isAbout(topic, on.rows, band, namesOf(on, band)))
    return { name, words, band, columns: on.match(paths, words) };
  const columns = on.match(underTopic(paths, topic), words);
  const isWhole = Object.entries(layout.fields).some(
    ([field, { required }]) => required && field !== layout.identity.name && columns.matches.has(field),
  );
  return { name, words, band, columns, ...(isWhole ? {} : { isOnTopic: true }) };
}

/** What the sheet and its file are called, where no title above a heading says what it is. */
function namesOf({ titles, names }: SheetWords, { first }: Band): readonly string[] {
  return titles.some(({ row }) => row !== null && row < first) ? [] : names;
}

/** Whether no heading is known, and all merely resemble one: 项目单位 | … | 申请预算 are labels, not a table of costs. */
function isGuessed(matches: RecognisedTable['columns']['matches']): boolean {
  return [...matches.values()].every(({ how }) => how === 'near');
}

/**
 * Where a table may have its heading: of tables side by side, one may have only a few words of the rows that are the
 * other's, or of the upper one of them alone.
 */
function bandsFor(
  table: TableWords,
  { template, tables, form }: TemplateWords,
  on: SheetWords,
  vocabulary: Vocabulary,
): readonly Band[] {
  // A form has rows of labels, of which a third may be words of a table.
  const isTitled =
    form.size === 0 &&
    on.titles.some(({ row, weight, lengths }) => row !== null && weight === 1 && lengths.has(template));
  const bandsBy = (one: TableWords) => bandsOf(on.rows, on.hits, vocabulary.tables.indexOf(one), isTitled);
  const own = bandsBy(table);
  const block = template.sheet?.find((part) => 'tables' in part && part.tables.includes(table.name));
  if (block === undefined || !('tables' in block)) return own;
  const beside = tables.filter((one) => one !== table && block.tables.includes(one.name)).flatMap(bandsBy);
  if (own.length === 0) return beside;
  return own.map((band) => beside.find((one) => one.first <= band.first && one.last >= band.last) ?? band);
}

/** A table in one row of headings, each with its figure right of it, below no other table's heading. */
function pairedRow(
  table: TableWords,
  chosen: ReadonlyMap<string, RecognisedTable>,
  { pairedRows, match }: SheetWords,
): RecognisedTable | null {
  const body = Math.min(...[...chosen.values()].map(({ band }) => band.first));
  for (const { row, paths } of pairedRows()) {
    if (row >= body) return null;
    const columns = match(paths, table);
    if (columns.matches.size < 2) continue;
    return { name: table.name, words: table, band: { first: row, last: row }, columns, isPaired: true };
  }
  return null;
}

/** A table whose fields stand below each other, above every other table's heading, with all that it needs. */
function turnedTable(
  table: TableWords,
  chosen: ReadonlyMap<string, RecognisedTable>,
  { sheet, rows, turnedBlocks, match }: SheetWords,
): RecognisedTable | null {
  const { name, layout } = table;
  const others = [...chosen.values()].filter((one) => one.name !== name);
  // Money without anything else of the form is no form.
  if (others.length === 0) return null;
  const body = Math.min(...others.map(({ band }) => band.first));
  for (const { first, last, labelColumn, figures, paths } of turnedBlocks()) {
    if (last >= body) return null;
    const { matches, unknown } = match(paths, table);
    if (!areRequiredIn(matches, layout)) continue;
    const nameRow = typeof sheet.value(first - 1, figures) === 'string' ? first - 1 : null;
    const inColumn = (path: ColumnPath) => ({ ...path, row: path.column, column: figures });
    const columns = {
      matches: new Map([...matches].map(([field, one]) => [field, { ...one, path: inColumn(one.path) }])),
      unknown: unknown.map(inColumn),
    };
    const band = { first: nameRow ?? first, last };
    const unit = unitInCorner(rows, band, labelColumn);
    return { name, words: table, band, columns, turned: { nameRow, labelColumn, unit } };
  }
  return null;
}

/** 资金情况（万元）, beside the labels or above them. */
function unitInCorner(rows: readonly LabelRow[], band: Band, labelColumn: number): AmountUnit | null {
  const beside = rows
    .filter(({ row }) => row >= band.first && row <= band.last)
    .flatMap(({ cells }) => cells.filter(({ column }) => column <= labelColumn));
  return beside.find(({ label }) => label.unit !== null)?.label.unit ?? null;
}

function hasRequired({ columns, words }: RecognisedTable): boolean {
  return areRequiredIn(columns.matches, words.layout);
}

function areRequiredIn(matches: RecognisedTable['columns']['matches'], { fields }: TableLayout): boolean {
  return Object.entries(fields).every(([field, { required }]) => required !== true || matches.has(field));
}

function figureColumnsOf({ words, columns }: RecognisedTable): ReadonlySet<number> {
  const kinds = ['amount', 'number', 'rate'];
  return new Set(
    [...columns.matches]
      .filter(([name]) => kinds.includes(words.layout.fields[name]?.kind ?? ''))
      .map(([, { path }]) => path.column),
  );
}

function nameColumnOf({ words, columns }: RecognisedTable): number | null {
  const names = columns.matches.get(words.layout.identity.name)?.path.column ?? 0;
  const left = Math.min(...[...columns.matches.values()].map(({ path }) => path.column));
  return names > left ? names : null;
}

/** Whether two tables of a template were found in the same columns of the same rows. */
function isSamePlace(one: RecognisedTable, other: RecognisedTable): boolean {
  if (one === other || one.band.first > other.band.last || other.band.first > one.band.last) return false;
  const columns = new Set([...other.columns.matches.values()].map(({ path }) => path.column));
  return [...one.columns.matches.values()].some(({ path }) => columns.has(path.column));
}

/**
 * Tables under one heading share its columns out: each has those from its names on to the names of the next, and two that
 * were found at the same names (项目 | 预算数 | 项目 | 预算数) have them one after the other.
 */
function sideBySide(
  tables: readonly RecognisedTable[],
  on: SheetWords,
): { readonly shared: readonly RecognisedTable[]; readonly dropped: readonly RecognisedTable[] } {
  const sharing = tables.filter((table) =>
    tables.some((other) => other !== table && other.band.first === table.band.first),
  );
  const shared: RecognisedTable[] = [];
  const dropped: RecognisedTable[] = [];
  const claimed = new Set<number>();
  for (const table of sharing) {
    const rest = on.pathsIn(table.band).filter(({ column }) => !claimed.has(column));
    const columns = on.match(rest, table.words);
    const left = columns.matches.get(table.words.layout.identity.name)?.path.column;
    if (left === undefined) {
      // Nothing is left over for it: what it was found by belongs to the others.
      if (!isWithin(table, shared))
        return { shared: sharing.map((one) => withoutColumnsOf(sharing, one)), dropped: [] };
      dropped.push(table);
      continue;
    }
    claimed.add(left);
    shared.push({ ...table, columns });
  }
  const lefts = shared.map(leftOf);
  const apart = shared.map((table) => {
    const left = leftOf(table);
    const next = Math.min(...lefts.filter((other) => other > left));
    const isFirst = left === Math.min(...lefts);
    const own = on.pathsIn(table.band).filter(({ column }) => (isFirst || column >= left) && column < next);
    return { ...table, columns: on.match(own, table.words) };
  });
  // Names with nothing beside them: 科目编码 | 科目名称 are no two sides.
  const isTable = ({ columns }: RecognisedTable) => columns.matches.size > 1;
  return {
    shared: apart.filter(isTable),
    dropped: [...dropped, ...apart.filter((table) => !isTable(table))],
  };
}

function isWithin({ columns }: RecognisedTable, others: readonly RecognisedTable[]): boolean {
  const theirs = new Set(
    others.flatMap((other) => [...other.columns.matches.values()].map(({ path }) => path.column)),
  );
  return [...columns.matches.values()].every(({ path }) => theirs.has(path.column));
}

function leftOf({ words, columns }: RecognisedTable): number {
  return columns.matches.get(words.layout.identity.name)?.path.column ?? 0;
}

/** Of tables side by side, the columns of one are no unknown columns of the other. */
function withoutColumnsOf(all: readonly RecognisedTable[], table: RecognisedTable): RecognisedTable {
  const taken = new Set(
    all
      .filter((other) => other !== table)
      .flatMap((other) => [...other.columns.matches.values()].map(({ path }) => path.column)),
  );
  const unknown = table.columns.unknown.filter((path) => !taken.has(path.column));
  return { ...table, columns: { ...table.columns, unknown } };
}

/** A candidate judged again with columns that merely resemble a heading. */
export function refined(candidate: Recognised, on: SheetWords, vocabulary: Vocabulary): Recognised {
  if ([...candidate.tables.values()].every((table) => table.columns.unknown.length === 0)) return candidate;
  const words = vocabulary.templates.find((one) => one.template === candidate.template);
  if (words === undefined) return candidate;
  const tables = new Map(
    [...candidate.tables].map(([name, table]) => [
      name,
      { ...table, columns: matchColumnsAlike(pathsOfTable(table), table.words) },
    ]),
  );
  return judged(words, tables, candidate.form, on);
}

function pathsOfTable({ columns }: RecognisedTable): readonly ColumnPath[] {
  const matched = [...columns.matches.values()].map(({ path }) => path);
  return [...matched, ...columns.unknown].sort((one, other) => one.column - other.column);
}

function weightOf(table: RecognisedTable): number {
  let weight = 0;
  for (const [name, match] of table.columns.matches) {
    const field = table.words.layout.fields[name];
    weight += (field?.required ? 2 : field?.minor ? minorWeight : 1) * (match.how === 'near' ? 0.5 : 1);
  }
  return weight;
}
