import { describe, expect, test } from '@jest/globals';
import { submission } from '../../fixtures/submission.ts';
import type { TrendPoint, UnitSummary } from '../../pipeline/model/report.ts';
import { monthsTold, trendOf } from '../../pipeline/stages/trend.ts';
import { sampleReport } from '../support/sample-report.ts';

const unit = '石桥镇人民政府';
const months = (values: readonly (number | null)[]) =>
  Object.fromEntries(values.map((value, index) => [`actualM0${index + 1}`, value]));

function trend(
  input: Parameters<typeof submission>[1],
  earlier: readonly TrendPoint[] = [],
  period = '2023-03',
) {
  const [summary] = sampleReport().units;
  if (summary === undefined) throw new RangeError('the sample has units');
  const now: UnitSummary = { ...summary, unit, budget: 100_000_000, spent: 30_000_000, rate: 0.3 };
  const dossier = {
    unit,
    period,
    submissions: [submission('T01', input, unit)],
    superseded: [],
    unjudged: [],
    previous: null,
  };
  const lamps = { red: 0.6, yellow: 0.8 };
  const timeProgress = (month: string) => Number(month.slice(5)) / 12;
  return trendOf({
    period,
    units: [now],
    told: monthsTold(dossier, { period, timeProgress, lamps }),
    earlier,
    timeProgress: timeProgress(period),
    lamps,
  }).map(({ period: month, rate, source }) => `${month} ${rate} ${source}`);
}

const point = (period: string, rate: number): TrendPoint => ({
  unit,
  period,
  budget: 100_000_000,
  spent: rate * 100_000_000,
  rate,
  timeProgress: 0.2,
  lamp: 'green',
  source: 'this run',
});

describe('the trend of a unit', () => {
  test('is this month alone when nothing tells of others', () => {
    expect(trend([{ cumActual: 30 }])).toEqual(['2023-03 0.3 this run']);
  });

  test('is read from the columns of single months, as shares of this month’s budget', () => {
    const rows = [
      { adjustedBudget: 60, ...months([5, 7, 8]) },
      { adjustedBudget: 40, ...months([null, 3, 7]) },
    ];
    expect(trend({ rows, without: ['cumActual'] })).toEqual([
      '2023-01 0.05 month columns',
      '2023-02 0.15 month columns',
      '2023-03 0.3 this run',
    ]);
  });

  test('has no month of which a cell could not be read', () => {
    const rows = [{ adjustedBudget: 100, ...months([5, 7, 8]), actualM02: { gap: 'unreadable' as const } }];
    expect(trend({ rows, without: ['cumActual'] })).toEqual([
      '2023-01 0.05 month columns',
      '2023-03 0.3 this run',
    ]);
  });

  test('is read from the sheets of earlier months', () => {
    const history = [
      { period: { period: '2023-02' }, rows: [{ adjustedBudget: 100, cumActual: 18 }] },
      { period: { period: '2023-01' }, rows: [{ adjustedBudget: 80, cumActual: 8 }] },
    ];
    expect(trend({ rows: [{ cumActual: 30 }], history })).toEqual([
      '2023-01 0.1 earlier sheet',
      '2023-02 0.18 earlier sheet',
      '2023-03 0.3 this run',
    ]);
  });

  test('what earlier runs reported stands before what a sheet says of the same month now', () => {
    const history = [{ period: { period: '2023-02' }, rows: [{ adjustedBudget: 100, cumActual: 18 }] }];
    expect(
      trend({ rows: [{ cumActual: 30 }], history }, [point('2023-01', 0.1), point('2023-02', 0.2)]),
    ).toEqual(['2023-01 0.1 previous run', '2023-02 0.2 previous run', '2023-03 0.3 this run']);
  });

  test('leaves out other years, and what an earlier run knew of months that are not earlier now', () => {
    const earlier = [point('2022-12', 0.98), point('2023-02', 0.2), point('2023-04', 0.4)];
    expect(trend([{ cumActual: 30 }], earlier)).toEqual(['2023-02 0.2 previous run', '2023-03 0.3 this run']);
  });
});
