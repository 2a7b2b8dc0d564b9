import { describe, expect, test } from '@jest/globals';
import type { RuleCase } from '../../fixtures/case.ts';
import { runRules } from '../../fixtures/run-case.ts';
import { withTotals } from '../../fixtures/with-totals.ts';
import { rules } from '../../rules/index.ts';
import { noIncrease } from '../../rules/three-public-expenses/no-increase.ts';

/** What fails, and what waits for it, as `rule cell`. */
function told(one: RuleCase) {
  const { findings, failures } = runRules(rules, one);
  expect(failures).toEqual([]);
  const lines = (status: string) =>
    findings
      .filter((finding) => finding.status === status)
      .map(({ rule, where }) => `${rule} ${where[0]?.cell}`)
      .toSorted();
  return { fails: lines('fail'), waits: lines('undecidable') };
}

describe('one mistake is one finding', () => {
  test('spending in yuan: what else is said of its row waits for it, and so does the total of its column', () => {
    const good = withTotals('T01', [{}, {}, {}]);
    const { fails, waits } = told({ T01: { ...good, rows: [{}, { cumActual: 600_000 }, {}] } });
    expect(fails).toEqual(['DQ-14 Z7']);
    expect(waits).toEqual(expect.arrayContaining(['DQ-12 Z7', 'PRG-04 Z7', 'PRG-07 Z7', 'PRG-11 Z7']));
  });

  test('a total of another column is a mistake of its own', () => {
    const good = withTotals('T01', [{}, {}, {}]);
    const { fails } = told({
      T01: {
        ...good,
        rows: [{}, { cumActual: 600_000 }, {}],
        totals: [{ ...good.totals?.[0], initialBudget: 100 }],
      },
    });
    expect(fails).toEqual(['DQ-12 G9', 'DQ-14 Z7']);
  });

  test('another row is judged as ever', () => {
    const { fails } = told({ T01: withTotals('T01', [{ cumActual: 600_000 }, { execRate: 0.7 }]) });
    expect(fails).toEqual(['DQ-14 Z6', 'PRG-11 AA7']);
  });

  test('how another cell of the row was filled in is said all the same', () => {
    const { fails } = told({
      T01: withTotals('T01', [{ cumActual: 600_000, projectCode: '11000023T00000000001' }]),
    });
    expect(fails).toEqual(expect.arrayContaining(['DQ-14 Z6', 'DQ-16 B6']));
  });
});

test('the title of a rule that has quotation marks of its own is quoted once', () => {
  const { findings } = runRules([noIncrease], {
    T09: [{ lastBudget: null }, {}, {}, {}, {}, {}],
  });
  expect(findings.map(({ message }) => message.zh)).toEqual([
    '「上年预算数」未填写，无法判断是否“‘三公’经费未做到只减不增”。',
  ]);
});
