/** A file as handed in: one private copy of its bytes, which nothing changes and all judging is done on. */
export interface SourceFile {
  /** Path relative to the folder that was handed in, with `/` between its parts: how reports name the file. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Hex sha256 of `bytes`. */
  readonly sha256: string;
}
