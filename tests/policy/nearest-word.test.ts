import { expect, test } from '@jest/globals';
import { editDistance, nearestWord } from '../../pipeline/policy/nearest-word.ts';

test('the nearest word is the one with the fewest characters to change, whatever their case', () => {
  expect(nearestWord('WARNABOVE', ['errorAbove', 'warnAbove'])).toBe('warnAbove');
  expect(nearestWord('florr', ['floor', 'flow'])).toBe('floor');
});

test('the first of equally near words is given', () => {
  expect(nearestWord('PRG-4', ['PRG-04', 'PRG-14'])).toBe('PRG-04');
});

test('a word that differs in more than a third of its characters is not near', () => {
  expect(nearestWord('abcdef', ['abxyef'])).toBe('abxyef');
  expect(nearestWord('abcdef', ['axyzef'])).toBeNull();
});

test('the distance of two texts counts characters put in, left out and exchanged', () => {
  expect(editDistance('水利局', '水务局')).toBe(1);
  expect(editDistance('教育局', '区教育局')).toBe(1);
  expect(editDistance('', '教育局')).toBe(3);
  expect(editDistance('教育局', '教育局')).toBe(0);
});
