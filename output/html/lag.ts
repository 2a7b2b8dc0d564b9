import type { Fen } from '../../pipeline/model/money.ts';
import type { Amounts, LongListing, ProgressRow } from '../../pipeline/model/report.ts';
import { laggingIndexes, projectsIn } from '../projects.ts';

/** How much spending is behind time progress, and how much of that had not been released to the unit. */
export interface Lag {
  /** Budget × time progress − spent; positive. */
  readonly behind: Fen;
  /** The part of `behind` that could not be spent because it was not released; null when released is unknown. */
  readonly notReleased: Fen | null;
}

/** The lag of a unit or project; null when it is on time or cannot be computed. */
export function splitLag({ budget, released, spent, timeProgress }: Amounts): Lag | null {
  if (budget === null || spent === null) return null;
  const due = Math.round(budget * timeProgress);
  const behind = due - spent;
  if (behind <= 0) return null;
  const notReleased = released === null ? null : Math.min(behind, Math.max(0, due - released));
  return { behind, notReleased };
}

/** Which side most of a lag is on; null when nobody can say. */
export function sideOf({ behind, notReleased }: Lag): 'notReleased' | 'notSpent' | null {
  if (notReleased === null) return null;
  return notReleased * 2 >= behind ? 'notReleased' : 'notSpent';
}

/** A project that is behind, and by how much. */
export interface LaggingProject extends Lag {
  readonly row: ProgressRow;
  /** Of the row in its list. */
  readonly index: number;
}

/** Projects behind time progress, the largest amount first; of equals, the one the report names first. */
export function laggingProjects(rows: LongListing<ProgressRow>): LongListing<LaggingProject> {
  const indexes = laggingIndexes(projectsIn(rows));
  const at = (place: number): LaggingProject | undefined => {
    const index = indexes[place] ?? -1;
    const row = rows.at(index);
    const lag = index === -1 || row === undefined ? null : splitLag(row);
    return row === undefined || lag === null ? undefined : { row, index, ...lag };
  };
  return {
    length: indexes.length,
    at,
    *[Symbol.iterator]() {
      for (const place of indexes.keys()) {
        const project = at(place);
        if (project !== undefined) yield project;
      }
    },
  };
}
