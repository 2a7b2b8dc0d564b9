import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { drawnSheets, misreadIn } from './drawn-sheet.ts';

describe.each([
  ['of sixty offices', 'sixty-offices.txt', 75],
  ['of thirty others', 'thirty-offices.txt', 38],
  ['of twenty more', 'twenty-offices.txt', 25],
  ['of lists only', 'list-offices.txt', 44],
  ['of more lists', 'later-lists.txt', 36],
  ['of lists less tidy', 'third-lists.txt', 35],
  ['of lists from elsewhere', 'fourth-lists.txt', 35],
  ['of lists once more', 'fifth-lists.txt', 20],
  ['of forms mostly', 'form-offices.txt', 44],
  ['of later forms', 'later-forms.txt', 42],
  ['of forty held back', 'forty-offices.txt', 52],
  ['of forms less tidy', 'third-forms.txt', 24],
  ['of sixty more', 'sixty-more.txt', 75],
  ['of forty more held back', 'last-forty.txt', 50],
  ['of a third year', 'third-year.txt', 72],
  ['of a third year and further', 'further-year.txt', 45],
  ['of other counties', 'other-counties.txt', 52],
  ['of offices further off', 'far-offices.txt', 69],
  ['of offices further off, later', 'after-far-offices.txt', 57],
  ['of what is published', 'open-data.txt', 82],
])('whole sheets %s', (_, name, count) => {
  const sheets = drawnSheets(readFileSync(new URL(name, import.meta.url), 'utf8'));

  test.each(sheets)('$template $file is read as it is meant', async (sheet) => {
    expect(await misreadIn(sheet)).toEqual([]);
  });

  test('are all there', () => {
    expect(sheets.length).toBe(count);
  });
});
