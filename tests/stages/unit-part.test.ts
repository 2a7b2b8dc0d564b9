import { beforeAll, describe, expect, test } from '@jest/globals';
import { gap, type RowInput } from '../../fixtures/case.ts';
import { submission } from '../../fixtures/submission.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import type { Policy } from '../../pipeline/policy/policy.ts';
import { judgeUnit } from '../../pipeline/stages/judge-unit.ts';
import { type Spending, unitPart } from '../../pipeline/stages/unit-part.ts';
import { rules } from '../../rules/index.ts';

const unit = '青石镇人民政府';
const period = '2023-06';
const wan = 1_000_000;

let policy: Policy;

beforeAll(async () => {
  const loaded = await loadPolicy({ file: null, profile: null, rules });
  if (!('policy' in loaded)) throw new Error('the settings do not load');
  policy = loaded.policy;
});

/** What a unit's schedule comes to. */
function spendingOf(...rows: readonly RowInput[]): Spending {
  const dossier = {
    unit,
    period,
    submissions: [submission('T01', rows, unit)],
    superseded: [],
    unjudged: [],
    previous: null,
  };
  const result = judgeUnit(dossier, { rules, policy, roster: null, period, asOf: '2023-07-07' });
  return unitPart(unit, [], result, [], rules).spending;
}

const project = (adjustedBudget: number, cumActual: RowInput[string], more: RowInput = {}): RowInput => ({
  initialBudget: adjustedBudget,
  adjustedBudget,
  released: adjustedBudget,
  planTotal: adjustedBudget,
  cumPlan: adjustedBudget / 2,
  cumActual,
  ...more,
});

describe('what the projects of a unit come to', () => {
  test('is the sum of what they budgeted and spent', () => {
    const { projects, sums } = spendingOf(project(60, 30), project(40, 20));
    expect(projects).toBe(2);
    expect(sums).toEqual({ budget: 100 * wan, released: 100 * wan, planned: 50 * wan, spent: 50 * wan });
  });

  test('leaves out a project whose spending cannot be read: its budget alone would put the unit behind', () => {
    const { projects, sums } = spendingOf(project(60, 30), project(40, gap('unreadable')));
    expect(projects).toBe(2);
    expect(sums).toEqual({ budget: 60 * wan, released: 60 * wan, planned: 30 * wan, spent: 30 * wan });
  });

  test('leaves out a project with an amount in 元 among 万元, which would be most of the total', () => {
    const { sums } = spendingOf(project(60, 30), project(40, 200_000));
    expect(sums).toEqual({ budget: 60 * wan, released: 60 * wan, planned: 30 * wan, spent: 30 * wan });
  });

  test('compares what was released with the projects that say so, and spending with those that have a plan', () => {
    const { sums, withReleased, withPlanned } = spendingOf(
      project(60, 30),
      project(40, 20, { released: null }),
      project(20, 10, { cumPlan: null }),
    );
    expect(sums).toMatchObject({ budget: 120 * wan, released: 80 * wan, spent: 60 * wan });
    expect(withReleased).toMatchObject({ budget: 80 * wan, released: 80 * wan, spent: 40 * wan });
    expect(withPlanned).toMatchObject({ planned: 50 * wan, spent: 50 * wan });
  });
});
