import { expect, test } from '@jest/globals';
import { cutTo, linesOf, padTo, textWidth, wrapTo } from '../../output/text-width.ts';

test('a Chinese character is as wide as two Latin ones', () => {
  expect(textWidth('abc')).toBe(3);
  expect(textWidth('区教育局')).toBe(8);
  expect(textWidth('（12）％')).toBe(8);
  expect(textWidth('😀')).toBe(2);
});

test('combining marks take no room', () => {
  expect(textWidth('e\u0301')).toBe(1);
});

test('shapes are wide in Chinese fonts only', () => {
  expect(textWidth('●')).toBe(1);
  expect(textWidth('●', 'wide')).toBe(2);
});

test('filling up and cutting count columns, not characters', () => {
  expect(padTo('区局', 6)).toBe('区局  ');
  expect(cutTo('区教育局', 8)).toBe('区教育局');
  expect(cutTo('区教育局', 7)).toBe('区教育…');
  expect(cutTo('区教育局', 6)).toBe('区教…');
});

test('wrapping parts no Latin word and begins no line with a closing sign', () => {
  expect(wrapTo('另存为 .xlsx 后重报。', 9)).toEqual(['另存为', '.xlsx 后', '重报。']);
  expect(wrapTo('取消密码。重报', 8)).toEqual(['取消密', '码。重报']);
  expect(wrapTo('区教育局', 8)).toEqual(['区教育局']);
});

test('lines follow from the width of the column and from breaks', () => {
  expect(linesOf('区教育局', 8)).toBe(1);
  expect(linesOf('区教育局', 7)).toBe(2);
  expect(linesOf('a\n\nb', 8)).toBe(3);
});
