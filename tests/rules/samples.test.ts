import { describe, expect, test } from '@jest/globals';
import type { RuleCase } from '../../fixtures/case.ts';
import { runRules } from '../../fixtures/run-case.ts';
import { rules } from '../../rules/index.ts';

const samples: (readonly [string, RuleCase, readonly string[]])[] = [];
// One after the other: the test runner cannot link modules it is still loading for another import.
for (const { meta } of rules) {
  const module: { sample: RuleCase; alsoTrips?: readonly string[] } = await import(
    `../../fixtures/samples/${meta.name}.ts`
  );
  samples.push([meta.id, module.sample, module.alsoTrips ?? []]);
}

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
