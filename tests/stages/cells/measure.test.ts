import { describe, expect, test } from '@jest/globals';
import { parseMeasure } from '../../../pipeline/stages/cells/measure.ts';
import { parseYesNo } from '../../../pipeline/stages/cells/yes-no.ts';

describe('a target or result', () => {
  test.each([
    ['≥95%', '≥', 95, '%'],
    ['>=95%', '≥', 95, '%'],
    ['90%以上', '≥', 90, '%'],
    ['不少于46名', '≥', 46, '名'],
    ['≤30 万元', '≤', 30, '万元'],
    ['30万元以内', '≤', 30, '万元'],
    ['不超过30万元', '≤', 30, '万元'],
    ['6只', null, 6, '只'],
    ['≥1次', '≥', 1, '次'],
    ['大于1818', '>', 1818, ''],
    ['=100%', '=', 100, '%'],
    ['1,818人', null, 1818, '人'],
    ['完成', null, null, ''],
    ['12月底前', null, 12, '月底前'],
  ])('%p', (text, comparator, number, unit) => {
    expect(parseMeasure(text)).toEqual({ text, comparator, number, unit });
  });
});

describe('a yes or no', () => {
  test.each(['是', '√', '☑', '1-是', 'Y', '■', '☑是 □否', '是☑ 否□', '√是 口否'])('%p is yes', (text) => {
    expect(parseYesNo(text)).toBe(true);
  });

  test.each(['否', '□', '口', '0-否', 'N', '□是 ☑否', '是□ 否☑', '口是 √否'])('%p is no', (text) => {
    expect(parseYesNo(text)).toBe(false);
  });

  test.each(['□是 □否', '是/否', '基本达到', '☑是 ☑否', ''])('%p is neither', (text) => {
    expect(parseYesNo(text)).toBe(null);
  });
});
