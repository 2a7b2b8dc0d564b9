/** Bytes that were put aside. */
export interface Kept {
  readonly length: number;
  /** All of them, or a part. @throws the system's error when they cannot be read back */
  read(start?: number, length?: number): Uint8Array;
}

/** A place for bytes that are wanted once more, later. */
export interface Spool {
  /** @throws the system's error when they cannot be written */
  put(bytes: Uint8Array): Kept;
  close(): void;
}
