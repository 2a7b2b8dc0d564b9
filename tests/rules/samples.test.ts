import { describe, expect, test } from '@jest/globals';
import type { RuleCase } from '../../fixtures/case.ts';
import { rules } from '../../rules/index.ts';
import { runRules } from '../support/test-rule.ts';

const samples = await Promise.all(
  rules.map(async (rule) => {
    const { sample, alsoTrips = [] }: { sample: RuleCase; alsoTrips?: readonly string[] } = await import(
      `../../fixtures/samples/${rule.meta.name}.ts`
    );
    return [rule.meta.id, sample, alsoTrips] as const;
  }),
);

describe('each sample', () => {
  test.each(samples)('trips %s and nothing else', (id, sample, alsoTrips) => {
    const { findings, failures } = runRules(rules, sample);
    expect(failures).toEqual([]);
    const tripped = new Set(
      findings.filter((finding) => finding.status === 'fail').map((finding) => finding.rule),
    );
    expect([...tripped].filter((rule) => !alsoTrips.includes(rule))).toEqual([id]);
  });
});
