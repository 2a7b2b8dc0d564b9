import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { explained } from '../../pipeline/model/explanation.ts';
import { factFigure, factTerm } from '../../pipeline/model/fact-term.ts';
import { type Fact, factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import { fenPerUnit, inUnit, percent, percentOf } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { readsAboveShare } from '../../pipeline/model/spending.ts';
import { placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import { type TimeProgress, timeWords } from '../../pipeline/model/time-progress.ts';
import { term } from '../../pipeline/model/trace.ts';
import {
  fail,
  failAt,
  notApplicable,
  pass,
  undecidable,
  type Verdict,
} from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { plansLaterYear } from './year-before.ts';

/** FS-03: what came in stays near what the plan would have brought in by now, in both directions. */
export const collectionOffPlan = defineRule({
  meta: {
    id: 'FS-03',
    name: 'collection-off-plan',
    title: { zh: '非税收入执行偏离计划', en: 'Revenue far from plan' },
    group: 'non-tax',
    scope: 'unit',
    needs: ['T12', 'T19'],
    severity: 'warning',
    basis: {
      source:
        '年度绩效管理自评报告复核中发现的问题（罚没收入完成计划的六倍未说明）；±30%界限为本工具默认（可在参数中调整）',
      why: {
        zh: '执行数远高于或远低于计划，说明收入测算不实，或有收入未入库。',
        en: 'Revenue far above or below plan means a poor forecast, or money not yet remitted.',
      },
    },
    options: z.object({
      margin: z.number().min(0).default(0.3).register(meaning, {
        unit: 'share',
        zh: '收入与序时应收数允许偏离的幅度（多收、少收均算）',
        en: 'share of the plan due by now by which collection may differ, either way',
      }),
    }),
    messages: {
      months: {
        zh: '「{item}」截至{month}月累计收入 {collected} {unit}，完成全年计划 {plan} {unit}的 {share}；按序时进度 {time} 应收 {due} {unit}，{side}收 {off}，超过 {margin}。',
        en: 'By month {month} "{item}" brought in {collected} of a plan of {plan} ({unit}), {share}: {off} {side} than the {due} due at {time}, and no more than {margin} passes.',
        clears: {
          zh: '核对累计收入和计划数；属实的，在变动原因中说明，收入少的写明预计入库时间。',
          en: 'Check both figures; if they stand, explain them, and for a shortfall say when the rest comes in.',
        },
      },
      year: {
        zh: '报告称「{item}」收入 {collected}，计划 {plan}，完成计划的 {share}，偏离超过 {margin}。',
        en: 'The report says "{item}" brought in {collected} of a plan of {plan}: {share}, more than {margin} off.',
        clears: {
          zh: '核对计划数和实缴数；属实的，在报告中说明偏离计划的原因。',
          en: 'Check both figures; if they stand, the report explains the deviation.',
        },
      },
    },
  },

  *check({ dossier, options, period, timeProgressOf }) {
    let isJudged = false;
    for (const { template, tables } of dossier.submissions) {
      if (template.id !== 'T12') continue;
      for (const row of tables.items?.rows ?? []) {
        const verdict = judgeRow(row, {
          ...options,
          timeProgress: timeProgressOf(row),
          month: monthOf(period),
        });
        if (verdict.outcome !== 'notApplicable') isJudged = true;
        yield verdict;
      }
    }
    // The report gives the same revenue again, for the whole year.
    if (!isJudged) yield* judgeReport(dossier, options.margin);
  },
});

/** More than the margin away. */
function isOff(collected: number, due: number, margin: number): boolean {
  return readsAboveShare(Math.abs(collected - due), due, margin);
}

function judgeRow(
  row: Row,
  { margin, timeProgress, month }: { margin: number; timeProgress: TimeProgress; month: number },
): Verdict {
  const { plan, collected, item } = row.values;
  if (row.classified || !row.source.columns.has('collected') || !row.source.columns.has('plan'))
    return notApplicable;
  // What was not planned at all is said by FS-05.
  if (plan === 0 || row.gaps.plan === 'blank' || plansLaterYear(row)) return notApplicable;
  if (typeof plan !== 'number' || typeof collected !== 'number')
    return undecidable(row, typeof plan === 'number' ? 'collected' : 'plan');
  if (!isOff(collected, plan * timeProgress.share, margin)) return pass;
  const unit = unitOf(row, 'collected');
  // A share of a plan has no more digits than an amount is usually written with.
  const cent = fenPerUnit[unit] / 100;
  const due = Math.round((plan * timeProgress.share) / cent) * cent;
  return fail(row, ['collected', 'plan'], {
    message: 'months',
    args: {
      item: excerpt(typeof item === 'string' ? item : ''),
      month,
      collected: inUnit(collected, unit),
      plan: inUnit(plan, unit),
      share: percentOf(collected, plan),
      time: timeWords(timeProgress),
      due: inUnit(due, unit),
      side: collected > due ? { zh: '多', en: 'more' } : { zh: '少', en: 'less' },
      off: percentOf(Math.abs(collected - due), due),
      margin: percent(margin, 0),
      unit,
    },
    value: inUnit(collected, unit),
    expected: inUnit(due, unit),
    difference: inUnit(collected - due, unit),
    threshold: percent(margin, 0),
    atStake: Math.abs(collected - due),
    trace: `${term(row, 'collected')} ÷ ${term(row, 'plan')} = ${percentOf(collected, plan)}`,
    ...explained(row),
  });
}

function* judgeReport(dossier: Dossier, margin: number): Generator<Verdict> {
  const facts = factsOf(dossier);
  const items = factsAbout(facts, 'nonTaxPlanItem').flatMap((plan) => {
    const actual = factsAbout(facts, 'nonTaxActualItem', plan.year).filter((one) => isSameItem(one, plan));
    return actual.length === 1 && actual[0] !== undefined ? [{ plan, actual: actual[0] }] : [];
  });
  const totals = factsAbout(facts, 'nonTaxPlan').flatMap((plan) => {
    const actual = factsAbout(facts, 'nonTaxActual', plan.year)[0];
    return actual === undefined ? [] : [{ plan, actual }];
  });
  // An item says it more exactly than the total it is part of.
  for (const { plan, actual } of items.length > 0 ? items : totals) {
    const [planned, collected] = [plan.fen, actual.fen];
    if (planned === null || collected === null || planned === 0) {
      yield notApplicable;
      continue;
    }
    if (!isOff(collected, planned, margin)) {
      yield pass;
      continue;
    }
    yield failAt(
      [actual, plan].map(({ row }) => placeOf(row, 'value')),
      {
        message: 'year',
        args: {
          item: excerpt(actual.kind || '非税收入'),
          collected: factFigure(actual),
          plan: factFigure(plan),
          share: percentOf(collected, planned),
          margin: percent(margin, 0),
        },
        measure: `T19 ${actual.kind}`,
        value: factFigure(actual),
        expected: factFigure(plan),
        threshold: percent(margin, 0),
        atStake: Math.abs(collected - planned),
        trace: `${factTerm(actual)} ÷ ${factTerm(plan)} = ${percentOf(collected, planned)}`,
      },
    );
  }
}

/** 罚没收入 of the accounts is 生态环境罚没收入 of the plan. */
function isSameItem(actual: Fact, plan: Fact): boolean {
  const [one, other] = [actual.kind, plan.kind].map((kind) => kind.replace(/(?:项目|收入)+$/, ''));
  return (
    one !== undefined &&
    other !== undefined &&
    one !== '' &&
    other !== '' &&
    (one.includes(other) || other.includes(one))
  );
}
