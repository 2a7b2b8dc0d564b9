import { groupBy } from './group-by.ts';
import type { Fen } from './money.ts';
import { amountOf, type Row, type Submission } from './submission.ts';
import type { Text } from './text.ts';
import { type GuaranteeKind, guaranteeKinds, guaranteeOf } from './three-guarantees.ts';

/** What a sheet says of one guarantee: one line in the report form, a line per allotment in the system's export. */
export interface GuaranteeLines {
  readonly kind: GuaranteeKind;
  readonly name: Text;
  /** At least one, in the order of the sheet. */
  readonly rows: readonly [Row, ...Row[]];
}

/**
 * The lines of a T08 by guarantee, in the official order; a guarantee without a line is left out. A list of payments,
 * each with the days on which it was due and paid, has none: it says what was paid on a day, not what was spent in all.
 */
export function guaranteeLines(submission: Submission): readonly GuaranteeLines[] {
  const { rows = [], columns } = submission.tables.items ?? {};
  if (columns?.has('dueOn') && columns.has('paidOn')) return [];
  return guaranteeKinds.flatMap(({ code, word, english }) => {
    const [first, ...rest] = rows.filter((row) => kindOf(row) === code);
    if (first === undefined) return [];
    return [{ kind: code, name: { zh: word, en: english }, rows: [first, ...rest] }];
  });
}

/** Lines of one guarantee that are of one unit or district; `owner` is '' where the whole sheet is of one. */
export interface OwnedLines extends GuaranteeLines {
  readonly owner: string;
}

/**
 * The lines of a T08 by guarantee and by whose they are: in the list of a whole district what one unit is short of is
 * not made up for by another. The name then says whose: 青禾镇人民政府保工资.
 */
export function ownedGuaranteeLines(submission: Submission): readonly OwnedLines[] {
  const lines = guaranteeLines(submission);
  const owners = ownersOf(submission.tables.items?.rows ?? []);
  const ownerOf = (row: Row) => owners.get(row.number) ?? '';
  if (new Set(owners.values()).size < 2) return lines.map((one) => ({ ...one, owner: '' }));
  return lines.flatMap(({ kind, name, rows }) =>
    [...groupBy(rows, ownerOf)].flatMap(([owner, [first, ...rest]]) =>
      first === undefined
        ? []
        : [
            {
              kind,
              name: { zh: `${owner}${name.zh}`, en: owner === '' ? name.en : `${name.en} of "${owner}"` },
              rows: [first, ...rest] as const,
              owner,
            },
          ],
    ),
  );
}

/** Whose each line is, by the number of its row: a line that does not say belongs with the one above it. */
function ownersOf(rows: readonly Row[]): ReadonlyMap<number, string> {
  let owner = '';
  return new Map(
    rows.map((row) => {
      const { region, unitName } = row.values;
      owner = [region, unitName].filter((name) => typeof name === 'string').join('') || owner;
      return [row.number, owner];
    }),
  );
}

/** The guarantee that a line of a T08 is tagged with; null for none, or a word that is none of the three. */
export function kindOf(row: Row): GuaranteeKind | null {
  const { kind } = row.values;
  return typeof kind === 'string' ? guaranteeOf(kind) : null;
}

/** The sum of an amount over lines; null when one of them has none. */
export function sumOfLines(rows: readonly Row[], field: string): Fen | null {
  let sum = 0;
  for (const row of rows) {
    const amount = amountOf(row, field);
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}

/** The first line that has no amount in a field: the cell to name when a sum cannot be made. */
export function lineWithout(rows: readonly [Row, ...Row[]], field: string): Row {
  return rows.find((row) => amountOf(row, field) === null) ?? rows[0];
}
