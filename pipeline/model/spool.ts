/** Bytes that were put aside. */
export interface Kept {
  readonly length: number;
  /** All of them, or a part. @throws the system's error when they cannot be read back */
  read(start?: number, length?: number): Uint8Array;
  /** The same for a moment: the next look at anything kept may take their place. @throws as `read` */
  look(start?: number, length?: number): Uint8Array;
}

/** A place for bytes that are wanted once more, later. */
export interface Spool {
  /** @throws the system's error when they cannot be written */
  put(bytes: Uint8Array): Kept;
  /**
   * A file that one other process puts bytes into; null where everything stays in memory.
   *
   * @throws the system's error when it cannot be made
   */
  share(): SharedFile | null;
  close(): void;
}

/** A file of the spool that another process writes to. */
export interface SharedFile {
  /** What that process is to be given. */
  readonly descriptor: number;
  /** Bytes it has written. */
  at(start: number, length: number): Kept;
}
