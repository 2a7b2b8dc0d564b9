import { expect, test } from '@jest/globals';
import { workingDaysAfter } from '../../pipeline/model/official-days.ts';

test('the day itself is not counted, the last one is', () => {
  expect(workingDaysAfter('2023-06-01', '2023-06-02')).toBe(1);
  expect(workingDaysAfter('2023-06-01', '2023-06-01')).toBe(0);
});

test('weekends are not worked', () => {
  expect(workingDaysAfter('2023-06-02', '2023-06-05')).toBe(1);
});

test('holidays are not worked, weekend days that make up for them are', () => {
  // 22 to 24 June 2023 was the Dragon Boat Festival; Sunday the 25th was worked.
  expect(workingDaysAfter('2023-06-21', '2023-06-24')).toBe(0);
  expect(workingDaysAfter('2023-06-24', '2023-06-25')).toBe(1);
});

test('a last day before the first gives none', () => {
  expect(workingDaysAfter('2023-06-05', '2023-06-01')).toBe(0);
});
