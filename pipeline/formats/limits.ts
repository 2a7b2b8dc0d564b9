const mebibyte = 1024 * 1024;

/** What a file may cost us before it is refused. Settings; the defaults leave real workbooks ample room. */
export interface Limits {
  readonly fileBytes: number;
  /** All parts of a zip that are inflated, together. */
  readonly inflatedBytes: number;
  /** One inflated part. */
  readonly partBytes: number;
  /** Inflated size over compressed size, for parts larger than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Entries in a zip. */
  readonly entries: number;
  /** Nesting of XML elements. */
  readonly xmlDepth: number;
  /** Characters in a cell. */
  readonly cellText: number;
  readonly rows: number;
  readonly columns: number;
  /** One field of a CSV file. */
  readonly csvFieldBytes: number;
  /** Parts larger than this are inflated piece by piece, off the main thread. */
  readonly streamFromBytes: number;
  /** Of parts larger than this the memory of a piece is given back as soon as it was looked at. */
  readonly giveBackFromBytes: number;
}

export const defaultLimits: Limits = {
  fileBytes: 100 * mebibyte,
  inflatedBytes: 1024 * mebibyte,
  partBytes: 512 * mebibyte,
  ratio: 200, // the largest seen in a real workbook is 69
  ratioFromBytes: 8 * mebibyte,
  entries: 10_000,
  xmlDepth: 64,
  cellText: 32_767,
  rows: 1_048_576,
  columns: 16_384,
  csvFieldBytes: mebibyte,
  streamFromBytes: 4 * mebibyte,
  giveBackFromBytes: 128 * mebibyte, // once any was given back V8 takes a tenth longer to look at bytes
};
