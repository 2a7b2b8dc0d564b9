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
}

/** Asked of a worker, one at a time: a file or a unit to check. */
export type WorkerTask = { readonly file: FoundFile } | { readonly unit: UnitOrder };

/** Its answer, of the kind it was asked for. */
export type WorkerAnswer = FileOutcome | UnitOutcome;

/** What it says once it can take files. */
export const workerReady = 'ready';
