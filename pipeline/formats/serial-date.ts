import type { CellDate } from '../model/workbook.ts';

const secondsOfDay = 86_400;
const daysBefore1904 = 1462;
/** 9999-12-31 is the last day a spreadsheet knows. */
const lastDay = 2_958_465;

/**
 * The date of a serial number; null when a spreadsheet would show none (negative, or beyond the year 9999).
 *
 * Serials below one are a time of day. In the 1900 system spreadsheets count a 29 February 1900 that never was:
 * serial 60 is shown as that day, and earlier serials lie one day later than simple counting from 1899-12-30 gives.
 */
export function dateOfSerial(serial: number, date1904: boolean): CellDate | null {
  if (!isDateSerial(serial, date1904)) return null;
  const seconds = Math.round((serial - Math.floor(serial)) * secondsOfDay);
  const day = Math.floor(serial) + (seconds === secondsOfDay ? 1 : 0);
  const time = timeOfDay(seconds % secondsOfDay);
  if (day === 0) return { kind: 'date', iso: time, serial };
  const date = dayOf(date1904 ? day + daysBefore1904 : day);
  return { kind: 'date', iso: seconds % secondsOfDay === 0 ? date : `${date}T${time}`, serial };
}

/** Whether `dateOfSerial` gives a date. */
export function isDateSerial(serial: number, date1904: boolean): boolean {
  return serial >= 0 && serial < lastDay + 1 - (date1904 ? daysBefore1904 : 0);
}

function dayOf(day: number): string {
  if (day === 60) return '1900-02-29';
  const milliseconds = Date.UTC(1899, 11, 30 + day + (day < 60 ? 1 : 0));
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function timeOfDay(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
