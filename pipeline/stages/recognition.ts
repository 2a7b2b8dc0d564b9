import type { AmountUnit } from '../model/money.ts';
import type { Template } from '../model/template.ts';
import type { FormCell } from './find-form.ts';
import type { Band } from './heading-band.ts';
import type { ColumnMatches } from './match-columns.ts';
import type { TableWords } from './vocabulary.ts';

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
  /** The row of that text; null also where it is what the sheet or the file is called. */
  readonly titleRow: number | null;
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
  /** Its fields stand below each other and its items side by side; the band is all of it. */
  readonly turned?: Turned;
  /** It has the columns of the table's topic alone. */
  readonly isOnTopic?: true;
}

/** Where a table written the other way round has what its fields are called; each path knows its row. */
export interface Turned {
  /** The row with the names of its items; null where there is none. */
  readonly nameRow: number | null;
  readonly labelColumn: number;
  /** The unit of amounts that its corner gives. */
  readonly unit: AmountUnit | null;
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
export const recognitionThreshold = 0.6;

/** Whether a sheet that was not taken is near enough to a template to be named with it: it was meant to be one. */
export function isNear({ title, score }: Pick<Recognised, 'title' | 'score'>): boolean {
  return score >= (title === null ? 0.45 : nearByTitle);
}

/** A sheet that bears the title of a template was meant as that, however few of its headings fit. */
const nearByTitle = 0.3;
