import { describe, expect, test } from '@jest/globals';
import { writeWorkbook } from '../../../fixtures/write-workbook.ts';
import { officialVocabulary } from '../../../pipeline/stages/official-vocabulary.ts';
import { recognise } from '../../../pipeline/stages/recognise.ts';
import { workbookOf } from '../as-read.ts';
import { countySet } from './county-set.ts';
import { freshSet } from './fresh-set.ts';
import { heldOutSet } from './held-out-set.ts';
import { lastSet } from './last-set.ts';
import { type OtherSpreadsheet, otherSpreadsheets } from './other-spreadsheets.ts';
import { type Reading, readingOf } from './reading-of.ts';
import { tuningSet } from './tuning-set.ts';
import { countyLooks, type Look, looks, type UnseenSheet } from './unseen-sheet.ts';

const minute = 60_000;

describe.each([
  ['the set recognition was tuned on', tuningSet, looks],
  ['the set it was held against', heldOutSet, looks],
  ['the set written after that', freshSet, looks],
  ['the set of county bureaus', countySet, countyLooks],
  ['the last set', lastSet, countyLooks],
])('sheets worded by offices, %s', (_, sheets, habits) => {
  test(
    'are taken for their own template, all of them',
    async () => {
      const readings = await readingsOf(sheets, habits);
      expect(
        readings.filter(({ isRight }) => !isRight).map(({ title, taken }) => `${title}: ${taken}`),
      ).toEqual([]);
    },
    minute,
  );

  test(
    'have 97 of 100 headings and labels read as what they mean, and not one in a hundred as anything else',
    async () => {
      const readings = await readingsOf(sheets, habits);
      const meant = sum(readings.map((reading) => reading.meant));
      const wrong = readings.flatMap((reading) => reading.wrong);
      const missed = readings.flatMap((reading) => reading.missed);
      expect(wrong.length > 0.01 * meant ? wrong : []).toEqual([]);
      expect(missed.length + wrong.length > 0.03 * meant ? [...missed, ...wrong] : []).toEqual([]);
      expect(meant).toBeGreaterThan(240);
    },
    minute,
  );
});

test.each(otherSpreadsheets)('$title ($headings) is no table of the bureau', async (other) => {
  const workbook = await workbookOf('资料.xlsx', await workbookWith(other));
  const taken = workbook.sheets.flatMap((sheet) => recognise(sheet, '资料.xlsx', officialVocabulary).taken);
  expect(taken.map(({ template, score }) => `${template.id} ${score}`)).toEqual([]);
});

async function readingsOf(
  sheets: readonly UnseenSheet[],
  habits: readonly Look[],
): Promise<readonly (Reading & { title: string })[]> {
  const readings: (Reading & { title: string })[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const look = habits[index % habits.length];
    if (look !== undefined) readings.push({ ...(await readingOf(sheet, look)), title: sheet.title });
  }
  return readings;
}

function workbookWith({ title, headings }: OtherSpreadsheet): Promise<Uint8Array> {
  const words = headings.split('|');
  const cellsOf = (index: number) =>
    words.map((word, column) => {
      if (word === '序号') return index + 1;
      const isFigure = /[额数费率价值量资金计]$|工资|月$/.test(word);
      return isFigure ? 10 + index + column : `${word}${'甲乙丙丁戊'[index]}`;
    });
  return writeWorkbook([
    {
      name: 'Sheet1',
      columns: words.map(() => ({ width: 12 })),
      rows: [
        { look: 'title', cells: [title] },
        { look: 'heading', cells: words },
        ...[0, 1, 2, 3, 4].map((index) => ({ look: 'body' as const, cells: cellsOf(index) })),
      ],
      merges: [],
    },
  ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
