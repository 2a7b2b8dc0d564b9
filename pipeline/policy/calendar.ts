import { addDays, eachDayOfInterval, format, isWeekend, parseISO } from 'date-fns';
import { officialDays } from '../model/official-days.ts';
import { type Day, lastDay, type Period } from '../model/period.ts';

/** Which days are worked. */
export interface Calendar {
  isWorkingDay(day: Day): boolean;
  /** How many days from the first to the last, both included, are worked. */
  workingDays(first: Day, last: Day): number;
  /** The nth working day of a month, n from 1; its last working day when it has fewer. */
  nthWorkingDay(month: Period, n: number): Day;
  /** The nth working day after a day, n from 1. */
  workingDayAfter(day: Day, n: number): Day;
}

/** Days off and days worked beyond the official ones, as a policy file adds them. */
export interface CalendarDays {
  readonly holidays: readonly Day[];
  readonly workdays: readonly Day[];
}

/**
 * The official calendar with additions; of several that name one day the last counts. In a year without official data
 * every day but Saturday and Sunday is worked, apart from the additions.
 */
export function makeCalendar(additions: readonly CalendarDays[] = []): Calendar {
  const worked = new Map(officialDays);
  for (const added of additions) {
    for (const day of added.holidays) worked.set(day, false);
    for (const day of added.workdays) worked.set(day, true);
  }

  const isWorkingDay = (day: Day) => worked.get(day) ?? !isWeekend(parseISO(day));
  const workedFrom = (first: Day, last: Day) => daysFrom(first, last).filter(isWorkingDay);

  return {
    isWorkingDay,
    workingDays: (first, last) => workedFrom(first, last).length,
    nthWorkingDay: (month, n) => {
      const days = workedFrom(`${month}-01`, lastDay(month));
      return days[Math.min(n, days.length) - 1] ?? lastDay(month);
    },
    workingDayAfter: (day, n) => {
      let after = day;
      for (let left = n; left > 0; ) {
        after = format(addDays(parseISO(after), 1), 'yyyy-MM-dd');
        if (isWorkingDay(after)) left -= 1;
      }
      return after;
    },
  };
}

function daysFrom(first: Day, last: Day): Day[] {
  return eachDayOfInterval({ start: parseISO(first), end: parseISO(last) }).map((date) =>
    format(date, 'yyyy-MM-dd'),
  );
}
