import { beforeAll, describe, expect, test } from '@jest/globals';
import { gap, type RowInput } from '../../fixtures/case.ts';
import { submission } from '../../fixtures/submission.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import type { Policy } from '../../pipeline/policy/policy.ts';
import { openSpool } from '../../pipeline/spool.ts';
import { judgeUnit } from '../../pipeline/stages/judge-unit.ts';
import { type Spending, thingAt, type UnitPart, unitPart } from '../../pipeline/stages/unit-part.ts';
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

/** What a unit with one table adds to the report. */
function partWith(id: 'T01' | 'T08' | 'T10', rows: readonly RowInput[]): UnitPart {
  const dossier = {
    unit,
    period,
    submissions: [submission(id, rows, unit)],
    superseded: [],
    unjudged: [],
    previous: null,
  };
  const result = judgeUnit(dossier, { rules, policy, roster: null, period, asOf: '2023-07-07' });
  return unitPart(unit, [], result, [], rules);
}

/** What a unit's schedule comes to. */
function spendingOf(...rows: readonly RowInput[]): Spending {
  return partWith('T01', rows).spending;
}

/** One amount of every line of a list, as the report has it. */
function amountsIn({ lists }: UnitPart, list: 'guarantees' | 'directFunds', amount: string): unknown[] {
  const text = lists[list].map(({ things }) => new TextDecoder().decode(things)).join(',');
  const lines: readonly Readonly<Record<string, unknown>>[] = JSON.parse(`[${text}]`);
  return lines.map((line) => line[amount]);
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

  test('is not known of a guarantee or a fund with an amount in 元 among 万元 either', () => {
    const guarantees = partWith('T08', [{}, { spent: 510_000 }, {}]);
    expect(amountsIn(guarantees, 'guarantees', 'spent')).toEqual([50 * wan, null, 52 * wan]);
    expect(amountsIn(guarantees, 'guarantees', 'arranged')).toEqual([100 * wan, null, 102 * wan]);
    const funds = partWith('T10', [{}, { released: 100, distributed: 100, spent: 900_000 }]);
    expect(amountsIn(funds, 'directFunds', 'spent')[1]).toBeNull();
  });
});

test('a single thing of a list is the one that stands there, in short pieces and in long ones, in any order', () => {
  const spool = openSpool(null);
  const pieceOf = (count: number, item: string) => {
    const lines = Array.from(
      { length: count },
      (_, index) => `    ${JSON.stringify({ unit, item: `${item},\n${index}`, closing: index })}`,
    );
    return { count, things: spool.put(Buffer.from(lines.join(',\n'))), masked: null };
  };
  const pieces = [pieceOf(2, '短'), pieceOf(1000, '长'.repeat(40)), pieceOf(0, ''), pieceOf(1, '末')];
  const at = thingAt('balances', pieces);
  const said = (index: number) => at(index)?.item.replace(/长+/, '长');
  expect([1, 1001, 0, 2, 1002, 2, 1, 1003].map(said)).toEqual([
    '短,\n1',
    '长,\n999',
    '短,\n0',
    '长,\n0',
    '末,\n0',
    '长,\n0',
    '短,\n1',
    undefined,
  ]);
});
