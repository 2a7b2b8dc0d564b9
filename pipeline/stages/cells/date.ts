import { format, lastDayOfMonth } from 'date-fns';
import { remembered } from '../../model/remembered.ts';

/** A date out of a cell, or that there is none. */
export type ParsedDate =
  | { readonly date: string; readonly isIso: boolean; readonly isAmbiguous: boolean }
  | { readonly date: null };

/**
 * Reads the ways offices write a day: `2023-11-28`, `2023.11.28`, `2023/11/28`, `20231128`, `2023年11月28日`,
 * `2023年11月`, `二〇二三年十一月`, `2023年底`, `11月28日`, `11月底前`, `2023.11`, `十一月`. A month alone is its last day;
 * without a year the report's year is meant.
 *
 * @param year the fiscal year of the report
 */
export function parseDate(text: string, year: number): ParsedDate {
  let readIn = readersByYear.get(year);
  if (readIn === undefined) {
    readIn = remembered((one) => readDate(one, year));
    readersByYear.set(year, readIn);
  }
  return readIn(text);
}

/** A column of dates repeats them; a batch is about one year or two. */
const readersByYear = new Map<number, (text: string) => ParsedDate>();

function readDate(text: string, year: number): ParsedDate {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/, (year) => [...year].map(digitOf).join(''))
    .replace(/[一二三四五六七八九十]+(?=[月日号])/g, (numeral) => String(fromNumeral(numeral)))
    .replace(/年(?:底|末)/, '年12月')
    .replace(/^年12月/, `${year}年12月`)
    .replace(/(?:底前|底|末|前|之前|以前)$/, '')
    .replace(/(?:T|日|号)\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?$/, '');
  const full =
    /^(\d{4})(?:-|\.|\/|年)(\d{1,2})(?:-|\.|\/|月)(\d{1,2})[日号]?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (full !== null) {
    const date = day(Number(full[1]), Number(full[2]), Number(full[3]));
    return date === null ? { date } : { date, isIso: text.trim() === date, isAmbiguous: false };
  }
  const monthOnly = /^(\d{4})(?:-|\.|\/|年)(\d{1,2})月?份?$/.exec(plain);
  if (monthOnly !== null) {
    const date = lastOf(Number(monthOnly[1]), Number(monthOnly[2]));
    return date === null ? { date } : { date, isIso: false, isAmbiguous: false };
  }
  const dayOnly = /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(plain);
  if (dayOnly !== null) {
    const date = day(year, Number(dayOnly[1]), Number(dayOnly[2]));
    return date === null ? { date } : { date, isIso: false, isAmbiguous: false };
  }
  const month = /^(\d{1,2})月份?$/.exec(plain);
  const date = month === null ? null : lastOf(year, Number(month[1]));
  return date === null ? { date } : { date, isIso: false, isAmbiguous: false };
}

/**
 * Reads a number in a date column: a serial of the 1900 calendar, `20231128`, or `2023.11` typed as a number. `2023.1`
 * may be January or October, so it is read as January and called ambiguous.
 */
export function parseDateNumber(number: number): ParsedDate {
  if (Number.isInteger(number) && number >= 19_000_101 && number <= 21_001_231)
    return parseDate(String(number), 0);
  if (number >= 1900 && number < 2101 && !Number.isInteger(number)) {
    const [year, decimals = ''] = String(number).split('.');
    if (decimals.length > 2) return { date: null };
    const date = lastOf(Number(year), Number(decimals));
    return date === null ? { date } : { date, isIso: false, isAmbiguous: decimals === '1' };
  }
  // 1970-01-01 is serial 25569; whole days between 1954 and 2119 are taken for serials.
  if (Number.isInteger(number) && number >= 20_000 && number <= 80_000) {
    return {
      date: new Date((number - 25_569) * 86_400_000).toISOString().slice(0, 10),
      isIso: false,
      isAmbiguous: false,
    };
  }
  return { date: null };
}

function day(year: number, month: number, dayOfMonth: number): string | null {
  const date = new Date(year, month - 1, dayOfMonth);
  return date.getMonth() === month - 1 && date.getDate() === dayOfMonth && year >= 1900 && year <= 2100
    ? format(date, 'yyyy-MM-dd')
    : null;
}

function lastOf(year: number, month: number): string | null {
  return month >= 1 && month <= 12 && year >= 1900 && year <= 2100
    ? format(lastDayOfMonth(new Date(year, month - 1, 1)), 'yyyy-MM-dd')
    : null;
}

/** 十一 → 11, 二十八 → 28, 三十一 → 31. */
function fromNumeral(numeral: string): number {
  const [tens = '', ones] = numeral.split('十');
  if (ones === undefined) return digitOf(numeral.slice(0, 1));
  return (tens === '' ? 1 : digitOf(tens)) * 10 + digitOf(ones);
}

/** 0 for 〇 and whatever is no digit. */
function digitOf(numeral: string): number {
  return numeral === '' ? 0 : '一二三四五六七八九'.indexOf(numeral) + 1;
}
