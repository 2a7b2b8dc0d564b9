import { describe, expect, test } from '@jest/globals';
import { isDateFormat, isPercentFormat } from '../../pipeline/model/number-format.ts';

describe('a number format shows dates', () => {
  test.each([
    'yyyy-mm-dd',
    'yyyy"年"m"月"',
    'yyyy年m月d日',
    '[$-804]yyyy"年"m"月"d"日";@',
    '[DBNum1][$-804]yyyy"年"m"月";@',
    '[$-F800]dddd, mmmm dd, yyyy',
    '[$-409]d\\-mmm\\-yy;@',
    '[ENG][$-409]mmm\\-yy',
    '[$-804]aaaa;@',
    'AAAA',
    'e"年"m"月"',
    '[$-411]ge.m.d;@',
    'h:mm AM/PM',
    '上午/下午h"时"mm"分"',
    'mm:ss.0',
    'yyyy/m/d;"—"',
    '[=0]"";yyyy-mm-dd',
    '[<0]"—";[Red]yyyy-mm-dd',
  ])('%s', (code) => {
    expect(isDateFormat(code)).toBe(true);
  });
});

describe('a number format shows numbers', () => {
  test.each([
    '0',
    'General',
    'GENERAL',
    'General"日"',
    'G/通用格式',
    '#,##0.00_);[Red]\\(#,##0.00\\)',
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    '[$¥-804]#,##0.00',
    '[DBNum2][$-804]General"元"',
    '0.00E+00',
    '##0.0E-0',
    '# ??/??',
    '"截至"0"日"',
    '0\\d',
    '0!.0,"万"',
    '0!m',
    '0;yyyy',
    '[>100]0;yyyy',
    ';;;',
    '@',
    '[Magenta]0',
    '[h]:mm',
    '[hh]"小时"mm"分"',
    '[ss]',
    '[mm]:ss;@',
  ])('%s', (code) => {
    expect(isDateFormat(code)).toBe(false);
  });
});

describe('a number format shows percentages', () => {
  test.each([
    ['0%', true],
    ['0.00%;[Red]-0.00%', true],
    ['[=0]"";0.0%', true],
    ['0.00"%"', false],
    ['0.00\\%', false],
    ['0;0%', false],
    ['0.00', false],
  ])('%s: %s', (code, shows) => {
    expect(isPercentFormat(code)).toBe(shows);
  });
});
