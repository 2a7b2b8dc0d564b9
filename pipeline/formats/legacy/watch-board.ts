/** What the reading thread writes down for the watchdog beside it. */
export interface WatchBoard {
  /** The number of the job under way; 0 between jobs. */
  readonly job: Int32Array<SharedArrayBuffer>;
  /** Microseconds of computing at which, and bytes of memory beyond which, the process ends. */
  readonly limits: Float64Array<SharedArrayBuffer>;
}

/** The words the watchdog leaves on stderr. */
export const LastWord = { tooLate: 'watchdog: time', tooLarge: 'watchdog: memory' } as const;
