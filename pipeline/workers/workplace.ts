import { isPassedOver, openSource } from '../formats/index.ts';
import type { Dossier } from '../model/dossier.ts';
import { byCodeUnit } from '../model/order.ts';
import { isRefusal } from '../model/refusal.ts';
import type { Failure } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import type { Text } from '../model/text.ts';
import type { FoundFile } from '../stages/discover.ts';
import { judgeUnit } from '../stages/judge-unit.ts';
import { type UnitPart, unitPart, withBytes } from '../stages/unit-part.ts';
import { type Desk, refusedFile, type Validated, validate } from '../validate.ts';
import { openShelf } from './shelf.ts';
import { withoutRows } from './without-rows.ts';

/**
 * Where files and units are checked: this process, or several others. Faults of ours are outcomes; what throws is a
 * disk that does not take the bytes of a part.
 */
export interface Workplace<Bytes> {
  /** One file, from its name to its result. */
  checkFile(file: FoundFile): Promise<FileOutcome>;
  /** One unit, once all of its files are checked. */
  checkUnit(order: UnitOrder): Promise<UnitOutcome<Bytes>>;
}

/** What became of one file: exactly one of the three is there. */
export interface FileOutcome {
  /** Without rows and without what the rules said of them, with hollow templates. */
  readonly result: Validated | null;
  /** A fault of ours: it is reported, and the other files go on. */
  readonly failure: Failure | null;
  /** It turned out to be no file to read: a link, a pipe, a folder. */
  readonly passedOver: { readonly path: string; readonly reason: Text } | null;
}

/** Which submissions make up a unit's dossier, and which files they are in. */
export interface UnitOrder {
  readonly unit: string;
  readonly files: readonly OrderedFile[];
  readonly submissions: readonly SubmissionPlace[];
  readonly superseded: readonly SubmissionPlace[];
  readonly unjudged: readonly SubmissionPlace[];
}

export interface OrderedFile extends FoundFile {
  readonly sha256: string;
}

/** A submission by its file's index in the order and its own in the file. */
export interface SubmissionPlace {
  readonly file: number;
  readonly submission: number;
}

/** What became of one unit: its part of the report, or a fault of ours. */
export interface UnitOutcome<Bytes> {
  readonly part: UnitPart<Bytes> | null;
  readonly failure: Failure | null;
}

/**
 * A workplace in this process. Files stay on its shelf, rows and all, until their units are checked.
 *
 * @param put what becomes of the bytes of a unit's part
 */
export function openWorkplace<Bytes>(
  desk: Desk,
  put: (bytes: Uint8Array<ArrayBuffer>) => Bytes,
): Workplace<Bytes> {
  const shelf = openShelf();
  const keeps = new Set(
    desk.rules.filter(({ meta }) => meta.scope === 'batch').flatMap(({ meta }) => meta.needs),
  );
  return {
    async checkFile(file) {
      let stage = 'open';
      try {
        const validated = await openSource(file.absolute, file.path).then((opened) => {
          if (isPassedOver(opened)) return opened;
          if (isRefusal(opened)) return refusedFile({ path: file.path, sha256: '' }, opened);
          stage = 'validate';
          return validate(opened, desk);
        });
        if ('reason' in validated) return { result: null, failure: null, passedOver: validated };
        shelf.put(validated);
        return {
          result: withoutRows(validated, keeps, (row) => desk.policy.timeProgressOf(row, desk.period)),
          failure: null,
          passedOver: null,
        };
      } catch (error) {
        return { result: null, failure: failureOf(error, stage, file.path), passedOver: null };
      }
    },

    async checkUnit(order) {
      let part: UnitPart;
      try {
        const read: Validated[] = [];
        for (const file of order.files)
          read.push(shelf.take(file.path, file.sha256) ?? (await readAgain(file, desk)));
        part = partOf(order, read, desk);
      } catch (error) {
        return { part: null, failure: failureOf(error, 'check', order.files[0]?.path ?? null) };
      }
      return { part: withBytes(part, put), failure: null };
    },
  };
}

/** A bug of ours in one file or unit must not cost the others their report; it is reported as what it is. */
function failureOf(error: unknown, stage: string, file: string | null): Failure {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { stage, rule: null, file, message };
}

/** Judges the unit and puts together what it adds to the report. */
function partOf(order: UnitOrder, read: readonly Validated[], desk: Desk): UnitPart {
  const { unit } = order;
  const at = (places: readonly SubmissionPlace[]) =>
    places.flatMap(({ file, submission }) => read[file]?.submissions[submission] ?? []);
  const dossier: Dossier = {
    unit,
    period: desk.period,
    submissions: at(order.submissions),
    superseded: at(order.superseded),
    unjudged: at(order.unjudged),
    previous: desk.previous.get(unit) ?? null,
  };
  // What was set aside is not judged: its findings would send back a file that no longer counts.
  const counting = new Set([...dossier.submissions, ...dossier.unjudged]);
  const tables = read
    .toSorted((one, other) => byCodeUnit(one.file, other.file))
    .flatMap(({ submissions, checked }) => checked.filter((_, index) => isIn(counting, submissions[index])));
  const explanations = read.map((one) => one.explanations);
  return unitPart(unit, tables, judgeUnit(dossier, desk), explanations, desk.rules);
}

function isIn(submissions: ReadonlySet<Submission>, one: Submission | undefined): boolean {
  return one !== undefined && submissions.has(one);
}

/** @throws Error when a file is no longer the one that was checked */
async function readAgain(file: OrderedFile, desk: Desk): Promise<Validated> {
  const opened = await openSource(file.absolute, file.path);
  if (isPassedOver(opened) || isRefusal(opened) || opened.sha256 !== file.sha256)
    throw new Error('the file changed during the run');
  return await validate(opened, desk);
}
