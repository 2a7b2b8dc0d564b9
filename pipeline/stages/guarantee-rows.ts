import { executionLag, guaranteeLimits } from '../../rules/three-guarantees/execution-lag.ts';
import type { Dossier } from '../model/dossier.ts';
import { guaranteeLevel } from '../model/guarantee-level.ts';
import { guaranteeLines, sumOfLines } from '../model/guarantee-lines.ts';
import type { Period } from '../model/period.ts';
import type { GuaranteeRow } from '../model/report.ts';
import { placeOf, unitOf } from '../model/submission.ts';
import type { Policy } from '../policy/policy.ts';

/** What a unit's T08 says of each of the three guarantees; one row a guarantee and file, none when it handed in no T08. */
export function guaranteeRows(
  { unit, submissions }: Dossier,
  period: Period,
  policy: Policy,
): GuaranteeRow[] {
  const limits = guaranteeLimits.parse(policy.ruleSettings(executionLag).options);
  return submissions
    .filter(({ template }) => template.id === 'T08')
    .flatMap(guaranteeLines)
    .map(({ kind, rows }): GuaranteeRow => {
      const need = sumOfLines(rows, 'need');
      const arranged = sumOfLines(rows, 'arranged');
      const spent = sumOfLines(rows, 'spent');
      const { share: timeProgress } = policy.timeProgressOf(rows[0], period);
      const spending =
        arranged === null || arranged <= 0 || spent === null
          ? null
          : { spent, budget: arranged, unit: unitOf(rows[0], 'spent') };
      const rate = spending === null ? null : spending.spent / spending.budget;
      return {
        unit,
        kind,
        place: placeOf(rows[0], 'spent'),
        need,
        arranged,
        shortfall: need === null || arranged === null ? null : Math.max(0, need - arranged),
        spent,
        rate,
        timeProgress,
        gap: rate === null ? null : rate - timeProgress,
        level: spending === null ? null : guaranteeLevel(spending, timeProgress, limits),
      };
    });
}
