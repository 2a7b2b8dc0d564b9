import { describe, expect, test } from '@jest/globals';
import type { RuleCase } from '../../../fixtures/case.ts';
import { runRules } from '../../../fixtures/run-case.ts';
import { behindTimeProgress } from '../../../rules/spending/behind-time-progress.ts';
import { executionLamp } from '../../../rules/spending/execution-lamp.ts';
import { milestoneMissed } from '../../../rules/spending/milestone-missed.ts';
import { noSpending } from '../../../rules/spending/no-spending.ts';

const slow = [behindTimeProgress, executionLamp, milestoneMissed];

/** What would clear each finding, in both languages. */
function clears(one: RuleCase, rules = slow): readonly string[] {
  return runRules(rules, one).findings.flatMap((finding) => [finding.clears.zh, finding.clears.en]);
}

test('what is still to be spent is an amount one would write', () => {
  const more = (budget: number, cumActual: number) =>
    clears({ T01: [{ adjustedBudget: budget, cumActual, cumPlan: cumActual }], period: '2023-07' }, [
      behindTimeProgress,
    ])[0]?.split('；')[0];
  expect(more(80, 35)).toBe('达到 58.33% 须累计支出 46.67 万元，还差 11.67 万元');
  // Never more than there is.
  expect(more(0.009, 0)).toBe('达到 58.33% 须累计支出 0.009 万元，还差 0.009 万元');
});

describe('who acts where the reason given is money not released', () => {
  test.each(['资金未下达', '资金未全部下达'])('%s, and all is released: the unit', (reason) => {
    const said = clears({ T01: [{ cumActual: 12, reason }] });
    expect(said).toHaveLength(6);
    for (const words of said) expect(words).not.toMatch(/无须整改|nothing for the unit/);
    expect(said[0]).toBe(
      `达到 50.00% 须累计支出 60.00 万元，还差 48.00 万元；所填原因属“${reason}”，但预算 120.00 万元已全部下达：由单位更正差异原因，写明采取的措施和预计支出时间。`,
    );
    expect(said[1]).toMatch(
      /yet the budget of 120\.00 \(10,000 yuan\) is released in full: the unit corrects/,
    );
  });

  test('what is released lies idle: the unit spends that, the finance side releases the rest', () => {
    const [said] = clears({ T01: [{ released: 50, cumActual: 20, reason: '资金未全部下达' }] });
    expect(said).toBe(
      '所填原因属“资金未全部下达”，但已下达 50.00 万元中还有 30.00 万元未支出：由单位写明这部分的预计支出时间；其余 70.00 万元由财政端（或主管部门）下达。',
    );
  });

  test('the sheet does not say what is released: whoever it turns out to be', () => {
    const [said] = clears({ T03: [{ cumActual: 12, reason: '资金未下达' }] });
    expect(said).toBe(
      '所填原因属“资金未下达”，表中没有已下达数：由财政端（或主管部门）核对；确未下达的由其下达，已下达的由单位更正差异原因并写明预计支出时间。',
    );
  });

  test('released money of which nothing is spent is the turn of the unit', () => {
    expect(clears({ T01: [{ cumActual: 0, reason: '资金未下达' }] }, [noSpending])[0]).toBe(
      '所填原因属“资金未下达”，但预算 120.00 万元已全部下达：由单位更正差异原因，写明采取的措施和预计支出时间。',
    );
    expect(
      clears({ T01: [{ released: 40, cumActual: 0, reason: '资金未全部下达' }] }, [noSpending])[0],
    ).toContain('已下达 40.00 万元中还有 40.00 万元未支出');
  });

  test('without a budget, what is released and idle is still the turn of the unit', () => {
    expect(
      clears({ T01: [{ adjustedBudget: null, cumActual: 0, reason: '资金未下达' }] }, [noSpending])[0],
    ).toBe(
      '所填原因属“资金未下达”，但已下达 120.00 万元中还有 120.00 万元未支出：由单位写明这部分的预计支出时间；确未下达的部分由财政端（或主管部门）下达。',
    );
  });

  test('other reasons keep their turn', () => {
    expect(clears({ T01: [{ cumActual: 12, reason: '据实结算，按实际需要支付' }] })[0]).toBe(
      '所填原因属“据实结算（按实际需求支出）”：不属单位支出慢，写明预计支出时间和全年预计支出数即可。',
    );
  });
});
