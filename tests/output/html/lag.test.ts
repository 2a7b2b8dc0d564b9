import { describe, expect, test } from '@jest/globals';
import { laggingProjects, sideOf, splitLag } from '../../../output/html/lag.ts';
import type { Amounts, ProgressRow } from '../../../pipeline/model/report.ts';
import { sampleReport } from '../../support/sample-report.ts';

describe('the amount behind', () => {
  test('is budget × time progress − spent, split into what was not released and what was not spent', () => {
    expect(splitLag(amounts({ budget: 10_000, released: 3_000, spent: 2_500 }))).toEqual({
      behind: 2_500,
      notReleased: 2_000,
    });
  });

  test('is all on the releasing side when everything released was spent', () => {
    expect(splitLag(amounts({ budget: 10_000, released: 1_000, spent: 1_000 }))).toEqual({
      behind: 4_000,
      notReleased: 4_000,
    });
  });

  test('is all on the spending side when enough was released', () => {
    expect(splitLag(amounts({ budget: 10_000, released: 5_000, spent: 0 }))).toEqual({
      behind: 5_000,
      notReleased: 0,
    });
  });

  test('is nothing exactly at time progress', () => {
    expect(splitLag(amounts({ budget: 10_000, released: 10_000, spent: 5_000 }))).toBeNull();
    expect(splitLag(amounts({ budget: 10_000, released: 10_000, spent: 4_999 }))).toEqual({
      behind: 1,
      notReleased: 0,
    });
  });

  test('cannot be computed without budget or spending, and not split without what was released', () => {
    expect(splitLag(amounts({ budget: null, released: 1, spent: 1 }))).toBeNull();
    expect(splitLag(amounts({ budget: 1, released: 1, spent: null }))).toBeNull();
    expect(splitLag(amounts({ budget: 10_000, released: null, spent: 0 }))).toEqual({
      behind: 5_000,
      notReleased: null,
    });
  });
});

describe('the side a lag is on', () => {
  test('is the releasing side from one half on', () => {
    expect(sideOf({ behind: 100, notReleased: 50 })).toBe('notReleased');
    expect(sideOf({ behind: 100, notReleased: 49 })).toBe('notSpent');
  });

  test('is unknown when nobody knows what was released', () => {
    expect(sideOf({ behind: 100, notReleased: null })).toBeNull();
  });
});

describe('the projects behind', () => {
  test('are sorted by amount, largest first, without those on time', () => {
    expect(
      Array.from(laggingProjects([row(600), row(100), row(300), row(0)]), ({ behind }) => behind),
    ).toEqual([600, 300, 100]);
  });
});

function amounts(changes: Pick<Amounts, 'budget' | 'released' | 'spent'>): Amounts {
  const unknown = {
    planned: null,
    rate: null,
    allotmentRate: null,
    releaseRate: null,
    gap: null,
    variance: null,
    lamp: null,
  };
  return { ...unknown, timeProgress: 0.5, ...changes };
}

/** A project that is behind by an amount. */
function row(behind: number): ProgressRow {
  const [any] = sampleReport().progress;
  if (any === undefined) throw new RangeError('the sample has projects');
  return { ...any, ...amounts({ budget: 2_000, released: 2_000, spent: 1_000 - behind }) };
}
