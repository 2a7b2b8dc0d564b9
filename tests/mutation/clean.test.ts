import { describe, expect, test } from '@jest/globals';
import { type KnownTemplateId, templateIds } from '../../pipeline/templates/index.ts';
import { inventCase, laidOut } from './case.ts';
import { fitsIssuedForm } from './draw-issued.ts';
import { handIn } from './hand-in.ts';
import { seeded, seedOf } from './random.ts';
import { rounds, seed } from './settings.ts';

/** Sheets that are compared with each other, handed in together. */
const together: readonly (readonly KnownTemplateId[])[] = [
  ['T01', 'T03'],
  ['T01', 'T03', 'T17', 'T18'],
  ['T01', 'T08', 'T10', 'T14'],
  ['T09', 'T12', 'T13', 'T19'],
  ['T01', 'T02', 'T05', 'T06'],
];

/** How many units each round invents for one set of sheets. */
const unitsARound = 2;

describe(`a unit without mistakes (BUDGETLINT_MUTATION_SEED=${seed} invents the same ones)`, () => {
  test.each([...templateIds.map((id) => [id]), ...together].map((on) => [on.join(' '), on] as const))(
    'has no error and no warning in %s',
    async (name, on) => {
      for (let round = 0; round < rounds * unitsARound; round += 1) {
        const one = inventCase(seeded(seedOf(seed + round, name)), { on });
        if (round % 2 === 1) one.issued = new Set(one.drafts.filter((draft) => fitsIssuedForm(draft, [])));
        const report = await handIn((await laidOut(one)).desk);
        expect(report.failures).toEqual([]);
        // An issued form brings its guide along, which is no submission.
        const read = report.submissions.filter(({ status }) => status !== 'passed over');
        expect(read.map(({ template }) => template)).toEqual(on);
        const wrong = report.findings.filter(
          ({ status, severity }) => status === 'fail' && severity !== 'notice',
        );
        expect(wrong.map(({ rule, where, message }) => `${rule} ${where[0]?.cell} ${message.zh}`)).toEqual(
          [],
        );
      }
    },
    600_000,
  );
});
