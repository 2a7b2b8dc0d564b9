import type { Submission } from '../model/submission.ts';
import type { Sheet } from '../model/workbook.ts';
import { coverOf } from './cover.ts';
import { type ExtractCircumstances, extract } from './extract.ts';
import type { Recognition } from './recognition.ts';

/** A sheet and what it was recognised as. */
export interface LookedAt {
  readonly sheet: Sheet;
  readonly recognition: Recognition;
}

/**
 * Reads all sheets of a workbook: for each of them a submission for every template that was recognised on it. What the
 * cover says of unit and period holds for all; a sheet that does not say whose it is belongs to the unit the others name.
 */
export function extractSheets(
  sheets: readonly LookedAt[],
  circumstances: Omit<ExtractCircumstances, 'cover'>,
): readonly (readonly Submission[])[] {
  const cover = coverOf(sheets, circumstances.source.path);
  const read = sheets.map(({ sheet, recognition }) =>
    recognition.taken.map((recognised) => extract(sheet, recognised, { ...circumstances, cover })),
  );
  const stated = read.flat().filter(({ unit }) => unit.from === 'cell' || unit.from === 'title');
  const unit = stated[0]?.unit;
  if (unit === undefined || stated.some((one) => one.unit.name !== unit.name)) return read;
  return read.map((own) =>
    own.map((one) => (one.unit.from === 'none' ? { ...one, unit: { ...unit, conflicts: [] } } : one)),
  );
}
