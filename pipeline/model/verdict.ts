import type { Fen } from './money.ts';
import type { Place } from './place.ts';
import { type Gap, gapOf, type ProjectName, placeOf, projectOf, type Row } from './submission.ts';
import type { TextArgument } from './text.ts';

/** error: cannot be accepted. warning: a person decides. notice: nothing need be done. */
export type Severity = 'error' | 'warning' | 'notice';

/** What a rule says about one thing it looked at. */
export type Verdict = Pass | NotApplicable | Undecidable | Fail;

/**
 * Nothing yet: what a rule says of a row depends on rows to come. It is counted nowhere; where rules go through a long
 * table side by side, the others have their turn.
 */
export interface Later {
  readonly outcome: 'later';
}

export interface Pass {
  readonly outcome: 'pass';
}

/** The rule has nothing to say here: no plan is due, the item does not exist. */
export interface NotApplicable {
  readonly outcome: 'notApplicable';
}

/** The rule could not judge, because of this cell. */
export interface Undecidable {
  readonly outcome: 'undecidable';
  readonly project: ProjectName | null;
  readonly place: Place;
  readonly gap: Gap;
}

/** The rule does not hold here. Texts are given as a message of the rule's metadata and what fills its places. */
export interface Fail extends Grounds {
  readonly outcome: 'fail';
  /** The unit concerned, where a rule over the whole batch names one; otherwise the unit being checked. */
  readonly unit?: string;
  readonly project: ProjectName | null;
  readonly where: readonly Place[];
}

/** What a failing verdict says, apart from where. */
export interface Grounds {
  /** Which message of the rule's metadata. */
  readonly message: string;
  readonly args: Readonly<Record<string, TextArgument>>;
  /** Given where a rule has two thresholds; the rule's own severity otherwise. */
  readonly severity?: Severity;
  /** Tells several findings of one rule on one project apart; the same next month. No figures in it. */
  readonly measure?: string;
  /** As read, in the words and unit of the sheet. */
  readonly value?: string;
  readonly expected?: string;
  readonly difference?: string;
  readonly tolerance?: string;
  readonly threshold?: string;
  /** Money that hangs on it, in fen. */
  readonly atStake?: Fen;
  /** The sum with its cells: `G12 71.38 − H12 40.90 = 30.48`. */
  readonly trace?: string;
  /**
   * What the unit wrote about it, where the sheet has a column for that. None where those very words are found fault
   * with: they do not explain it.
   */
  readonly explanation?: string;
}

/** The rule holds here. */
export const pass: Pass = { outcome: 'pass' };

/** The rule has nothing to say here. */
export const notApplicable: NotApplicable = { outcome: 'notApplicable' };

export const later: Later = { outcome: 'later' };

/** The rule cannot judge a row because a field of it has no value. */
export function undecidable(row: Row, field: string): Undecidable {
  return {
    outcome: 'undecidable',
    project: projectOf(row),
    place: placeOf(row, field),
    gap: gapOf(row, field),
  };
}

/** The rule cannot judge because of something that is not a field of a row. */
export function undecidableAt(place: Place, gap: Gap, project: ProjectName | null = null): Undecidable {
  return { outcome: 'undecidable', project, place, gap };
}

/** The rule fails on a row, at one or more of its fields; the first is the one to mark. */
export function fail(row: Row, fields: string | readonly string[], grounds: Grounds): Fail {
  const names = typeof fields === 'string' ? [fields] : fields;
  return {
    outcome: 'fail',
    project: projectOf(row),
    where: names.map((name) => placeOf(row, name)),
    ...grounds,
  };
}

/** The rule fails at places that are not fields of one row. */
export function failAt(where: readonly Place[], grounds: Grounds, project: ProjectName | null = null): Fail {
  return { outcome: 'fail', project, where, ...grounds };
}
