import { format, lastDayOfMonth, subMonths } from 'date-fns';

/** A month of a fiscal year, `YYYY-MM`. Figures of a period are cumulative to its last day. */
export type Period = string;

/** A day, `YYYY-MM-DD`, in the calendar of Asia/Shanghai. */
export type Day = string;

/** The fiscal year of a period: the calendar year. */
export function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}

/** The month of a period, 1 to 12. */
export function monthOf(period: Period): number {
  return Number(period.slice(5, 7));
}

/** The period of a year and a month (1 to 12): `2023-06`. */
export function periodOf(year: number, month: number): Period {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** Whether a text is a period: a year of four digits and a month from 01 to 12. */
export function isPeriod(text: string): boolean {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** The month before; January is preceded by December of the year before. */
export function previousPeriod(period: Period): Period {
  return format(subMonths(firstDay(period), 1), 'yyyy-MM');
}

/** The last day of a period. */
export function lastDay(period: Period): Day {
  return format(lastDayOfMonth(firstDay(period)), 'yyyy-MM-dd');
}

function firstDay(period: Period): Date {
  return new Date(yearOf(period), monthOf(period) - 1, 1);
}
