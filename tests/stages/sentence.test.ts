import { expect, test } from '@jest/globals';
import { sentenceOf } from '../../pipeline/stages/sentence.ts';

const template = {
  zh: '合计 {sum}，填 {stated} {unit}，相差 {difference} {unit}。',
  en: '{label}: {sum}, not {stated} ({unit}): {difference} apart.',
};

test('a sentence says the unit of amount in its language, and a difference without its sign', () => {
  const args = { sum: '10.00', stated: '8.00', unit: '万元', difference: '-2.00', label: '"plan"' };
  expect(sentenceOf(template, args)).toEqual({
    zh: '合计 10.00，填 8.00 万元，相差 2.00 万元。',
    en: '"plan": 10.00, not 8.00 (10,000 yuan): 2.00 apart.',
  });
});

test('an amount with its unit has the unit in brackets in English', () => {
  const amounts = { zh: '{amount}', en: '{amount}' };
  expect(sentenceOf(amounts, { amount: '-0.1 万元' })).toEqual({ zh: '-0.1 万元', en: '-0.1 (10,000 yuan)' });
  expect(sentenceOf(amounts, { amount: '5.00 元' }).en).toBe('5.00 (yuan)');
  expect(sentenceOf(amounts, { amount: '6 人' }).en).toBe('6 人');
  expect(sentenceOf(amounts, { amount: '33万元' }).en).toBe('33万元');
});

test('an English sentence begins with a capital, other words stay as the unit wrote them', () => {
  const part = { zh: '{part}', en: '{part} is short; {word}' };
  expect(sentenceOf(part, { part: { zh: '保工资', en: 'wages' }, word: '每元必争' })).toEqual({
    zh: '保工资',
    en: 'Wages is short; 每元必争',
  });
});

test('numbers are printed as they are, a count of difference without its sign', () => {
  const counts = { zh: '{rows} 行，相差 {difference} 行', en: '{rows} rows, {difference} apart' };
  expect(sentenceOf(counts, { rows: -3, difference: -2 }).zh).toBe('-3 行，相差 2 行');
});
