import type { Fen } from '../../pipeline/model/money.ts';
import type { Amounts, ProgressRow } from '../../pipeline/model/report.ts';

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
}

/** Projects behind time progress, the largest amount first; of equals, the one the report names first. */
export function laggingProjects(rows: readonly ProgressRow[]): readonly LaggingProject[] {
  const lagging: LaggingProject[] = [];
  for (const row of rows) {
    const lag = splitLag(row);
    if (lag !== null) lagging.push({ row, ...lag });
  }
  return lagging.sort((one, other) => other.behind - one.behind);
}
