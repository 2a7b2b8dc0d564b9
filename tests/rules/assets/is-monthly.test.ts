import { describe, expect, test } from '@jest/globals';
import { isChangeFromOpening, isMonthly } from '../../../rules/assets/is-monthly.ts';
import { submissionIn } from '../../support/submission-in.ts';

/** The first row of an asset report with these headings. */
async function rowUnder(opening: string, change: string) {
  const { tables } = await submissionIn(
    '资产月报.csv',
    [
      '青禾镇人民政府2023年6月国有资产月报,,,,,',
      '填报单位：青禾镇人民政府,,,,,金额单位：元',
      `项目,${opening},本月增加,本月减少,期末数,${change}`,
      '货币资金,100,20,0,120,20',
      '固定资产净值,100,20,0,120,20',
      '资产总计,200,40,0,240,40',
    ].join('\n'),
  );
  const row = tables.items?.rows[0];
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('what an asset report opens with', () => {
  test('is the end of last month, also where its heading names the month with its year', async () => {
    for (const opening of ['上月期末数', '期初数', '上月末数（2023年5月）'])
      expect([opening, isMonthly(await rowUnder(opening, '增减额'))]).toEqual([opening, true]);
  });

  test('is the end of last year where its heading says so', async () => {
    for (const opening of ['年初数', '上年末数'])
      expect([opening, isMonthly(await rowUnder(opening, '增减额'))]).toEqual([opening, false]);
  });

  test('makes the stated change, unless that is since another day', async () => {
    for (const [opening, change, expected] of [
      ['上月期末数', '增减额', true],
      ['上月期末数', '比上月增减额', true],
      ['年初数', '增减额', true],
      ['年初数', '比上月增减额', false],
    ] as const)
      expect([opening, change, isChangeFromOpening(await rowUnder(opening, change))]).toEqual([
        opening,
        change,
        expected,
      ]);
  });
});
