import { describe, expect, test } from '@jest/globals';
import type { RuleCase } from '../../fixtures/case.ts';
import { runRules } from '../../fixtures/run-case.ts';
import { rules } from '../../rules/index.ts';

function explanations(one: RuleCase): Readonly<Record<string, string | null>> {
  const { findings } = runRules(rules, one);
  return Object.fromEntries(findings.map(({ rule, explanation }) => [rule, explanation]));
}

describe('what a unit wrote', () => {
  const reason = '资金未下达，待上级资金到位后组织实施并支付。';
  const slow = { adjustedBudget: 120, released: 120, cumPlan: 60, cumActual: 30 };

  test('explains what it speaks of, but not the finding that it is contradicted', () => {
    const told = explanations({ T01: [{ ...slow, reason }] });
    expect(told).toMatchObject({ 'PRG-01': reason, 'PRG-06': null });
  });

  test('explains nothing where it is copied, and the finding quotes it', () => {
    const { findings } = runRules(rules, {
      T01: [
        { ...slow, reason: '合同约定8月底验收后付款，预计支付13万元。' },
        { ...slow, projectName: '另一项目', reason: '合同约定8月底验收后付款，预计支付13万元。' },
      ],
    });
    const copied = findings.filter(({ rule }) => rule === 'PRG-05');
    expect(copied.map(({ severity, explanation }) => [severity, explanation])).toEqual([
      ['warning', null],
      ['warning', null],
    ]);
    expect(copied[0]?.message.zh).toContain('差异原因“合同约定8月底验收后付款，预计支付13万…”与');
  });
});
