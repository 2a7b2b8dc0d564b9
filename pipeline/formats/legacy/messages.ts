import type { Refusal } from '../../model/refusal.ts';
import type { Range, Sheet, Span } from '../../model/workbook.ts';
import type { Limits } from '../limits.ts';

/** What the child process is asked to do: read a workbook, or open one with the first of the passwords that fits. */
export type LegacyJob =
  | {
      readonly task: 'read';
      readonly format: 'xls' | 'xlsb';
      readonly content: Uint8Array;
      /** Whether texts may be in a code page, as in .xls before Excel 97. */
      readonly needsCodePages: boolean;
      readonly limits: Limits;
    }
  | { readonly task: 'decrypt'; readonly content: Uint8Array; readonly passwords: readonly string[] };

/** What one job may cost. */
export interface JobLimits {
  /** Milliseconds of computing, not of waiting: a busy machine refuses no file. */
  readonly cpuMilliseconds: number;
  readonly memoryBytes: number;
}

/** A job on its way to the child. */
export interface LegacyRequest {
  readonly job: LegacyJob;
  readonly limits: JobLimits;
}

/** What the child answers. `decrypted` is null when no password fits; `fault` is what a library threw on this file. */
export type LegacyAnswer =
  | { readonly kind: 'workbook'; readonly workbook: LegacyWorkbook }
  | { readonly kind: 'decrypted'; readonly decrypted: Uint8Array | null }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly message: string };

export interface LegacyWorkbook {
  readonly sheets: readonly LegacySheet[];
  readonly definedNames: ReadonlyMap<string, string>;
  readonly hasMacros: boolean;
  readonly hasExternalLinks: boolean;
  readonly date1904: boolean;
}

/** A sheet in arrays that travel between processes cheaply. Cells lie row by row, left to right; all count from 1. */
export interface LegacySheet {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly rows: Uint32Array;
  readonly columns: Uint16Array;
  readonly kinds: Uint8Array;
  /** By kind: the value itself, the serial number of a date, the code of an error, null when not calculated. */
  readonly values: readonly (string | number | boolean | null)[];
  /** For each cell an index into `formats`. */
  readonly formatIndexes: Uint16Array;
  readonly formats: readonly (string | null)[];
  /** By the index of their cell. */
  readonly formulas: ReadonlyMap<number, string>;
  readonly arrayFormulas: readonly { readonly range: Range; readonly formula: string }[];
  readonly merges: readonly Range[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
}

export const CellKind = { plain: 0, date: 1, error: 2, uncalculated: 3 } as const;
