import { describe, expect, test } from '@jest/globals';
import { labelsOf } from '../../output/labels.ts';
import { templateIds } from '../../pipeline/templates/index.ts';

/** All words of a language with the path to each; functions are called with plausible arguments. */
function words(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[`${path}()`, String(value(2, 3, '83%', '1.00'))]];
  if (typeof value !== 'object' || value === null) return [[path, '']];
  return Object.entries(value).flatMap(([name, inner]) => words(inner, `${path}.${name}`));
}

const chinese = words(labelsOf('zh'));
const english = words(labelsOf('en'));

describe('labels', () => {
  test('are the same in both languages', () => {
    expect(english.map(([path]) => path)).toEqual(chinese.map(([path]) => path));
  });

  test('name every template', () => {
    expect(Object.keys(labelsOf('zh').templates)).toEqual(templateIds);
  });

  test('are never empty', () => {
    expect([...chinese, ...english].filter(([, word]) => word.trim() === '')).toEqual([]);
  });

  test('in English hold no Chinese', () => {
    expect(english.filter(([, word]) => /[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/.test(word))).toEqual([]);
  });

  test('in Chinese are Chinese', () => {
    const latin = chinese.filter(([, word]) => /[A-Za-z]{3,}/.test(word) && !/[\u4E00-\u9FFF]/.test(word));
    // Scripts find them by one name in every language.
    expect(latin).toEqual([
      ['.fileNames.json', 'report.json'],
      ['.fileNames.findings', 'findings.ndjson'],
      ['.fileNames.sarif', 'report.sarif'],
    ]);
  });

  test('name sheets as a workbook allows', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = Object.values(labelsOf(language).sheets);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\'&]{1,31}$/);
    }
  });

  test('of how findings are handled fit a drop-down, which is parted by commas', () => {
    for (const language of ['zh', 'en'] as const) {
      const choices = Object.values(labelsOf(language).handling);
      expect(choices.filter((choice) => choice.includes(','))).toEqual([]);
      expect(choices.join(',').length).toBeLessThan(255);
    }
  });

  test('blame nobody', () => {
    const blaming = [...chinese, ...english].filter(([, word]) =>
      /造假|违规|虚报|瞒报|fraud|fake|guilty/i.test(word),
    );
    expect(blaming).toEqual([]);
  });
});
