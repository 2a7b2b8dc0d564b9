import { differenceInCalendarDays, parseISO } from 'date-fns';
import type { Day } from './period.ts';
import { remembered } from './remembered.ts';

const epoch = parseISO('1970-01-01');

/** Days since 1970-01-01. A ledger has as many dates as rows, and few different ones. */
const dayNumber = remembered((day) => differenceInCalendarDays(parseISO(day), epoch));

/** Calendar days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}
