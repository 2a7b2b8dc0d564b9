import { describe, expect, test } from '@jest/globals';
import { parseDate, parseDateNumber } from '../../../pipeline/stages/cells/date.ts';

describe('a date out of text', () => {
  test.each([
    ['2023-11-28', '2023-11-28'],
    ['2023.11.28', '2023-11-28'],
    ['2023/11/28', '2023-11-28'],
    ['20231128', '2023-11-28'],
    ['2023年11月28日', '2023-11-28'],
    ['2023年11月', '2023-11-30'],
    ['2023.2', '2023-02-28'],
    ['11月28日', '2023-11-28'],
    ['11月底前', '2023-11-30'],
    ['2023年11月底', '2023-11-30'],
    ['十二月', '2023-12-31'],
    ['2024年底', '2024-12-31'],
    ['年底前', '2023-12-31'],
    ['2024年末前', '2024-12-31'],
    ['2024年', null],
    ['二〇二三', null],
    ['十一月二十八日', '2023-11-28'],
    ['２０２３－１１－２８', '2023-11-28'],
    ['2023-13-01', null],
    ['2023-02-29', null],
    ['13月', null],
    ['尽快', null],
    ['', null],
  ])('%p is %p', (text, date) => {
    expect(parseDate(text, 2023).date).toBe(date);
  });

  test('only YYYY-MM-DD passes as written', () => {
    expect(parseDate('2023-11-28', 2023)).toEqual({ date: '2023-11-28', isIso: true, isAmbiguous: false });
    expect(parseDate('2023.11.28', 2023)).toEqual({ date: '2023-11-28', isIso: false, isAmbiguous: false });
  });
});

describe('a date out of a number', () => {
  test.each([
    [45258, '2023-11-28'],
    [2023.11, '2023-11-30'],
    [20231128, '2023-11-28'],
    [2023, null],
    [12, null],
    [2023.13, null],
    [2023.111, null],
  ])('%p is %p', (number, date) => {
    expect(parseDateNumber(number).date).toBe(date);
  });

  test('2023.1 may be January or October, and says so', () => {
    expect(parseDateNumber(2023.1)).toEqual({ date: '2023-01-31', isIso: false, isAmbiguous: true });
  });
});
