import { describe, expect, test } from '@jest/globals';
import type { RowInput } from '../../fixtures/case.ts';
import { runRules } from '../../fixtures/run-case.ts';
import { paidLate } from '../../rules/direct-funds/paid-late.ts';
import { negativeAmount } from '../../rules/quality/negative-amount.ts';

const funds = (row: (index: number) => RowInput) => Array.from({ length: 1500 }, (_, index) => row(index));

describe('a mistake in every row of a ledger', () => {
  test('is listed a thousand times, and the rest is one line that counts', () => {
    const rows = funds((index) => ({ fundName: `资金${index}`, released: -1, spent: 0 }));
    const { findings, counts } = runRules([negativeAmount], { T10: rows });
    expect(findings).toHaveLength(1001);
    expect(findings[0]).toMatchObject({ count: 1, value: '-1.00', project: { name: '资金0' } });
    expect(findings[1000]).toMatchObject({
      rule: 'DQ-04',
      status: 'fail',
      count: 500,
      value: null,
      project: null,
      atStake: 500 * 1_000_000,
    });
    expect(findings[1000]?.where).toEqual([expect.objectContaining({ label: '下达金额' })]);
    expect(counts.get('DQ-04')).toMatchObject({ fail: 1500, pass: 0 });
  });

  test('is undecidable in a thousand cells, and the rest is one line that counts', () => {
    const rows = funds((index) => ({
      fundName: `资金${index}`,
      deadline: '2023-03-31',
      paidOn: { gap: 'unreadable' },
      spent: 1,
    }));
    const { findings, counts } = runRules([paidLate], { T10: rows });
    const lines = findings.filter(({ status }) => status === 'undecidable');
    expect(lines).toHaveLength(1001);
    expect(lines[1000]?.count).toBe(500);
    expect(counts.get('ZD-02')?.undecidable).toBe(1500);
  });
});
