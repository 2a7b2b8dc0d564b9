import type { PreviousUnit, Roster } from '../model/dossier.ts';
import type { Day, Period } from '../model/period.ts';
import type { PolicySettings } from '../policy/settings.ts';
import type { FoundFile } from '../stages/discover.ts';
import type { FileOutcome } from './check-file.ts';

/** What a worker is given when it starts: the desk of the run as plain data. Rules and templates it has itself. */
export interface WorkerDesk {
  readonly policy: PolicySettings;
  readonly roster: Roster | null;
  readonly period: Period;
  readonly asOf: Day;
  readonly previous: ReadonlyMap<string, PreviousUnit>;
  readonly passwords: readonly string[];
}

/** Asked of a worker: one file at a time. */
export type WorkerTask = FoundFile;

/** Its answer, without the templates, which are too large to send along with every file. */
export type WorkerAnswer = FileOutcome;

/** What a worker says once it can take files. */
export const workerReady = 'ready';
