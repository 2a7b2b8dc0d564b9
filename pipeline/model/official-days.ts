import { addDays, eachDayOfInterval, format, isWeekend, parseISO } from 'date-fns';
import { holidays } from './holidays.ts';
import type { Day } from './period.ts';

/** Day → whether it is worked, for every day that an official announcement names. */
export const officialDays: ReadonlyMap<Day, boolean> = new Map(
  Object.entries(holidays).flatMap(([year, { off, work }]) => [
    ...off.flatMap((span) => spanOf(year, span)).map((day): [Day, boolean] => [day, false]),
    ...work.flatMap((span) => spanOf(year, span)).map((day): [Day, boolean] => [day, true]),
  ]),
);

/** How many official working days lie after the first day, up to and including the last; 0 when it is not later. */
export function workingDaysAfter(first: Day, last: Day): number {
  if (last <= first) return 0;
  return eachDayOfInterval({ start: addDays(parseISO(first), 1), end: parseISO(last) }).filter(
    (date) => officialDays.get(format(date, 'yyyy-MM-dd')) ?? !isWeekend(date),
  ).length;
}

function spanOf(year: string, span: string): Day[] {
  const [first = '', last = first] = span.split('..');
  return eachDayOfInterval({ start: parseISO(`${year}-${first}`), end: parseISO(`${year}-${last}`) }).map(
    (date) => format(date, 'yyyy-MM-dd'),
  );
}
