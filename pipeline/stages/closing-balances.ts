import { assetRowsOf } from '../model/asset-items.ts';
import { type Dossier, submissionsOf } from '../model/dossier.ts';
import type { BalanceRow } from '../model/report.ts';
import { amountOf } from '../model/submission.ts';
import { assetReport } from '../templates/t11-asset-report.ts';

/** What the items of a unit's asset report closed with; what next month's report must open with. */
export function closingBalances(dossier: Dossier): BalanceRow[] {
  return submissionsOf(dossier, assetReport).flatMap((submission) =>
    assetRowsOf(submission).flatMap(({ row, item, name }): readonly BalanceRow[] => {
      const closing = row.classified ? null : amountOf(row, 'closing');
      return closing === null ? [] : [{ unit: dossier.unit, item: item ?? name, closing }];
    }),
  );
}
