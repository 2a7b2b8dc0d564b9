import { describe, expect, test } from '@jest/globals';
import { isWeekend, parseISO } from 'date-fns';
import { holidays } from '../../pipeline/model/holidays.ts';
import { makeCalendar } from '../../pipeline/policy/calendar.ts';

const official = makeCalendar();

describe('the official calendar', () => {
  test('a weekday is worked and a weekend is not', () => {
    expect(official.isWorkingDay('2023-06-14')).toBe(true);
    expect(official.isWorkingDay('2023-06-17')).toBe(false);
  });

  test('a holiday on a weekday is off, to both ends of its span and no further', () => {
    expect(['2023-09-28', '2023-09-29', '2023-10-06'].map(official.isWorkingDay)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('a Saturday that makes up for a holiday is worked', () => {
    expect(official.isWorkingDay('2023-10-07')).toBe(true);
  });

  test('every make-up day is on a weekend, and every span of days off holds a weekday', () => {
    for (const [year, { off, work }] of Object.entries(holidays)) {
      for (const day of work)
        expect([year, day, isWeekend(parseISO(`${year}-${day}`))]).toEqual([year, day, true]);
      expect(off.length).toBeGreaterThan(5);
    }
  });

  test.each([
    ['2022', 249],
    ['2023', 249],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('%s has as many working days as the announcements leave', (year, days) => {
    expect(official.workingDays(`${year}-01-01`, `${year}-12-31`)).toBe(days);
  });
});

describe('the nth working day of a month', () => {
  test('is counted over weekends', () => {
    expect(official.nthWorkingDay('2023-07', 5)).toBe('2023-07-07');
  });

  test('is counted over holidays and make-up days', () => {
    // 1–6 October off, the 7th and 8th (Saturday and Sunday) worked.
    expect(official.nthWorkingDay('2023-10', 1)).toBe('2023-10-07');
    expect(official.nthWorkingDay('2023-10', 5)).toBe('2023-10-11');
  });

  test('is the last one where the month has fewer', () => {
    // The 29th and 30th of April 2023 are a weekend.
    expect(official.nthWorkingDay('2023-04', 20)).toBe('2023-04-28');
    expect(official.nthWorkingDay('2023-04', 23)).toBe('2023-04-28');
  });
});

describe('the nth working day after a day', () => {
  test('passes over weekends and holidays and counts make-up days', () => {
    // Wednesday 12 July 2023.
    expect(official.workingDayAfter('2023-07-12', 1)).toBe('2023-07-13');
    expect(official.workingDayAfter('2023-07-12', 3)).toBe('2023-07-17');
    // 29 September to 6 October off, the 7th and 8th worked.
    expect(official.workingDayAfter('2023-09-28', 2)).toBe('2023-10-08');
  });
});

describe('additions', () => {
  test('a year without official data knows weekends alone', () => {
    expect(official.isWorkingDay('2031-10-01')).toBe(true);
    expect(official.isWorkingDay('2031-10-04')).toBe(false);
  });

  test('a holiday and a make-up day are added to a year', () => {
    const calendar = makeCalendar([{ holidays: ['2031-10-01'], workdays: ['2031-10-04'] }]);
    expect(calendar.isWorkingDay('2031-10-01')).toBe(false);
    expect(calendar.isWorkingDay('2031-10-04')).toBe(true);
  });

  test('the last addition counts, over earlier ones and over the official calendar', () => {
    const calendar = makeCalendar([
      { holidays: [], workdays: ['2023-10-02'] },
      { holidays: ['2023-10-02', '2023-10-07'], workdays: ['2023-10-03'] },
    ]);
    expect(['2023-10-02', '2023-10-03', '2023-10-07'].map(calendar.isWorkingDay)).toEqual([
      false,
      true,
      false,
    ]);
  });
});
