import { describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { recognise } from '../../pipeline/stages/recognise.ts';
import { templateIds } from '../../pipeline/templates/index.ts';
import { workbookOf } from './as-read.ts';
import { type HeadingVariant, headingVariants } from './heading-variants.ts';
import { rewordedHeadings } from './reworded-headings.ts';

const minute = 60_000;

describe('a sheet whose headings are worded anew', () => {
  test(
    'is taken for its own template four times in five, and never for another',
    async () => {
      const answers: string[] = [];
      for (const [id, variant] of rewordedHeadings) {
        for (const title of [variant.title, '']) {
          const taken = await takenFor({ ...variant, title });
          answers.push(
            taken === id ? 'right' : taken.startsWith('nothing') ? 'unsure' : `${id} taken for ${taken}`,
          );
        }
      }
      expect(answers.filter((answer) => answer !== 'right' && answer !== 'unsure')).toEqual([]);
      const right = answers.filter((answer) => answer === 'right').length;
      expect(right / answers.length).toBeGreaterThanOrEqual(0.8);
      expect(answers.length).toBe(40);
    },
    minute,
  );
});

test.each(['项目名称|预算数|支出数', '项目|预算|执行数|执行率', '序号|项目名称|全年预算|累计支出|备注'])(
  'without a title, projects with a budget and what was spent (%s) are the schedule of projects',
  async (headings) => {
    expect(await takenFor({ title: '', tables: [headings] })).toBe('T01');
  },
);

test('a title is one however far what stands behind it in the cell was pushed away by blanks', async () => {
  const title = `示例区教育局部门整体绩效自评表${' '.repeat(80)}2023年度`;
  expect(await takenFor({ title, tables: ['指标|评分标准|标准分|自评分'] })).toBe('T07');
});

describe('a sheet with headings that no template words so', () => {
  test(
    'is taken for its own template, 98 in 100 times at least',
    async () => {
      const wrong: string[] = [];
      let count = 0;
      for (const id of templateIds) {
        for (const [index, variant] of headingVariants[id].entries()) {
          count += 1;
          const taken = await takenFor(variant);
          if (taken !== id) wrong.push(`${id}, variant ${index + 1}: taken for ${taken}`);
        }
      }
      // A failure lists which; up to one in fifty may be wrong.
      expect(wrong.length > 0.02 * count ? wrong : []).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(95);
    },
    minute,
  );

  test.each(templateIds)('has at least five variants of %s, all different', (id) => {
    const sheets = headingVariants[id].map((variant) => JSON.stringify(variant));
    expect(new Set(sheets).size).toBeGreaterThanOrEqual(5);
  });
});

/** The only template a sheet is taken for; otherwise what stood in its way. */
async function takenFor(variant: HeadingVariant): Promise<string> {
  const workbook = await workbookOf('报送.xlsx', await sheetOf(variant));
  const sheet = workbook.sheets[0];
  if (sheet === undefined) return 'no sheet';
  const { taken, best } = recognise(sheet, '报送.xlsx', officialVocabulary);
  const ids = new Set(taken.map((one) => one.template.id));
  const [only] = ids;
  if (only !== undefined && ids.size === 1) return only;
  return ids.size > 1
    ? [...ids].join(' and ')
    : `nothing (best ${best?.template.id} ${best?.score}, missing ${best?.missing.map((one) => one.field).join(' ')})`;
}

async function sheetOf({ title, form, tables }: HeadingVariant): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  let row = 1;
  if (title !== '') {
    sheet.getCell(row, 1).value = title;
    sheet.mergeCells(row, 1, row, 6);
    row += 1;
  }
  sheet.getCell(row, 1).value = '填报单位：青禾镇人民政府';
  sheet.getCell(row, 6).value = '单位：万元';
  row += 1;
  for (const label of form?.split('|') ?? []) {
    sheet.getCell(row, 1).value = label;
    sheet.getCell(row, 2).value = '内容';
    row += 1;
  }
  for (const headings of tables) row = writeTable(sheet, headings, row) + 1;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Headings with two rows of body; gives the row below. */
function writeTable(sheet: exceljs.Worksheet, headings: string, first: number): number {
  const paths = headings.split('|').map(pathOf);
  const depth = Math.max(...paths.map((path) => path.length));
  for (const [index, path] of paths.entries()) {
    const [parent, leaf] = path;
    const column = index + 1;
    if (leaf === undefined) {
      sheet.getCell(first, column).value = parent;
      if (depth > 1) sheet.mergeCells(first, column, first + 1, column);
      continue;
    }
    sheet.getCell(first + 1, column).value = leaf;
    if (paths[index - 1]?.length === 2 && paths[index - 1]?.[0] === parent) continue;
    let last = column;
    while (paths[last]?.length === 2 && paths[last]?.[0] === parent) last += 1;
    sheet.getCell(first, column).value = parent;
    if (last > column) sheet.mergeCells(first, column, first, last);
  }
  for (const offset of [0, 1]) {
    for (const index of paths.keys())
      sheet.getCell(first + depth + offset, index + 1).value = index < 2 ? '内容' : 12.5;
  }
  return first + depth + 2;
}

/** A stroke inside brackets is no parent. */
function pathOf(heading: string): readonly [string, string?] {
  const at = heading.search(/\/(?![^(（]*[)）])/);
  return at < 0 ? [heading] : [heading.slice(0, at), heading.slice(at + 1)];
}
