import { basename } from 'node:path/posix';
import type { Rule, UnrecognisedSheet } from '../rules/rule.ts';
import { readWorkbook } from './formats/index.ts';
import type { PreviousUnit, Roster } from './model/dossier.ts';
import type { Day, Period } from './model/period.ts';
import { isRefusal, type Refusal, refuse } from './model/refusal.ts';
import type { SourceFile } from './model/source-file.ts';
import { isUnjudged, type Row, type Submission } from './model/submission.ts';
import type { Workbook } from './model/workbook.ts';
import type { Policy } from './policy/policy.ts';
import { type Checked, checkSubmission } from './stages/check.ts';
import { extractSheets, type LookedAt } from './stages/extract-sheets.ts';
import { hiddenSheets } from './stages/hidden-sheets.ts';
import { withHistory } from './stages/months.ts';
import { isContents } from './stages/other-sheets.ts';
import { type Explanations, withoutReview } from './stages/read-returned.ts';
import { recognise } from './stages/recognise.ts';
import { isNear, type Recognition } from './stages/recognition.ts';
import type { Vocabulary } from './stages/vocabulary.ts';

/** What validating one file gives: everything the rest of a run needs to know of it. */
export interface Validated {
  readonly file: string;
  readonly sha256: string;
  /** Why the file could not be read or recognised; null when it could. */
  readonly refusal: Refusal | null;
  readonly submissions: readonly Submission[];
  /** How many rows of data each submission has. */
  readonly rowCounts: readonly number[];
  /** What the table rules said, submission by submission. */
  readonly checked: readonly Checked[];
  /** Sheets with data that resemble a template and fit none well enough. */
  readonly unrecognised: readonly UnrecognisedSheet[];
  /** Sheets that are no submission at all: guides, code lists, empty ones. */
  readonly passedOver: readonly string[];
  /** What the unit wrote on the review of a workbook that was returned to it. */
  readonly explanations: Explanations;
}

/** What one run validates files with. */
export interface Desk {
  readonly vocabulary: Vocabulary;
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  readonly roster: Roster | null;
  readonly period: Period;
  readonly asOf: Day;
  readonly previous: ReadonlyMap<string, PreviousUnit>;
  readonly passwords: readonly string[];
  /** How many rows of a table are held as values, if not as many as usual: see `longRows`. */
  readonly mostRowsHeld?: number | undefined;
}

/** One file, from bytes to verdicts: read → recognise → extract → check. */
export function validate(source: SourceFile, desk: Desk): Promise<Validated> {
  const { path, sha256 } = source;
  // Read: bytes become a workbook, or the file is refused with the reason. From then on nobody holds the bytes.
  return readWorkbook(source, { passwords: desk.passwords }).then((opened) =>
    judged(opened, { path, sha256 }, desk),
  );
}

function judged(opened: Workbook | Refusal, source: FileName, desk: Desk): Validated {
  if (isRefusal(opened)) return refusedFile(source, opened);
  const { workbook, explanations } = withoutReview(opened);

  // Recognise: each sheet is one or more official templates, or none.
  const sheets = workbook.sheets.map((sheet) => ({
    sheet,
    recognition: recognise(sheet, basename(source.path), desk.vocabulary),
  }));

  // Extract: typed rows that know their cells; monthly sheets become one submission with its history.
  const read = withHistory(extractSheets(sheets, { ...desk, source, workbook }).flat(), desk.period);
  const [first, ...others] = read;
  const submissions =
    first === undefined
      ? []
      : [{ ...first, problems: [...first.problems, ...hiddenSheets(source.path, sheets)] }, ...others];
  if (submissions.length === 0) return refusedFile(source, whyUnknown(workbook, sheets));

  // Check: every table rule on every submission.
  const checking = {
    period: desk.period,
    asOf: desk.asOf,
    timeProgressOf: (row: Row) => desk.policy.timeProgressOf(row, desk.period),
  };
  const checked = submissions.map((submission) =>
    checkSubmission(
      submission,
      isUnjudged(submission) ? desk.rules.filter(judgesAnyPeriod) : desk.rules,
      desk.policy,
      checking,
      desk.previous.get(submission.unit.name) ?? null,
    ),
  );
  return {
    file: source.path,
    sha256: source.sha256,
    refusal: null,
    submissions,
    rowCounts: submissions.map(({ tables }) =>
      Object.values(tables).reduce((sum, table) => sum + table.rows.length, 0),
    ),
    checked,
    unrecognised: sheets.flatMap(unrecognisedIn),
    passedOver: sheets
      .filter(({ recognition }) => recognition.taken.length === 0)
      .map(({ sheet }) => sheet.name),
    explanations,
  };
}

function judgesAnyPeriod({ meta }: Rule): boolean {
  return meta.group === 'structure' || meta.group === 'quality';
}

/** A file by its name and content, without its bytes. */
type FileName = Pick<SourceFile, 'path' | 'sha256'>;

/** The result of a file that is not read; its sha256 is empty where not even its bytes are known. */
export function refusedFile(source: FileName, refusal: Refusal): Validated {
  return {
    file: source.path,
    sha256: source.sha256,
    refusal,
    submissions: [],
    rowCounts: [],
    checked: [],
    unrecognised: [],
    passedOver: [],
    explanations: new Map(),
  };
}

/** No sheet is a known template: the nearest one is named with what it lacks, or the file is simply empty. */
function whyUnknown(workbook: Workbook, sheets: readonly LookedAt[]): Refusal {
  if (workbook.sheets.every((sheet) => sheet.rowCount === 0)) return refuse('EMPTY_FILE');
  const nearest = sheets
    .map(({ recognition }) => recognition.best)
    .filter((best) => best !== null)
    .sort((one, other) => other.score - one.score)[0];
  if (nearest === undefined || !isNear(nearest)) return refuse('UNKNOWN_TEMPLATE');
  const { title } = nearest.template;
  const missing = missingTitles(nearest).slice(0, 4);
  return refuse('UNKNOWN_TEMPLATE', {
    zh: `最接近《${title.zh}》${missing.length === 0 ? '' : `，缺少“${missing.join('”“')}”`}`,
    en: `nearest: ${title.en}${missing.length === 0 ? '' : `, without ${missing.join(', ')}`}`,
  });
}

function unrecognisedIn({ sheet, recognition }: LookedAt): readonly UnrecognisedSheet[] {
  const { best, taken } = recognition;
  if (taken.length > 0 || best === null || !isNear(best)) return [];
  if (isContents(sheet) || sheet.visibility !== 'visible') return [];
  return [{ sheet: sheet.name, nearest: best.template.id, score: best.score, missing: missingTitles(best) }];
}

function missingTitles(recognised: NonNullable<Recognition['best']>): readonly string[] {
  return recognised.missing.map(({ table, field }) => {
    const fields =
      table === null ? recognised.template.form : (recognised.template.tables[table]?.fields ?? {});
    return fields[field]?.title.zh ?? field;
  });
}
