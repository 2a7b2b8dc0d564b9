import { differenceInCalendarDays, parseISO } from 'date-fns';
import type { Day } from './period.ts';

/** Calendar days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}
