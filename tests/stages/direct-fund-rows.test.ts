import { describe, expect, test } from '@jest/globals';
import type { RowInput } from '../../fixtures/case.ts';
import { testPolicy } from '../../fixtures/run-case.ts';
import { submission } from '../../fixtures/submission.ts';
import { directFundRows } from '../../pipeline/stages/direct-fund-rows.ts';

const unit = '青禾镇人民政府';

function fund(row: RowInput, asOf = '2023-07-07'): ReturnType<typeof directFundRows>[number] | undefined {
  const dossier = {
    unit,
    period: '2023-06',
    submissions: [submission('T10', [row], unit)],
    superseded: [],
    unjudged: [],
    previous: null,
  };
  return directFundRows(dossier, asOf, testPolicy({}))[0];
}

describe('the direct-transfer funds of a unit', () => {
  test('say what was allotted, spent and is left, and the days to the deadline', () => {
    expect(fund({ fundName: '救助补助', released: 80, spent: 60, deadline: '2023-07-31' })).toMatchObject({
      unit,
      fund: '救助补助',
      allotted: 80_000_000,
      spent: 60_000_000,
      unspent: 20_000_000,
      rate: 0.75,
      deadline: '2023-07-31',
      daysLeft: 24,
    });
  });

  test.each([
    ['spent, though late', { spent: 80, deadline: '2023-06-30' }, 'green'],
    ['due on the day itself', { spent: 79.99, deadline: '2023-07-07' }, 'red'],
    ['ten days left and less than 95 % spent', { spent: 75.9, deadline: '2023-07-17' }, 'red'],
    ['ten days left and 95 % spent', { spent: 76, deadline: '2023-07-17' }, 'green'],
    ['thirty days left and less than 80 % spent', { spent: 63.9, deadline: '2023-08-06' }, 'yellow'],
    ['thirty days left and 80 % spent', { spent: 64, deadline: '2023-08-06' }, 'green'],
    ['thirty-one days left and nothing spent', { spent: 0, deadline: '2023-08-07' }, 'green'],
    ['no deadline', { spent: 0, deadline: null }, null],
    ['no amount spent', { spent: null, deadline: '2023-07-08' }, null],
  ])('%s: lamp', (_, row, lamp) => {
    expect(fund({ released: 80, ...row })?.lamp).toBe(lamp);
  });

  test('with a rate alone keep it, and have nothing computed from it', () => {
    expect(fund({ released: null, spent: null, rate: 0.45 })).toMatchObject({ rate: 0.45, unspent: null });
  });

  test('that are classified are counted but not named', () => {
    expect(fund({ remark: { gap: 'classified' }, released: 80, spent: 80, reason: '秘密' })).toMatchObject({
      classified: true,
      fund: null,
      document: null,
      reason: null,
      allotted: 80_000_000,
    });
  });

  test('beyond a number are summed up behind those that call for attention first', () => {
    const rows = [
      { fundName: '甲', released: 80, spent: 80, deadline: '2023-07-31' },
      { fundName: '乙', released: 80, spent: 10, deadline: '2023-07-06' },
      { fundName: '丙', released: 80, spent: 60, distributed: 70, deadline: '2023-07-31' },
      { fundName: '丁', released: 40, spent: 20, deadline: '2023-07-20' },
      { fundName: '戊', released: 40, spent: 40, deadline: '2023-07-25' },
    ];
    const dossier = {
      unit,
      period: '2023-06',
      submissions: [submission('T10', rows, unit)],
      superseded: [],
      unjudged: [],
      previous: null,
    };
    const lines = directFundRows(dossier, '2023-07-07', testPolicy({}), 1);
    expect(
      lines.map(({ fund, count, lamp, allotted, spent, unspent, daysLeft }) => ({
        fund,
        count,
        lamp,
        allotted,
        spent,
        unspent,
        daysLeft,
      })),
    ).toEqual([
      {
        fund: '乙',
        count: 1,
        lamp: 'red',
        allotted: 80_000_000,
        spent: 10_000_000,
        unspent: 70_000_000,
        daysLeft: -1,
      },
      {
        fund: null,
        count: 2,
        lamp: 'yellow',
        allotted: 120_000_000,
        spent: 80_000_000,
        unspent: 40_000_000,
        daysLeft: 13,
      },
      {
        fund: null,
        count: 2,
        lamp: 'green',
        allotted: 120_000_000,
        spent: 120_000_000,
        unspent: 0,
        daysLeft: 18,
      },
    ]);
    expect(directFundRows(dossier, '2023-07-07', testPolicy({}), 5)).toHaveLength(5);
  });
});
