import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPlaceholder, parseNumber } from '../../../pipeline/stages/cells/number.ts';

describe('a number out of text', () => {
  test.each([
    ['1,234.50', 1234.5],
    ["'100", 100],
    ['￥3,000', 3000],
    ['（12.3）', -12.3],
    ['-12.3', -12.3],
    ['－12.3', -12.3],
    ['−12.3', -12.3],
    ['１２３．４５', 123.45],
    ['1，234', 1234],
    [' 12.5\u00a0\u3000', 12.5],
    ['\u200b7', 7],
    ['.5', 0.5],
    ['1e3', 1000],
    ['0', 0],
    ['０', 0],
  ])('%p is %p', (text, number) => {
    const parsed = parseNumber(text);
    expect('number' in parsed ? parsed.number : parsed.gap).toBe(number);
  });

  test('a unit or percent sign behind it is told', () => {
    expect(parseNumber('12.00万元')).toEqual({
      number: 12,
      unit: '万元',
      isPercent: false,
      wasFullWidth: false,
    });
    expect(parseNumber('3,000元')).toEqual({
      number: 3000,
      unit: '元',
      isPercent: false,
      wasFullWidth: false,
    });
    expect(parseNumber('96.1％')).toEqual({ number: 96.1, unit: null, isPercent: true, wasFullWidth: true });
  });

  test.each([
    '1,23',
    '12.3.4',
    '约21万',
    '12-13',
    '1 2 3x',
    '(12',
    '12)',
    '一百',
    '12％元',
    '++1',
    '1e',
    'NaN',
    'Infinity',
    '0x10',
  ])('%p is no number', (text) => {
    expect(parseNumber(text)).toEqual({ gap: 'unreadable' });
  });

  test.each(['/', '—', '-', '--', '无', '不涉及', 'XX', '××', '待填写', ' — ', '－'])(
    '%p is a sign for nothing, never zero',
    (text) => {
      expect(parseNumber(text)).toEqual({ gap: 'placeholder' });
      expect(isPlaceholder(text)).toBe(true);
    },
  );

  test('blank is blank and 涉密 is classified', () => {
    expect(parseNumber(' \u3000 ')).toEqual({ gap: 'blank' });
    expect(parseNumber('涉密')).toEqual({ gap: 'classified' });
  });

  test('every number with two decimals reads back, with or without thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }), (hundredths) => {
        const value = hundredths / 100;
        for (const text of [value.toFixed(2), value.toLocaleString('en-US', { minimumFractionDigits: 2 })]) {
          const parsed = parseNumber(text);
          if (!('number' in parsed) || Math.abs(parsed.number - value) > 0) return false;
        }
        return true;
      }),
    );
  });

  test('any text at all is read or refused, and never taken for a number it is not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        const parsed = parseNumber(text);
        return 'gap' in parsed || (Number.isFinite(parsed.number) && /\d/.test(text.normalize('NFKC')));
      }),
    );
  });
});
