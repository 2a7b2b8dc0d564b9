import { format } from 'date-fns';
import type { Day } from './period.ts';

/**
 * The day a text of a sign-off line names: `2023-07-05`, `2023年7月5日`, `2023.7.5`, `20230705`, `7月5日`; null when it
 * names none.
 *
 * @param year the year of a day written without one
 */
export function dayInText(text: string, year: number): Day | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const full =
    /(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})/.exec(plain) ?? /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/.exec(plain);
  if (full !== null) return dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /(\d{1,2})月(\d{1,2})[日号]?/.exec(plain);
  return short === null ? null : dayOf(year, Number(short[1]), Number(short[2]));
}

function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(year, month - 1, dayOfMonth);
  return date.getMonth() === month - 1 && date.getDate() === dayOfMonth ? format(date, 'yyyy-MM-dd') : null;
}
