import { expect, test } from '@jest/globals';
import { runRules } from '../../../fixtures/run-case.ts';
import { actualOverBudget } from '../../../rules/three-public-expenses/actual-over-budget.ts';
import { totalIdentity } from '../../../rules/three-public-expenses/total-identity.ts';
import { vehiclesIdentity } from '../../../rules/three-public-expenses/vehicles-identity.ts';

test.each([
  ['SG-01', totalIdentity, { budgetTotal: 30 }],
  ['SG-02', vehiclesIdentity, { budgetCarRunning: 10 }],
  ['SG-04', actualOverBudget, { actualReception: 6 }],
])('of a form with a row for each of two units, %s names whose figures are wrong', (_, rule, wrong) => {
  const matrix = [{ unitName: '示例站' }, { unitName: '示例所', ...wrong }];
  const { findings } = runRules([rule], { T09: { tables: { matrix } } });
  expect(findings.map(({ project }) => project?.name)).toEqual(['示例所']);
});

test('a form of one row speaks of the unit itself', () => {
  const { findings } = runRules([totalIdentity], { T09: { tables: { matrix: [{ budgetTotal: 30 }] } } });
  expect(findings.map(({ project }) => project)).toEqual([null]);
});
