import { foldText, labelOf } from '../model/label.ts';
import type { Template } from '../model/template.ts';
import type { Sheet } from '../model/workbook.ts';
import { withAlikeWords } from './alike-words.ts';
import { type FormCell, type FormLabels, findForm, formLabelsOn } from './find-form.ts';
import {
  type Band,
  bandsOf,
  type ColumnPath,
  isFigure,
  type LabelRow,
  labelRowsOf,
  pathsOf,
  wordHitsOf,
} from './heading-band.ts';
import { termsOf } from './heading-terms.ts';
import { type ColumnMatches, matchColumns, matchColumnsAlike } from './match-columns.ts';
import { titlesAlike } from './meanings.ts';
import { isAboutPerson, isHalfRead, isJournal } from './other-sheets.ts';
import { unitNamedIn } from './unit-claim.ts';
import type { TableWords, TemplateWords, Vocabulary } from './vocabulary.ts';

/** What a sheet was taken for: the template, how well it fits, and where its parts are. */
export interface Recognised {
  readonly template: Template;
  /** 0 to 1. */
  readonly score: number;
  readonly tables: ReadonlyMap<string, RecognisedTable>;
  readonly form: ReadonlyMap<string, FormCell>;
  /** Rows that belong to it, titles included; several tables may share one sheet. */
  readonly rows: Band;
  /** Rows above the first table of the sheet: what they say holds for this one too. Null for that first table. */
  readonly sheetLines: Band | null;
  /** Text that matched a title of the template; null when none did. */
  readonly title: string | null;
  /** Whether its body names the rows that a table of the template always has: 公务接待费, 保工资, 资产总计. */
  readonly namesRows: boolean;
  /** Required fields that were not found, as `table.field` or `form.field`. */
  readonly missing: readonly MissingField[];
}

export interface RecognisedTable {
  readonly name: string;
  readonly words: TableWords;
  readonly band: Band;
  readonly columns: ColumnMatches;
  /** Its one row has every heading beside its figure (年初预算数 | 120 | 执行数 | 60); the band is that row. */
  readonly isPaired?: true;
}

export interface MissingField {
  readonly table: string | null;
  readonly field: string;
}

/** Every way a sheet could be read, best first, and those that were taken. */
export interface Recognition {
  readonly taken: readonly Recognised[];
  /** Best candidate whether taken or not; null on a sheet without any known label. */
  readonly best: Recognised | null;
  readonly runnerUp: Recognised | null;
}

/** A sheet must fit a template this well to be read by it: below, reading would be guessing. */
const recognitionThreshold = 0.6;

/** Whether a sheet that was not taken is near enough to a template to be named with it: it was meant to be one. */
export function isNear({ title, score }: Pick<Recognised, 'title' | 'score'>): boolean {
  return score >= (title === null ? 0.45 : nearByTitle);
}

/** A sheet that bears the title of a template was meant as that, however few of its headings fit. */
const nearByTitle = 0.3;

/** A candidate this far behind the best by equal words is not looked at again for words that are merely alike. */
const refinedWithin = 0.25;

/**
 * Recognises which templates the tables and forms of a sheet are.
 *
 * @param fileName name of the file without folders: where a title may stand that the sheet lacks
 */
export function recognise(sheet: Sheet, fileName: string, vocabulary: Vocabulary): Recognition {
  if (isGuide(sheet)) return { taken: [], best: null, runnerUp: null };
  const rows = labelRowsOf(sheet);
  const known = recogniseBy(vocabulary, sheet, rows, fileName, 'equal');
  if (isBeyondDoubt(known)) return named(known);
  // Look again for words that are like the known ones, and trust only what then fits on the whole.
  const alike = recogniseBy(withAlikeWords(vocabulary, rows), sheet, rows, fileName, 'alike');
  const { best, runnerUp } = alike;
  if (best === null) return named(known);
  if (best.template === known.best?.template && known.taken.length > 0) return named(alike);
  if (best.score <= (known.best?.score ?? 0)) return named(known);
  const isClear =
    best.score - (runnerUp?.score ?? 0) >= clearLead ||
    (runnerUp !== null &&
      (unknownIn(best) < unknownIn(runnerUp) || (bearsItsName(best) && !bearsItsName(runnerUp))));
  const isSure = (best.title !== null || fitsWithoutTitle(best)) && isClear;
  // What was taken without a title does not stand where the sheet bears one like another's.
  const kept = known.taken.filter(({ title }) => title !== null || best.title === null);
  return named(isSure ? alike : { ...alike, taken: kept });
}

/** Without a title the headings must speak for themselves: all that is required, and little that is not known. */
function fitsWithoutTitle({ missing, tables, form, template, namesRows }: Recognised): boolean {
  const isWhole = missing.every((one) => hasRevisedBudget(one, tables));
  if (isWhole && namesRows) return true;
  let known = [...form.keys()].filter((name) => template.form[name]?.minor !== true).length;
  let unknown = 0;
  for (const { columns, words } of tables.values()) {
    for (const name of columns.matches.keys()) if (words.layout.fields[name]?.minor !== true) known += 1;
    unknown += columns.unknown.length;
  }
  return isWhole && (unknown === 0 ? known >= 3 : known >= 4 && unknown <= known / 2);
}

/** Whether a form has what it is about (项目名称, 部门名称) in its own words, not in merely similar ones. */
function bearsItsName({ template, form }: Recognised): boolean {
  return Object.entries(template.form).some(
    ([name, { required }]) => required === true && form.get(name)?.likeness === 1,
  );
}

/** A budget as it was revised tells as much of what a table is as the original one that is asked for. */
function hasRevisedBudget(
  { table, field }: MissingField,
  tables: ReadonlyMap<string, RecognisedTable>,
): boolean {
  return field === 'initialBudget' && tables.get(table ?? '')?.columns.matches.has('adjustedBudget') === true;
}

function unknownIn({ tables }: Recognised): number {
  return [...tables.values()].reduce((sum, { columns }) => sum + columns.unknown.length, 0);
}

/** How far ahead of every other template one must be that was found by words merely alike, unless it leaves fewer columns unexplained. */
const clearLead = 0.02;

/** A sheet in the words of one template, with its title and every heading known: most sheets are, and need no second look. */
function isBeyondDoubt({ taken, best, runnerUp }: Recognition): boolean {
  if (best === null || taken.length === 0 || best.title === null || best.missing.length > 0) return false;
  if (best.score - (runnerUp?.score ?? 0) < 0.1) return false;
  return (
    Object.keys(best.template.form).length === best.form.size &&
    [...best.tables.values()].every(
      ({ columns }) =>
        columns.unknown.length === 0 && [...columns.matches.values()].every((match) => match.how !== 'near'),
    )
  );
}

function recogniseBy(
  vocabulary: Vocabulary,
  sheet: Sheet,
  rows: readonly LabelRow[],
  fileName: string,
  by: 'equal' | 'alike',
): Found {
  const words = sheetWordsOf(sheet, rows, fileName, vocabulary, by);
  const exact = vocabulary.templates.flatMap((template) => candidatesOf(template, words, vocabulary));
  const highest = Math.max(...exact.map((candidate) => candidate.score));
  const candidates = exact
    .map((candidate) =>
      candidate.score < highest - refinedWithin ? candidate : refined(candidate, words, vocabulary),
    )
    .sort(
      (one, other) =>
        other.score - one.score || one.rows.first - other.rows.first || unknownIn(one) - unknownIn(other),
    );
  const taken: Recognised[] = [];
  const repeated: Recognised[] = [];
  for (const candidate of candidates) {
    if (candidate.score < recognitionThreshold) break;
    if ([...taken, ...repeated].some((one) => overlap(one, candidate))) continue;
    if (taken.some((one) => isRepeated(one, candidate, rows))) {
      repeated.push(candidate);
      continue;
    }
    if (saysLittle(candidate) || (taken.length > 0 && isGuess(candidate))) continue;
    taken.push(candidate);
  }
  taken.sort((one, other) => one.rows.first - other.rows.first);
  const best = candidates[0] ?? null;
  return {
    taken: withRows(taken, rows),
    best,
    runnerUp: candidates.find((one) => one.template !== best?.template) ?? null,
    titled: candidates.find(({ title }) => title !== null) ?? null,
  };
}

/** What was found by some words, with the best candidate of those whose title the sheet bears. */
interface Found extends Recognition {
  readonly titled: Recognised | null;
}

/** A sheet that was not taken is named with the template whose title it bears before one that has more of its words. */
function named({ titled, ...recognition }: Found): Recognition {
  const { taken, best } = recognition;
  if (taken.length > 0 || titled === null || titled === best || !isNear(titled)) return recognition;
  return { taken, best: titled, runnerUp: best };
}

/** A sheet that says how to fill in the others names their columns without being one of them. */
export function isGuide({ name }: Pick<Sheet, 'name'>): boolean {
  return /^(?:填[报表写]|报表|编制|使用)?(?:说明|须知|要求|指南)$/.test(foldText(name));
}

/** A sheet that lists the others bears their titles without being one of them. */
export function isContents({ name }: Pick<Sheet, 'name'>): boolean {
  return /^(?:报[表送]|附[表件]|表格)?目[录次]$/.test(foldText(name));
}

/** The words of a sheet, looked at once for all templates. */
interface SheetWords {
  readonly sheet: Sheet;
  readonly rows: readonly LabelRow[];
  readonly hits: readonly Uint16Array[];
  readonly titles: readonly FoundTitle[];
  readonly formLabels: FormLabels;
  readonly match: (paths: readonly ColumnPath[], table: TableWords) => ColumnMatches;
  readonly commonTerms: ReadonlySet<string>;
  /** The column headings of a band; templates share bands. */
  pathsIn(band: Band): readonly ColumnPath[];
}

function sheetWordsOf(
  sheet: Sheet,
  rows: readonly LabelRow[],
  fileName: string,
  vocabulary: Vocabulary,
  by: 'equal' | 'alike',
): SheetWords {
  const known = new Map<string, readonly ColumnPath[]>();
  return {
    sheet,
    rows,
    match: by === 'equal' ? matchColumns : matchColumnsAlike,
    hits: wordHitsOf(rows, vocabulary),
    titles: titlesOn(sheet, rows, fileName, vocabulary, by),
    commonTerms: vocabulary.commonTerms,
    formLabels: formLabelsOn(rows, vocabulary.formLabels),
    pathsIn(band) {
      const key = `${band.first}:${band.last}`;
      const paths = known.get(key) ?? pathsOf(sheet, band, titleYearAbove(rows, band));
      known.set(key, paths);
      return paths;
    },
  };
}

/** The year a title above a heading names; null when none does. */
function titleYearAbove(rows: readonly LabelRow[], band: Band): number | null {
  for (const { row, cells } of rows) {
    if (row >= band.first) return null;
    for (const { label } of cells.slice(0, fewCells)) if (label.year !== null) return label.year;
  }
  return null;
}

function candidatesOf(words: TemplateWords, on: SheetWords, vocabulary: Vocabulary): readonly Recognised[] {
  const tables = words.tables.map((table) =>
    bandsFor(table, words, on, vocabulary)
      .map(
        (band): RecognisedTable => ({
          name: table.name,
          words: table,
          band,
          columns: on.match(on.pathsIn(band), table),
        }),
      )
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
    const paired =
      chosen.has(table.name) || table.layout.optional === true ? null : pairedRow(table, chosen, on);
    if (paired !== null) chosen.set(table.name, paired);
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

/** Whether no heading is known, and all merely resemble one: 项目单位 | … | 申请预算 are labels, not a table of costs. */
function isGuessed(matches: RecognisedTable['columns']['matches']): boolean {
  return [...matches.values()].every(({ how }) => how === 'near');
}

/** Where a table may have its heading: of tables side by side, one may have only a few words of a row that is the other's. */
function bandsFor(
  table: TableWords,
  { template, tables }: TemplateWords,
  on: SheetWords,
  vocabulary: Vocabulary,
): readonly Band[] {
  const bandsBy = (one: TableWords) => bandsOf(on.rows, on.hits, vocabulary.tables.indexOf(one));
  const own = bandsBy(table);
  if (own.length > 0) return own;
  const block = template.sheet?.find((part) => 'tables' in part && part.tables.includes(table.name));
  if (block === undefined || !('tables' in block)) return own;
  return tables.filter((one) => one !== table && block.tables.includes(one.name)).flatMap(bandsBy);
}

/** A table in one row of headings, each with its figure right of it, below no other table's heading. */
function pairedRow(
  table: TableWords,
  chosen: ReadonlyMap<string, RecognisedTable>,
  { sheet, rows, match }: SheetWords,
): RecognisedTable | null {
  const body = Math.min(...[...chosen.values()].map(({ band }) => band.first));
  for (const { row, cells, figures } of rows) {
    if (row >= body) return null;
    if (cells.length < 2 || figures < 2) continue;
    const paths = cells.flatMap(({ column, text, label }): readonly ColumnPath[] => {
      const merge = sheet.merges.find((one) => one.top === row && one.left === column);
      const value = (merge?.right ?? column) + 1;
      return isFigure(sheet.value(row, value))
        ? [{ column: value, labels: [label], written: text.replace(/\s+/g, ''), holds: 'figures' }]
        : [];
    });
    const columns = match(paths, table);
    if (columns.matches.size < 2) continue;
    return { name: table.name, words: table, band: { first: row, last: row }, columns, isPaired: true };
  }
  return null;
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
  return { shared: apart, dropped };
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
function refined(candidate: Recognised, on: SheetWords, vocabulary: Vocabulary): Recognised {
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

function judged(
  words: TemplateWords,
  tables: ReadonlyMap<string, RecognisedTable>,
  form: ReadonlyMap<string, FormCell>,
  { sheet, titles, rows, commonTerms }: SheetWords,
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
  const requiredShare = required === 0 ? 1 : 1 - (missing.length + doubtOf(words, tables, form)) / required;
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
  const surety = namesRows ? knownRows : (lacksRows ? -knownRows : 0) - (isCommon ? commonWords : 0);
  // Under a title of ours, or with our rows, a column of days is one column more.
  const isSure = namesRows || title.weight === 1;
  const isOther = isAboutPerson(rows, first) || isHalfRead(columns) || (!isSure && columns.some(isJournal));
  const most = isOther ? recognitionThreshold - 0.05 : 1;
  return {
    template,
    score: Math.round(Math.max(0, Math.min(most, score + surety)) * 1000) / 1000,
    tables,
    form,
    rows: isForm
      ? { first: 1, last: sheet.rowCount }
      : { first, last: Math.max(...bands.map((band) => band.last)) },
    sheetLines: null,
    title: title.text,
    namesRows,
    missing,
  };
}

/** What it adds that the rows below a heading are those the table always has, and takes off that neither they nor a title are there. */
const knownRows = 0.06;
/** What it takes off that without its title all its headings could be those of any list of projects; of such a list, another's title. */
const commonWords = 0.2;
/** A title of another template that is less alike than this says too little against a list that fits. */
const surelyTitled = 0.8;
/** Fixed rows stand in the first columns and near the heading. */
const rowsBelowHeading = 24;

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

function hasFixedRows({ words, band }: RecognisedTable, rows: readonly LabelRow[]): boolean {
  const { fixedRows = [] } = words.layout;
  const names = new Set(fixedRows.map((name) => labelOf(name).bareKey));
  const named = rows.filter(
    ({ row, cells }) =>
      row > band.last &&
      row <= band.last + rowsBelowHeading &&
      cells.some(({ label }) => names.has(label.bareKey)),
  );
  return fixedRows.length > 0 && named.length >= Math.min(3, Math.ceil(fixedRows.length / 2));
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
    for (const [field, { required }] of Object.entries(layout.fields)) {
      if (required && found?.columns.matches.has(field) !== true && !isSummedUp(field, found)) {
        missing.push({ table: name, field });
      }
    }
  }
  return missing;
}

/** Spending to date may stand as one column or as its months. */
function isSummedUp(field: string, table: RecognisedTable | undefined): boolean {
  return field === 'cumActual' && table?.columns.matches.has('actualM01') === true;
}

function requiredCount(words: TemplateWords, tables: ReadonlyMap<string, RecognisedTable>): number {
  let count = Object.values(words.template.form).filter((field) => field.required).length;
  for (const { name, layout } of words.tables) {
    if (layout.optional && !tables.has(name)) continue;
    count += Object.values(layout.fields).filter((field) => field.required).length;
  }
  return count;
}

const minorWeight = 0.1;

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

function weightOf(table: RecognisedTable): number {
  let weight = 0;
  for (const [name, match] of table.columns.matches) {
    const field = table.words.layout.fields[name];
    weight += (field?.required ? 2 : field?.minor ? minorWeight : 1) * (match.how === 'near' ? 0.5 : 1);
  }
  return weight;
}

/** A text of a sheet or its names that holds the title of some template. */
interface FoundTitle {
  readonly text: string;
  /** Null for the names of sheet and file, which stand above everything. */
  readonly row: number | null;
  readonly weight: number;
  /** Length of the longest title in it, by template. */
  readonly lengths: ReadonlyMap<Template, number>;
  readonly longest: number;
}

/** A row with more texts than this is no title row. */
const fewCells = 4;

/** A title on the sheet counts most, then the sheet's name, then the file's. */
function titlesOn(
  sheet: Sheet,
  rows: readonly LabelRow[],
  fileName: string,
  vocabulary: Vocabulary,
  by: 'equal' | 'alike',
): readonly FoundTitle[] {
  const { titles } = vocabulary;
  const cellsOf = (row: number | null) => rows.find((one) => one.row === row)?.cells.length ?? 1;
  const texts: readonly (readonly [string, number | null, number])[] = [
    ...rows.flatMap(({ row, cells }) =>
      cells.length > fewCells ? [] : cells.map((cell) => [withoutRemark(cell.text), row, 1] as const),
    ),
    [sheet.name, null, 0.8],
    [fileName.replace(/\.[^.]*$/, ''), null, 0.7],
  ];
  const found: FoundTitle[] = [];
  // What a sheet or file is called, if merely like a title, counts for nothing beside a title on the sheet.
  let bearsTitle = false;
  for (const [text, row, weight] of texts) {
    if (text.length > 80 || text.length < 3) continue;
    const { key } = labelOf(text);
    const lengths = new Map<Template, number>();
    // Titles come longest first.
    for (const title of titles) {
      if (title.key.length <= key.length && !lengths.has(title.template) && key.includes(title.key)) {
        lengths.set(title.template, title.key.length);
      }
    }
    if (lengths.size > 0) {
      found.push({ text, row, weight, lengths, longest: Math.max(...lengths.values()) });
      bearsTitle ||= row !== null;
    } else if (by === 'alike' && cellsOf(row) <= 2 && (row !== null || !bearsTitle)) {
      found.push(...alikeTitle(text, row, weight, vocabulary));
    }
  }
  return found;
}

/** 项目经费使用进度表（单位：万元）: what a title says of the sheet in brackets is no part of it. */
function withoutRemark(text: string): string {
  return text.replace(/[（(][^（()）]*[:：][^（()）]*[）)]/g, '').trim();
}

/** A text that has nearly all the words of a title, in another order or with others between. */
function alikeTitle(
  text: string,
  row: number | null,
  weight: number,
  { titleMeanings, templates }: Vocabulary,
): readonly FoundTitle[] {
  if (/[:：]/.test(text)) return [];
  // What stands before the year is the office.
  const words = text.replace(/^[^（(]{2,30}?(?=(?:19|20)\d\d年)/, '');
  const alike = titlesAlike(termsOf(labelOf(words)), titleMeanings);
  if (alike.size === 0) return [];
  const lengths = new Map<Template, number>();
  for (const { template } of templates) {
    const shared = alike.get(template.id)?.shared;
    if (shared !== undefined) lengths.set(template, shared);
  }
  const likest = Math.max(...[...alike.values()].map(({ score }) => score));
  return [{ text, row, weight: weight * likest, lengths, longest: Math.max(...lengths.values()) }];
}

/** The title a template has above its heading; a longer title of another template in the same text takes most of it away. */
function titleOf(
  template: Template,
  titles: readonly FoundTitle[],
  firstRow: number,
  isForm: boolean,
): { readonly text: string | null; readonly weight: number } {
  let best: { text: string | null; weight: number } = { text: null, weight: 0 };
  const isOthers = titles.some(
    ({ row, weight, lengths }) => row !== null && row < firstRow && weight === 1 && !lengths.has(template),
  );
  for (const { text, row, weight, lengths, longest } of titles) {
    const own = lengths.get(template);
    // A form may begin with its labels; what stands below the heading of a list is a project, however it is called.
    if (own === undefined || (row !== null && row >= firstRow && (row > 3 || !isForm))) continue;
    // Where the sheet bears another's title, its name and its file's say little.
    const counted = own === longest && !(isOthers && row === null) ? weight : weight * 0.3;
    // Of several the nearest above the heading.
    if (counted > best.weight || (counted === best.weight && row !== null)) best = { text, weight: counted };
  }
  return best;
}

function overlap(one: Recognised, other: Recognised): boolean {
  if (one.form.size > 0 || other.form.size > 0) return true;
  return one.rows.first <= other.rows.last && other.rows.first <= one.rows.last;
}

/** Without a title, and by words that are merely alike for the most part: beside a table that was found, texts of its body. */
function isGuess({ title, tables }: Recognised): boolean {
  const matches = [...tables.values()].flatMap(({ columns }) => [...columns.matches.values()]);
  return title === null && matches.filter(({ how }) => how === 'near').length > matches.length / 2;
}

/** 项目 | 金额 and no title: headings of anything, unless the rows below are those the table always has. */
function saysLittle({ title, namesRows, form, tables }: Recognised): boolean {
  if (title !== null || namesRows || form.size > 0) return false;
  const headings = new Set<string>();
  for (const { columns, words } of tables.values()) {
    for (const [name, { path }] of columns.matches)
      if (words.layout.fields[name]?.minor !== true)
        headings.add(path.labels.map(({ key }) => key).join('/'));
  }
  return headings.size <= 2;
}

/**
 * A heading printed again at a page break: the same columns below the same table, with no title of its own and no other
 * unit named above it.
 */
function isRepeated(one: Recognised, other: Recognised, rows: readonly LabelRow[]): boolean {
  if (one.template !== other.template || other.rows.first < one.rows.first) return false;
  if (columnsOf(one) !== columnsOf(other)) return false;
  if (other.title !== null && other.title !== one.title) return false;
  const unit = unitAbove(other.rows.first, rows);
  return unit === null || unit === unitAbove(one.rows.first, rows);
}

/** The unit named in the few rows above a heading. */
function unitAbove(heading: number, rows: readonly LabelRow[]): string | null {
  const above = rows.filter(({ row }) => row < heading && row >= heading - titleRows);
  const texts = above.flatMap(({ cells }) =>
    cells.map(({ text }, index) => ({ text, right: cells[index + 1]?.text ?? '' })),
  );
  return unitNamedIn(texts)?.name ?? null;
}

function columnsOf(recognised: Recognised): string {
  const columns: string[] = [];
  for (const table of recognised.tables.values()) {
    for (const [field, { path }] of table.columns.matches) columns.push(`${field}@${path.column}`);
  }
  return columns.sort().join(' ');
}

/** A list reaches from its title to the row before the next one's; the first one on a sheet from the top. */
function withRows(taken: readonly Recognised[], rows: readonly LabelRow[]): readonly Recognised[] {
  const firsts = taken.map((one, index) =>
    index === 0 ? 1 : topOf(one.rows.first, taken[index - 1]?.rows.last ?? 0, rows),
  );
  const top = Math.max(0, (taken[0]?.rows.first ?? 1) - 1);
  return taken.map((one, index) => {
    if (one.form.size > 0) return one;
    const last = (firsts[index + 1] ?? Number.MAX_SAFE_INTEGER + 1) - 1;
    return {
      ...one,
      rows: { first: firsts[index] ?? 1, last },
      sheetLines: index === 0 || top === 0 ? null : { first: 1, last: top },
    };
  });
}

/** The first of the few rows of one or two texts directly above a heading: its title and unit line. */
function topOf(heading: number, floor: number, rows: readonly LabelRow[]): number {
  let top = heading;
  while (heading - top < titleRows && top - 1 > floor) {
    const above = rows.find(({ row }) => row === top - 1);
    if (above === undefined || above.figures > 0 || above.cells.length === 0 || above.cells.length > 2) break;
    top -= 1;
  }
  return top;
}

const titleRows = 3;
