import { describe, expect, test } from '@jest/globals';
import { lagOf } from '../../output/projects.ts';
import {
  concentrationOf,
  errorsReturned,
  findingsByUnit,
  lagShares,
  placesIn,
  rankedFindings,
  rankedUnits,
  toCorrect,
  toExplain,
} from '../../output/ranking.ts';
import type { Finding, ProgressRow } from '../../pipeline/model/report.ts';
import { sampleFinding, sampleReport } from '../support/sample-report.ts';

const report = sampleReport();

function project(budget: number | null, spent: number | null): ProgressRow {
  const [first] = report.progress;
  if (first === undefined) throw new Error('the sample has projects');
  return { ...first, budget, spent, timeProgress: 0.5 };
}

function ranked(...findings: Partial<Finding>[]): readonly string[] {
  return Array.from(rankedFindings(findings.map((one) => sampleFinding(one))), (one) => one.key);
}

describe('findings', () => {
  test('are ranked by level, then by money, then as the report has them', () => {
    const order = ranked(
      { key: 'notice', severity: 'notice', atStake: 9 },
      { key: 'undecidable', status: 'undecidable', severity: 'error', atStake: null },
      { key: 'small', severity: 'error', atStake: 1 },
      { key: 'without money', severity: 'error', atStake: null },
      { key: 'large', severity: 'error', atStake: -5 },
      { key: 'warning', severity: 'warning', atStake: 99 },
      { key: 'also small', severity: 'error', atStake: 1 },
    );
    expect(order).toEqual([
      'large',
      'small',
      'also small',
      'without money',
      'warning',
      'undecidable',
      'notice',
    ]);
  });

  test('of one project count its money once', () => {
    const project = { code: '1', name: '甲' };
    const [group] = findingsByUnit([
      sampleFinding({ key: 'a', project, atStake: 300 }),
      sampleFinding({ key: 'b', project, atStake: 500 }),
      sampleFinding({ key: 'c', project: { code: '2', name: '乙' }, atStake: 50 }),
      sampleFinding({ key: 'd', project: null, atStake: 7 }),
      sampleFinding({ key: 'e', project: null, atStake: 8 }),
      sampleFinding({ key: 'f', project, atStake: null }),
    ]);
    expect(group?.atStake).toBe(565);
  });

  test('of units that handed in nothing are not sent back to be corrected', () => {
    expect(report.findings.filter((one) => one.unit === '青石镇人民政府')).toHaveLength(1);
    expect([...toCorrect(report)].filter((one) => one.unit === '青石镇人民政府')).toEqual([]);
  });

  test('that could not be decided are neither to correct nor to explain', () => {
    const open = [...toCorrect(report), ...toExplain(report)];
    expect(open.filter((one) => one.status !== 'fail')).toEqual([]);
    expect(open.length).toBeGreaterThan(40);
  });

  test('are counted for the units that are sent back, not for those that are told to hand in what can be read', () => {
    const [unit] = report.units;
    if (unit === undefined) throw new Error('the sample has units');
    const units = [
      { ...unit, state: 'returned' as const, errors: 3 },
      { ...unit, state: 'unread' as const, errors: 2 },
      { ...unit, state: 'missing' as const, errors: 1 },
    ];
    expect(errorsReturned({ units })).toBe(3);
  });

  test('alike stand for several places', () => {
    expect(placesIn([sampleFinding({ count: 3 }), sampleFinding()])).toBe(4);
  });
});

describe('units', () => {
  test('are ranked by rate, those without one last', () => {
    const rates = rankedUnits(report.units).map((unit) => unit.rate);
    expect(rates.at(-1)).toBeNull();
    expect(rates.slice(0, -1)).toEqual([...rates.slice(0, -1)].sort((a, b) => (b ?? 0) - (a ?? 0)));
  });
});

describe('what is behind time progress', () => {
  test('is budget times time progress less spent, and never below zero', () => {
    expect(lagOf(project(1000, 200))).toBe(300);
    expect(lagOf(project(1000, 500))).toBe(0);
    expect(lagOf(project(1000, 900))).toBe(0);
  });

  test('is nothing where it cannot be computed', () => {
    expect(lagOf(project(null, 200))).toBe(0);
    expect(lagOf(project(1000, null))).toBe(0);
  });

  test('comes from the fewest projects that make up four fifths', () => {
    const rows = [project(200, 0), project(1200, 0), project(400, 0), project(200, 0), project(2, 2)];
    expect(concentrationOf(rows)).toEqual({ all: 4, few: 2, amount: 1000, share: 0.8 });
  });

  test('adds up, from the largest on, to all of it', () => {
    const rows = [project(200, 0), project(1200, 0), project(400, 0), project(2, 2)];
    const shares = lagShares(rows);
    expect([...rows.keys()].map((index) => shares.get(index))).toEqual([1, 600 / 900, 800 / 900, undefined]);
  });

  test('is nowhere when all are on time', () => {
    expect(concentrationOf([project(1000, 500)])).toBeNull();
    expect(concentrationOf([])).toBeNull();
  });
});
