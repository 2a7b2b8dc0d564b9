import { z } from 'zod';
import { isComparable } from '../../pipeline/model/comparable.ts';
import { type Dossier, submissionsOf } from '../../pipeline/model/dossier.ts';
import { type FundSpending, fundSpendingOf, mostSlowest } from '../../pipeline/model/fund-spending.ts';
import { inWan, percent, percentOf, points } from '../../pipeline/model/money.ts';
import { asShown, readsAsShare } from '../../pipeline/model/spending.ts';
import type { Row } from '../../pipeline/model/submission.ts';
import { jointTimeProgress, type TimeProgress, timeWords } from '../../pipeline/model/time-progress.ts';
import { failAt, notApplicable, pass } from '../../pipeline/model/verdict.ts';
import { directFunds } from '../../pipeline/templates/t10-direct-funds.ts';
import { defineRule } from '../rule.ts';

/**
 * ZD-06: a unit's direct-transfer funds together keep up with time, or at least with the mean of all units: whoever is
 * behind both is named. One unit alone has no peers; its single funds are judged by their deadlines.
 */
export const belowRegionalMean = defineRule({
  meta: {
    id: 'ZD-06',
    name: 'below-regional-mean',
    title: { zh: '直达资金进度低于序时和平均', en: 'Direct-transfer funds behind time and peers' },
    group: 'direct-funds',
    scope: 'batch',
    needs: ['T10'],
    severity: 'warning',
    basis: {
      source: '直达资金支出进度的公开通报（与序时进度、全区平均进度比较）',
      why: {
        zh: '既慢于时间又慢于其他单位的，应优先督办。',
        en: 'Who is behind both time and peers should be looked at first.',
      },
    },
    options: z.object({}),
    messages: {
      behind: {
        zh: '直达资金下达 {released} 万元，已支出 {spent} 万元，支出进度 {rate}，低于序时进度 {time}，比全区平均 {mean} 低 {gap} 个百分点。',
        en: 'Of {released} direct-transfer funds {spent} is spent (10,000 yuan): {rate}, below time progress of {time} and {gap} points below the mean of {mean}.',
        clears: {
          zh: '加快支出或说明原因；达到序时进度还需支出 {more} 万元。',
          en: 'Spend faster or say why; {more} (10,000 yuan) more reaches time progress.',
        },
      },
    },
  },

  *check({ dossiers, timeProgressOf }) {
    const all = dossiers.flatMap((dossier) => spendingIn(dossier, timeProgressOf) ?? []);
    const released = all.reduce((sum, one) => sum + one.released, 0);
    const spent = all.reduce((sum, one) => sum + one.spent, 0);
    for (const own of all) {
      if (own.released === 0 || all.length === 1) {
        yield notApplicable;
        continue;
      }
      const timeProgress = jointTimeProgress(own.due, { share: 0, curve: null });
      const isOnTime = readsAsShare(own.spent, own.released, timeProgress.share);
      const keepsUp = readsAsShare(own.spent, own.released, spent / released);
      if (isOnTime || keepsUp) {
        yield pass;
        continue;
      }
      // The difference of the two rates as they are printed beside it.
      const gap = asShown(spent / released) - asShown(own.spent / own.released);
      const more = Math.ceil(timeProgress.share * own.released - 1e-6) - own.spent;
      yield {
        ...failAt(
          own.slowest.map(({ place }) => place),
          {
            message: 'behind',
            args: {
              released: inWan(own.released),
              spent: inWan(own.spent),
              rate: percentOf(own.spent, own.released),
              time: timeWords(timeProgress),
              more: inWan(more),
              mean: percentOf(spent, released),
              gap: points(gap),
            },
            value: percentOf(own.spent, own.released),
            expected: percent(timeProgress.share),
            difference: points(own.spent / own.released - timeProgress.share),
            threshold: percentOf(spent, released),
            atStake: more,
          },
        ),
        unit: own.unit,
      };
    }
  },
});

interface UnitSpending extends FundSpending {
  readonly unit: string;
}

/** What a unit's T10 adds up to, over the funds whose two amounts are known; null when it has none. */
function spendingIn(dossier: Dossier, timeProgressOf: (row: Row) => TimeProgress): UnitSpending | null {
  const sums = submissionsOf(dossier, directFunds)
    .filter((submission) => isComparable(submission))
    .flatMap((submission) => fundSpendingOf(submission, timeProgressOf) ?? []);
  if (sums.length === 0) return null;
  return {
    unit: dossier.unit,
    released: sums.reduce((sum, { released }) => sum + released, 0),
    spent: sums.reduce((sum, { spent }) => sum + spent, 0),
    due: sums.flatMap(({ due }) => due),
    slowest: sums
      .flatMap(({ slowest }) => slowest)
      .toSorted((one, other) => other.unspent - one.unspent)
      .slice(0, mostSlowest),
  };
}
