import { deadlineLimits, deadlineNear } from '../../rules/direct-funds/deadline-near.ts';
import { daysBetween } from '../model/days-between.ts';
import { type Dossier, submissionsOf } from '../model/dossier.ts';
import { fundLamp } from '../model/fund-lamp.ts';
import type { Day } from '../model/period.ts';
import type { DirectFundRow } from '../model/report.ts';
import { placeOf } from '../model/submission.ts';
import type { Policy } from '../policy/policy.ts';
import { directFunds } from '../templates/t10-direct-funds.ts';

/** A unit's direct-transfer funds, in the order of its ledger; none when it handed in no T10. */
export function directFundRows(dossier: Dossier, asOf: Day, policy: Policy): DirectFundRow[] {
  const limits = deadlineLimits.parse(policy.ruleSettings(deadlineNear).options);
  return submissionsOf(dossier, directFunds)
    .flatMap(({ tables }) => tables.funds.rows)
    .map((row): DirectFundRow => {
      const { values, classified } = row;
      const { released: allotted, spent, deadline } = values;
      const daysLeft = deadline === null ? null : daysBetween(asOf, deadline);
      const isKnown = allotted !== null && allotted > 0 && spent !== null;
      return {
        unit: dossier.unit,
        fund: classified ? null : values.fundName,
        document: classified ? null : values.documentNumber,
        place: placeOf(row, 'spent'),
        allotted,
        distributed: values.distributed,
        spent,
        unspent: isKnown ? Math.max(0, allotted - spent) : null,
        // Some ledgers give the rate alone.
        rate: isKnown ? spent / allotted : values.rate,
        deadline,
        daysLeft,
        lamp: fundLamp({ allotted, spent, daysLeft }, limits),
        reason: classified ? null : values.reason,
        classified,
      };
    });
}
