import type { PreviousUnit, Roster } from '../model/dossier.ts';
import type { Day, Period } from '../model/period.ts';
import type { PolicySettings } from '../policy/settings.ts';
import type { FoundFile } from '../stages/discover.ts';
import type { FileOutcome, UnitOrder, UnitOutcome } from './workplace.ts';

/** The first message to a worker: the desk of the run as plain data. Rules and templates it has itself. */
export interface WorkerDesk {
  readonly policy: PolicySettings;
  readonly roster: Roster | null;
  readonly period: Period;
  readonly asOf: Day;
  readonly previous: ReadonlyMap<string, PreviousUnit>;
  readonly passwords: readonly string[];
  /** The file that it puts the bytes of units' parts into; null: they are in its answers. */
  readonly spool: number | null;
}

/** Asked of a worker, one at a time: a file or a unit to check. */
export type WorkerTask = { readonly file: FoundFile } | { readonly unit: UnitOrder };

/** Its answer, of the kind it was asked for, unless the disk failed. */
export type WorkerAnswer = FileOutcome | UnitOutcome<Sent> | DiskTrouble;

/** Bytes of a unit's part, or where they are in the worker's file. */
export type Sent = Uint8Array | { readonly start: number; readonly length: number };

/** The system's error when the worker could not write. */
export interface DiskTrouble {
  readonly trouble: { readonly message: string; readonly code: string; readonly syscall: string };
}

/** What it says once it can take files. */
export const workerReady = 'ready';
