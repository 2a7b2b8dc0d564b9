import { expect, test } from '@jest/globals';
import { optionText, optionWritten } from '../../pipeline/model/option.ts';

test.each([
  [0.2, 'share', '20%', '20%'],
  [0.07, 'share', '7%', '7%'],
  [0.00005, 'points', '0.005 个百分点', '0.005 percentage points'],
  [1_000_000, 'fen', '1 万元', '10000 yuan'],
  [5000, 'fen', '50 元', '50 yuan'],
  [6, 'month', '6月', 'month 6'],
  [1, 'months', '1 个月', '1 month'],
  [10, 'workingDays', '10 个工作日', '10 working days'],
  [[10, 50, 30, 10], 'score', '10 分、50 分、30 分、10 分', '10 points, 50 points, 30 points, 10 points'],
  [{ 3: 0.25, 12: 1 }, 'shareByMonth', '3月 25%、12月 100%', 'month 3 25%, month 12 100%'],
  [['无', '略'], 'words', '无、略', '无, 略'],
  [{ 延生到: '延伸到' }, 'words', '延生到→延伸到', '延生到 → 延伸到'],
] as const)('%j of unit %s reads %s', (value, unit, zh, en) => {
  expect(optionText(value, unit)).toEqual({ zh, en });
});

test('a catalogue prints the value to write and how it reads; words read as they are written', () => {
  expect(optionWritten(0.2, 'share')).toEqual({ zh: '0.2（20%）', en: '0.2 (20%)' });
  expect(optionWritten(['无'], 'words')).toEqual({ zh: '["无"]', en: '["无"]' });
});
