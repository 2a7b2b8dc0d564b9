import type { Sheet } from '../model/workbook.ts';
import { withAlikeWords } from './alike-words.ts';
import { candidatesOf, refined } from './candidates.ts';
import { isTold } from './fit.ts';
import { type LabelRow, labelRowsOf } from './heading-band.ts';
import { isGuide } from './other-sheets.ts';
import { isNear, type Recognised, type Recognition, recognitionThreshold } from './recognition.ts';
import { sheetWordsOf } from './sheet-words.ts';
import { unitNamedIn } from './unit-claim.ts';
import type { Vocabulary } from './vocabulary.ts';

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
      (unknownIn(best) < unknownIn(runnerUp) ||
        (bearsItsName(best) && !bearsItsName(runnerUp)) ||
        knowsMoreLabels(best, runnerUp)));
  const isSure = (best.title !== null || fitsWithoutTitle(best)) && isClear;
  // What was taken without a title does not stand where the sheet bears one like another's.
  const kept = known.taken.filter(({ title }) => title !== null || best.title === null);
  return named(isSure ? alike : { ...alike, taken: kept });
}

/** Without a title the headings must speak for themselves: all that is required, and little that is not known. */
function fitsWithoutTitle({ missing, tables, form, template, namesRows }: Recognised): boolean {
  const isWhole = missing.every((one) => isTold(one, tables));
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

/** Whether a form knows every label that another does, and more: 项目名称 is none of a department's. */
function knowsMoreLabels({ form }: Recognised, other: Recognised): boolean {
  const placesOf = (cells: Recognised['form']) =>
    [...cells.values()].map(({ labelRow, labelColumn }) => `${labelRow}:${labelColumn}`);
  const own = new Set(placesOf(form));
  const theirs = placesOf(other.form);
  return own.size > theirs.length && theirs.length > 0 && theirs.every((place) => own.has(place));
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
    .filter(
      (candidate, _, all) =>
        candidate.titleRow !== null || !all.some((other) => namesRowsOf(other, candidate)),
    )
    .sort(
      (one, other) =>
        other.score - one.score ||
        one.rows.first - other.rows.first ||
        Number(other.titleRow !== null) - Number(one.titleRow !== null) ||
        unknownIn(one) - unknownIn(other),
    );
  preferFuller(candidates);
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

/**
 * Whether the rows below a heading are those one template always has, and another that would have the heading, none of its
 * own: 立项必要性, 投入经济性 and 筹资合规性 are scored in an assessment before the event only.
 */
function namesRowsOf(one: Recognised, other: Recognised): boolean {
  if (!one.namesRows || other.namesRows || other.form.size > 0) return false;
  return [...one.tables.values()].some(
    ({ words: { layout }, band, columns }) =>
      layout.fixedRows !== undefined &&
      band.first === other.rows.first &&
      Object.entries(layout.fields).every(([name, { required }]) => !required || columns.matches.has(name)),
  );
}

/**
 * Of two lists nearly as likely, neither with a title, the first gives way to one that lacks nothing either, means all the
 * columns it means, and more besides: a list of goals that has rates and warnings is one of monitoring.
 */
function preferFuller(candidates: Recognised[]): void {
  const [first] = candidates;
  if (first === undefined || first.title !== null || first.namesRows || first.form.size > 0) return;
  const index = candidates.findIndex(
    (other) =>
      other.title === null &&
      other.missing.length === 0 &&
      first.score - other.score <= nearlyAsLikely &&
      unknownIn(other) < unknownIn(first) &&
      meansAll(first, other),
  );
  candidates.unshift(...candidates.splice(index, index < 0 ? 0 : 1));
}

const nearlyAsLikely = 0.05;

/** Whether every column that means something to one template does to the other. */
function meansAll(one: Recognised, other: Recognised): boolean {
  const meant = new Set(columnsMeant(other));
  return one.rows.first === other.rows.first && columnsMeant(one).every((column) => meant.has(column));
}

function columnsMeant({ tables }: Recognised): readonly number[] {
  return [...tables.values()].flatMap(({ columns }) =>
    [...columns.matches.values()].map(({ path }) => path.column),
  );
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
