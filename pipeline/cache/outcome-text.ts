import type { LongList } from '../model/report.ts';
import type { Row, RowSource, Submission, Table } from '../model/submission.ts';
import type { UnitPart } from '../stages/unit-part.ts';
import type { Validated } from '../validate.ts';
import type { FileOutcome } from '../workers/workplace.ts';

/*
 * Outcomes as JSON: the same outcome is the same text, whatever process made it. Maps become lists of pairs, and the
 * source that all rows of a table share is written once. What is read back was written by this file, of this very
 * build: the key of the cache sees to that, so its shape is trusted.
 */

/**
 * A refusal may come of a busy machine, the rows of a long ledger are read again as quickly from the file itself, and
 * what is classified stays in its own file.
 */
export function isWorthKeeping({ refusal, submissions }: Validated): boolean {
  const rows = submissions.flatMap(({ form, tables }) => [
    form,
    ...Object.values(tables).flatMap((table) => table.rows),
  ]);
  return refusal === null && rows.length <= mostRows && rows.every((row) => !row.classified);
}

const mostRows = 5000;

/** What became of a file, as JSON. @throws TypeError where it has no result: what failed is tried again */
export function textOfFile({ result }: FileOutcome): string {
  if (result === null) throw new TypeError('only results are kept');
  return JSON.stringify(plainFile(result));
}

function plainFile(result: Validated) {
  return {
    ...result,
    explanations: [...result.explanations],
    submissions: result.submissions.map(plainSubmission),
  };
}

/** The outcome out of a text of `textOfFile`. */
export function fileOutcomeFrom(text: string): FileOutcome {
  const plain: ReturnType<typeof plainFile> = JSON.parse(text);
  const result: Validated = {
    ...plain,
    explanations: new Map(plain.explanations),
    submissions: plain.submissions.map(submissionFrom),
  };
  return { result, failure: null, passedOver: null };
}

/** A unit's part without what is kept apart. */
export type UnitCard = Omit<UnitPart, 'lists' | 'counts'>;

/** What is kept of a judged unit, as JSON, with the sizes of the pieces that are kept apart. */
export function textOfUnit(card: UnitCard, sizes: Sizes): string {
  return JSON.stringify({ card, sizes });
}

/** How long what is kept apart is: the counts, and the pieces of each list with how many things they have. */
export interface Sizes extends Readonly<Record<LongList, readonly PieceSize[]>> {
  readonly counts: number;
}

interface PieceSize {
  readonly count: number;
  readonly length: number;
}

/** The same out of a text of `textOfUnit`. */
export function unitFrom(text: string): { readonly card: UnitCard; readonly sizes: Sizes } {
  return JSON.parse(text);
}

function plainSubmission(submission: Submission) {
  return {
    ...submission,
    signatures: [...submission.signatures],
    form: { ...submission.form, source: plainSource(submission.form.source) },
    tables: Object.entries(submission.tables).map(([name, table]) => [name, plainTable(table)] as const),
  };
}

function submissionFrom(plain: ReturnType<typeof plainSubmission>): Submission {
  return {
    ...plain,
    signatures: new Map(plain.signatures),
    form: { ...plain.form, source: sourceFrom(plain.form.source) },
    tables: Object.fromEntries(plain.tables.map(([name, table]) => [name, tableFrom(table)])),
  };
}

function plainTable(table: Table) {
  const [first] = [...table.rows, ...table.totals, ...table.subtotals, ...table.ofWhich];
  return {
    ...table,
    source: first === undefined ? null : plainSource(first.source),
    rows: table.rows.map(withoutSource),
    totals: table.totals.map(withoutSource),
    subtotals: table.subtotals.map(withoutSource),
    ofWhich: table.ofWhich.map(withoutSource),
    columns: [...table.columns],
    columnFormulas: [...table.columnFormulas],
    unknownColumns: [...table.unknownColumns],
  };
}

function tableFrom({ source, ...plain }: ReturnType<typeof plainTable>): Table {
  const shared = source === null ? null : sourceFrom(source);
  const rowFrom = (row: ReturnType<typeof withoutSource>): Row => {
    if (shared === null) throw new TypeError('a table with rows has a source');
    return { ...row, source: shared };
  };
  return {
    ...plain,
    rows: plain.rows.map(rowFrom),
    totals: plain.totals.map(rowFrom),
    subtotals: plain.subtotals.map(rowFrom),
    ofWhich: plain.ofWhich.map(rowFrom),
    columns: new Map(plain.columns),
    columnFormulas: new Map(plain.columnFormulas),
    unknownColumns: new Map(plain.unknownColumns),
  };
}

function withoutSource({ source: _, ...row }: Row): Omit<Row, 'source'> {
  return row;
}

function plainSource(source: RowSource) {
  return {
    ...source,
    columns: [...source.columns],
    cells: source.cells === null ? null : [...source.cells],
  };
}

function sourceFrom(plain: ReturnType<typeof plainSource>): RowSource {
  return {
    ...plain,
    columns: new Map(plain.columns),
    cells: plain.cells === null ? null : new Map(plain.cells),
  };
}
