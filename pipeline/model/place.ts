/** A cell in a file that was handed in, and what its column or label is called on the sheet. */
export interface Place {
  readonly file: string;
  /** Null where the whole file is meant. */
  readonly sheet: string | null;
  /** `R12`; null where the whole sheet is meant. */
  readonly cell: string | null;
  readonly label: string | null;
}
