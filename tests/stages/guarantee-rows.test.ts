import { describe, expect, test } from '@jest/globals';
import { testPolicy } from '../../fixtures/run-case.ts';
import { submission } from '../../fixtures/submission.ts';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { guaranteeRows } from '../../pipeline/stages/guarantee-rows.ts';

const unit = '石桥镇人民政府';

function rowsOf(...rows: Parameters<typeof submission>[1][]): ReturnType<typeof guaranteeRows> {
  const dossier: Dossier = {
    unit,
    period: '2023-06',
    submissions: rows.map((one) => submission('T08', one, unit)),
    superseded: [],
    unjudged: [],
    previous: null,
  };
  return guaranteeRows(dossier, dossier.period, testPolicy({}));
}

describe('the three guarantees of a unit', () => {
  test('are given in the official order, however the sheet has them', () => {
    const rows = rowsOf([{ kind: '保运转' }, { kind: '二、保工资' }, { kind: '保基本民生' }]);
    expect(rows.map(({ kind, place }) => [kind, place.cell?.replace(/^[A-Z]+/, '')])).toEqual([
      ['livelihood', '8'],
      ['wages', '7'],
      ['operations', '6'],
    ]);
  });

  test('have a shortfall where less is arranged than needed, none where more is, and nothing where need is unknown', () => {
    const rows = rowsOf([
      { kind: '保基本民生', need: 320, arranged: 300, spent: 156 },
      { kind: '保工资', need: 700, arranged: 760, spent: 380 },
      { kind: '保运转', need: null, arranged: 140, spent: 70 },
    ]);
    expect(rows.map(({ shortfall }) => shortfall)).toEqual([20_000_000, 0, null]);
  });

  test.each([
    [50, 'green'],
    [49.99, 'yellow'],
    [45, 'yellow'],
    [44.99, 'red1'],
    [40, 'red1'],
    [39.99, 'red2'],
    [30, 'red2'],
    [29.99, 'red3'],
  ])('with %d of 100 spent at half of the year the level is %s', (spent, level) => {
    expect(rowsOf([{ kind: '保工资', arranged: 100, spent }])[0]).toMatchObject({
      timeProgress: 0.5,
      level,
    });
  });

  test('of several lines are summed, and have no sum when one of them has no amount', () => {
    const [livelihood, wages] = rowsOf([
      { kind: '保基本民生', arranged: 60, spent: 30 },
      { kind: '保基本民生', arranged: 40, spent: 25 },
      { kind: '保工资', arranged: 60, spent: 30 },
      { kind: '保工资', arranged: 40, spent: null },
    ]);
    expect(livelihood).toMatchObject({ arranged: 100_000_000, spent: 55_000_000, rate: 0.55 });
    expect(wages).toMatchObject({ arranged: 100_000_000, spent: null, rate: null, gap: null, level: null });
  });

  test('a unit without the table has none', () => {
    expect(rowsOf()).toEqual([]);
  });
});
