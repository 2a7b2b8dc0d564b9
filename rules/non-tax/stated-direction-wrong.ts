import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { excerpt } from '../../pipeline/model/excerpt.ts';
import { reasonText } from '../../pipeline/model/explanation.ts';
import { factFigure, factTerm } from '../../pipeline/model/fact-term.ts';
import { type Fact, factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { type Fen, inUnit, percentOf } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import { placeOf, type Row, unitOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { minus, term } from '../../pipeline/model/trace.ts';
import { fail, failAt, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { plansLaterYear, yearBefore } from './year-before.ts';

/** FS-04: a reason that says revenue will fall where it rose, or rise where it fell. */
export const statedDirectionWrong = defineRule({
  meta: {
    id: 'FS-04',
    name: 'stated-direction-wrong',
    title: { zh: '说明的增减方向与执行相反', en: 'Reason and figures point in opposite directions' },
    group: 'non-tax',
    scope: 'unit',
    needs: ['T12', 'T19'],
    severity: 'warning',
    basis: {
      source:
        '年度绩效管理自评报告复核中发现的问题（称罚没收入将减少，实缴远超计划）；超计划界限为本工具默认（可在参数中调整）',
      why: {
        zh: '文字说减少、数字在增加，两者必有一个需要更正。',
        en: 'Where words say less and figures say more, one of them needs correcting.',
      },
    },
    options: z.object({
      planMargin: z.number().min(0).default(0.3).register(meaning, {
        unit: 'share',
        zh: '说明与上年相符而收入偏离计划超过此值的，仍视为方向相反',
        en: 'share of the plan beyond which revenue contradicts a reason that fits the year before',
      }),
    }),
    messages: {
      opposite: {
        zh: '「{item}」说明称“{word}”，{subject} {value} {unit}较{base} {before} {unit}{change} {difference} {unit}（{rate}），方向相反。',
        en: '"{item}": the reason says "{word}", but {subject}, {value}, differs from {base}, {before} ({unit}), by {difference} ({rate}): the opposite direction.',
        clears: {
          zh: '核对两个数；数字无误的，按实际增减情况改写变动原因。',
          en: 'Check both figures; if they stand, rewrite the reason to fit them.',
        },
      },
      report: {
        zh: '报告称「{item}」将“{word}”，实缴 {value}，计划 {before}，实际{change}（{rate}），方向相反。',
        en: 'The report expects "{word}", but {value} came in against a plan of {before} ({rate}): the opposite direction.',
        clears: {
          zh: '核对计划数和实缴数；数字无误的，在报告中按实际情况说明增减原因。',
          en: 'Check both figures; if they stand, the report explains them as they are.',
        },
      },
    },
  },

  *check({ dossier, options, period }) {
    let isJudged = false;
    for (const { template, tables } of dossier.submissions) {
      if (template.id !== 'T12') continue;
      for (const row of tables.items?.rows ?? []) {
        const verdict = judgeRow(row, options.planMargin, monthOf(period) === 12);
        if (verdict.outcome !== 'notApplicable') isJudged = true;
        yield verdict;
      }
    }
    if (!isJudged) yield* judgeReport(dossier, options.planMargin);
  },
});

type Direction = 'less' | 'more';

const words: Readonly<Record<Direction, Text>> = {
  less: { zh: '减少', en: 'less' },
  more: { zh: '增加', en: 'more' },
};

/**
 * Which way a text says revenue goes; null when it says neither, both, or denies one. What it says of the year before
 * alone (上年有一次性收入，增加了基数) is no word on this one.
 */
function directionIn(text: string): Direction | null {
  const folded = foldText(text)
    .replace(
      /(?<![较比与和同])(?:上年|去年|上一年|前年)[^。；;]*?(?=本年|今年|当年|预计|计划|[。；;]|$)/g,
      '',
    )
    .replace(/(?:未|没有|不再|不会|无)(?:明显|显著)?(?:减少|下降|增加|增长|上升)/g, '');
  const isLess = /减少|下降|降低|减收|下滑/.test(folded);
  const isMore = /增加|增长|上升|增收/.test(folded);
  return isLess === isMore ? null : isLess ? 'less' : 'more';
}

interface Figure {
  readonly field: string;
  readonly name: Text;
  readonly fen: Fen;
}

function judgeRow(row: Row, margin: number, isYearEnd: boolean): Verdict {
  const reason = reasonText(row);
  const direction = reason === null ? null : directionIn(reason);
  if (row.classified || direction === null) return notApplicable;
  const { plan, collected, item } = row.values;
  const before = yearBefore(row);
  const planned =
    typeof plan === 'number' ? { field: 'plan', name: { zh: '计划', en: 'the plan' }, fen: plan } : null;
  const actual =
    typeof collected === 'number' && !plansLaterYear(row)
      ? { field: 'collected', name: { zh: '累计收入', en: 'revenue to date' }, fen: collected }
      : null;
  const prior = before === null || before.fen === null ? null : { ...before, fen: before.fen };
  if (prior === null && (planned === null || actual === null)) return notApplicable;
  const found = opposite({ direction, planned, actual, prior, margin, isYearEnd });
  if (found === null) return pass;
  const { subject, base } = found;
  const gap = subject.fen - base.fen;
  const unit = unitOf(row, subject.field);
  return fail(row, ['reason', subject.field, base.field], {
    message: 'opposite',
    args: {
      item: excerpt(typeof item === 'string' ? item : ''),
      word: words[direction],
      subject: subject.name,
      base: base.name,
      value: inUnit(subject.fen, unit),
      before: inUnit(base.fen, unit),
      change: gap > 0 ? '增加' : '减少',
      difference: inUnit(Math.abs(gap), unit),
      rate: base.fen === 0 ? '—' : percentOf(gap, base.fen),
      unit,
    },
    value: inUnit(subject.fen, unit),
    expected: inUnit(base.fen, unit),
    difference: inUnit(gap, unit),
    atStake: Math.abs(gap),
    trace: `${term(row, subject.field)} ${minus} ${term(row, base.field)} = ${inUnit(gap, unit)}`,
  });
}

/** The two figures that go the other way than the words. A year that is not over cannot yet have brought in too little. */
function opposite(one: {
  readonly direction: Direction;
  readonly planned: Figure | null;
  readonly actual: Figure | null;
  readonly prior: Figure | null;
  readonly margin: number;
  readonly isYearEnd: boolean;
}): { readonly subject: Figure; readonly base: Figure } | null {
  const { direction, planned, actual, prior, margin, isYearEnd } = one;
  const isAgainst = (subject: Figure, base: Figure, slack = 0) =>
    direction === 'less'
      ? subject.fen > base.fen * (1 + slack) + 1e-6
      : subject.fen < base.fen * (1 - slack) - 1e-6;
  if (planned !== null && prior !== null && isAgainst(planned, prior))
    return { subject: planned, base: prior };
  if (actual === null || (direction === 'more' && !isYearEnd)) return null;
  if (prior !== null && isAgainst(actual, prior)) return { subject: actual, base: prior };
  if (planned !== null && isAgainst(actual, planned, margin)) return { subject: actual, base: planned };
  return null;
}

/** In the report the words stand with the plan: as its value, or in the remark beside it. */
function* judgeReport(dossier: Dossier, margin: number): Generator<Verdict> {
  const facts = factsOf(dossier);
  const plans = facts.filter(({ code }) => code === 'nonTaxPlan' || code === 'nonTaxPlanItem');
  for (const fact of plans) {
    const direction = directionOf(fact);
    const plan =
      fact.fen === null
        ? plans.find((one) => one.fen !== null && one.kind === fact.kind && one.year === fact.year)
        : fact;
    const actual = actualOf(facts, fact);
    if (
      direction === null ||
      plan === undefined ||
      plan.fen === null ||
      actual === null ||
      actual.fen === null
    ) {
      yield notApplicable;
      continue;
    }
    const gap = actual.fen - plan.fen;
    if (direction === 'less' ? gap <= plan.fen * margin + 1e-6 : -gap <= plan.fen * margin + 1e-6) {
      yield pass;
      continue;
    }
    yield failAt(
      [
        placeOf(fact.row, fact.word === null ? 'remark' : 'value'),
        placeOf(actual.row, 'value'),
        placeOf(plan.row, 'value'),
      ],
      {
        message: 'report',
        args: {
          item: excerpt(fact.kind || '非税收入'),
          word: words[direction],
          value: factFigure(actual),
          before: factFigure(plan),
          change: gap > 0 ? '增加' : '减少',
          rate: plan.fen === 0 ? '—' : percentOf(gap, plan.fen),
        },
        measure: `T19 ${fact.kind}`,
        value: factFigure(actual),
        expected: factFigure(plan),
        atStake: Math.abs(gap),
        trace: `${factTerm(actual)} ${minus} ${factTerm(plan)}`,
      },
    );
  }
}

function directionOf({ word, row }: Fact): Direction | null {
  if (word === 'less' || word === 'more') return word;
  return typeof row.values.remark === 'string' ? directionIn(row.values.remark) : null;
}

function actualOf(facts: readonly Fact[], { code, kind, year }: Fact): Fact | null {
  if (code === 'nonTaxPlan') return factsAbout(facts, 'nonTaxActual', year)[0] ?? null;
  const wanted = kind.replace(/(?:项目|收入)+$/, '');
  const found = factsAbout(facts, 'nonTaxActualItem', year).filter((one) => {
    const own = one.kind.replace(/(?:项目|收入)+$/, '');
    return wanted.includes(own) || own.includes(wanted);
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
