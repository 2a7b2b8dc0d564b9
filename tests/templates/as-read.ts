import { createHash } from 'node:crypto';
import type { CellContent, Values } from '../../output/blank-template/content.ts';
import { readWorkbook } from '../../pipeline/formats/index.ts';
import { type AmountUnit, toFen } from '../../pipeline/model/money.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';
import { placeOf, type Row, type Submission } from '../../pipeline/model/submission.ts';
import type { Field, Fields } from '../../pipeline/model/template.ts';
import type { Workbook } from '../../pipeline/model/workbook.ts';
import { extract } from '../../pipeline/stages/extract.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { recognise } from '../../pipeline/stages/recognise.ts';

/** Bytes read as a workbook. @throws Error when the file is refused */
export async function workbookOf(path: string, bytes: Uint8Array): Promise<Workbook> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const workbook = await readWorkbook({ path, bytes, sha256 }, { passwords: [] });
  if (isRefusal(workbook)) throw new Error(`${path}: ${workbook.code} ${workbook.message.zh}`);
  return workbook;
}

/** Everything a file holds that is a template: read → recognise → extract. */
export async function submissionsIn(path: string, bytes: Uint8Array): Promise<readonly Submission[]> {
  const workbook = await workbookOf(path, bytes);
  return workbook.sheets.flatMap((sheet) =>
    recognise(sheet, path, officialVocabulary).taken.map((recognised) =>
      extract(sheet, recognised, {
        source: { path, sha256: '0'.repeat(64) },
        workbook,
        period: '2023-06',
        roster: null,
        cover: [],
      }),
    ),
  );
}

/** What stands in the fields of a row, with their cells: the fields that `like` names and no others. */
export function contentOf(row: Row, like: Values): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(like).map((name) => [name, [inSavedDigits(row.values[name]), placeOf(row, name).cell]]),
  );
}

/** What filled-in values must be read as, with the cells they were written to. */
export function expectedOf(
  values: Values,
  fields: Fields,
  unit: AmountUnit,
  addressOf: (field: string) => string | null,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      [valueRead(value, fields[name], unit), addressOf(name)],
    ]),
  );
}

function valueRead(value: CellContent, field: Field | undefined, unit: AmountUnit): unknown {
  if (field?.kind === 'amount' && typeof value === 'number') return toFen(value, field.unit ?? unit);
  return inSavedDigits(value);
}

/** Programs save fractions with fifteen digits or seventeen: what differs beyond twelve is the same figure. */
function inSavedDigits(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
}

/** Leaves out what is blank and what the form has no place for. */
export function filledIn(values: Values, isThere: (field: string) => boolean): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== null && isThere(name)),
  );
}
