import { extract } from '../../../pipeline/stages/extract.ts';
import { officialVocabulary } from '../../../pipeline/stages/official-vocabulary.ts';
import { recognise } from '../../../pipeline/stages/recognise.ts';
import { workbookOf } from '../as-read.ts';
import { type Look, type UnseenSheet, unseenWorkbook, wordedLabels, wordedTables } from './unseen-sheet.ts';

/** How a sheet with known meaning was read. */
export interface Reading {
  /** The templates it was taken for. */
  readonly taken: string;
  readonly isRight: boolean;
  /** Headings and labels that mean a field. */
  readonly meant: number;
  readonly found: number;
  /** Not read at all: `heading → field`. */
  readonly missed: readonly string[];
  /** Read as something they do not mean. */
  readonly wrong: readonly string[];
}

/** Reads a sheet and compares every heading and label with what it means. */
export async function readingOf(sheet: UnseenSheet, look: Look): Promise<Reading> {
  const workbook = await workbookOf('报送.xlsx', await unseenWorkbook(sheet, look));
  const page = workbook.sheets[0];
  if (page === undefined) throw new Error('a workbook without a sheet');
  const { taken, best } = recognise(page, '报送.xlsx', officialVocabulary);
  const [only] = taken;
  const ids = [...new Set(taken.map((one) => one.template.id))];
  const isRight = ids.length === 1 && ids[0] === sheet.id;
  const meanings = [
    ...wordedTables(sheet).flatMap((table) =>
      table.columns.map(({ heading, field }, index) => ({
        heading,
        field: field === null ? null : `${table.name}.${field}`,
        at: `${table.name}@${table.left + index}`,
      })),
    ),
    ...wordedLabels(sheet).map(({ heading, field }) => ({ heading, field, at: heading })),
  ];
  const meant = meanings.filter(({ field }) => field !== null).length;
  if (!isRight || only === undefined) {
    const why = `nothing (best ${best?.template.id} ${best?.score}, missing ${best?.missing.map((one) => one.field).join(' ')})`;
    return { taken: ids.join(' and ') || why, isRight, meant, found: 0, missed: [], wrong: [] };
  }
  const submission = extract(page, only, {
    source: { path: '报送.xlsx', sha256: '0'.repeat(64) },
    workbook,
    period: '2023-06',
    roster: null,
    cover: [],
  });
  const read = new Map<string, string>();
  for (const [name, table] of Object.entries(submission.tables)) {
    for (const [field, { column }] of table.columns) read.set(`${name}@${column}`, `${name}.${field}`);
  }
  for (const [field, cell] of only.form) read.set(cell.label, field);
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { heading, field, at } of meanings) {
    const as = read.get(at) ?? null;
    if (as === field) continue;
    if (as === null) missed.push(`${heading.replace(/\s/g, '')} → ${field}`);
    else wrong.push(`${heading.replace(/\s/g, '')} → ${as}${field === null ? '' : ` instead of ${field}`}`);
  }
  return { taken: sheet.id, isRight, meant, found: meant - missed.length - wrong.length, missed, wrong };
}
