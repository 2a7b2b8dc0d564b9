import { z } from 'zod';
import { type Fact, factsOf, figureOf } from '../../pipeline/model/facts.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { labelOf } from '../../pipeline/model/label.ts';
import { agreement, fenPerUnit, inUnit, isAmountUnit } from '../../pipeline/model/money.ts';
import { placeOf } from '../../pipeline/model/submission.ts';
import { minus } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** BUD-13: an item that the report states in several places is the same everywhere. */
export const statedTwice = defineRule({
  meta: {
    id: 'BUD-13',
    name: 'stated-twice',
    title: { zh: '同一指标前后不一致', en: 'One item, two figures' },
    group: 'budget',
    scope: 'unit',
    needs: ['T19'],
    severity: 'error',
    basis: {
      source: '预算绩效报告人工复核（其他收入前后分别为0.1万元和0）',
      why: {
        zh: '同一年度、同一口径的指标在报告各处应是同一个数。',
        en: 'One item of one year and basis has one figure, wherever the report states it.',
      },
    },
    options: z.object({
      tolerance: z.number().int().min(0).default(0).register(meaning, {
        unit: 'fen',
        zh: '相差不超过此数的，视为同一金额',
        en: 'amounts that differ by no more than this are one',
      }),
    }),
    messages: {
      differs: {
        zh: '「{written}」{year} 年前后不一致：{one}与 {other}。',
        en: '"{written}" of {year} is stated as {one} and as {other}.',
        clears: {
          zh: '核对「{written}」，各处统一为同一个数；口径不同的在口径栏注明。',
          en: 'State one figure in all places; where the basis differs, say so in its column.',
        },
      },
      rounding: {
        zh: '「{written}」{year} 年前后相差尾数：{one}与 {other}，可统一小数位数。',
        en: '"{written}" of {year} is stated as {one} and as {other}, which differ in the last digit.',
        clears: { zh: '无须处理；可统一小数位数。', en: 'Nothing to do; decimals may be aligned.' },
      },
    },
  },

  *check({ dossier, options }) {
    const facts = factsOf(dossier).filter(
      (fact) => figureOf(fact) !== null && !unspecific.has(fact.kind === '' ? (fact.code ?? '') : ''),
    );
    if (facts.length === 0) yield notApplicable;
    const groups = groupBy(facts, ({ code, kind, written, year }) =>
      [code ?? labelOf(written).key, kind, year].join(' '),
    );
    for (const same of groups.values()) yield* judge(same, options.tolerance);
  },
});

/** Names that stand for many things: 各部分得分 without the section is stated as often as there are sections. */
const unspecific: ReadonlySet<string> = new Set([
  'sectionScore',
  'evaluationBand',
  'nonTaxPlanItem',
  'nonTaxActualItem',
]);

function* judge(same: readonly Fact[], tolerance: number): Generator<Verdict> {
  const [first, ...others] = same;
  if (first === undefined) return;
  if (others.length === 0) yield pass;
  for (const other of others) {
    const against = same.slice(0, same.indexOf(other)).filter((one) => !isEqual(one, other, tolerance));
    const definite = against.find((one) => isOfOneBasis(one, other));
    if (definite !== undefined) {
      // A figure that stands in an earlier place as well is told of there.
      const isTold = same.slice(0, same.indexOf(other)).some((one) => isSame(one, other, tolerance));
      yield isTold ? notApplicable : differs(definite, other);
      continue;
    }
    const unclear = against.find(
      (one) => one.basis === null || other.basis === null || one.basis === other.basis,
    );
    if (unclear === undefined) {
      yield pass;
      continue;
    }
    const yearless = [unclear, other].find(({ isYearStated }) => !isYearStated);
    const without = yearless ?? [unclear, other].find(({ basis }) => basis === null) ?? other;
    yield undecidable(without.row, yearless === undefined ? 'basis' : 'year');
  }
}

function isOfOneBasis(one: Fact, other: Fact): boolean {
  return one.basis === other.basis && one.isYearStated && other.isYearStated;
}

function isSame(one: Fact, other: Fact, tolerance: number): boolean {
  return isOfOneBasis(one, other) && isEqual(one, other, tolerance);
}

function isEqual(one: Fact, other: Fact, tolerance: number): boolean {
  if ((one.fen === null) !== (other.fen === null) && one.number !== 0 && other.number !== 0) {
    // An amount and a plain number share no measure, unless nothing happened.
    return one.word !== null || other.word !== null
      ? figureOf(one) === figureOf(other)
      : one.number === other.number;
  }
  return Math.abs((figureOf(one) ?? 0) - (figureOf(other) ?? 0)) <= (one.fen === null ? 1e-9 : tolerance);
}

function differs(one: Fact, other: Fact): Verdict {
  const difference = (figureOf(other) ?? 0) - (figureOf(one) ?? 0);
  const isRounding = isLastDigit(one, other);
  return failAt([placeOf(other.row, 'value'), placeOf(one.row, 'value')], {
    message: isRounding ? 'rounding' : 'differs',
    severity: isRounding ? 'notice' : 'error',
    args: {
      written: other.written,
      year: other.year,
      one: { zh: `${shown(one)}${sectionOf(one)}`, en: shown(one) },
      other: { zh: `${shown(other)}${sectionOf(other)}`, en: shown(other) },
    },
    measure: `${other.code ?? labelOf(other.written).key} ${other.kind}`.trim(),
    value: shown(other),
    expected: shown(one),
    ...(one.fen === null || other.fen === null
      ? {}
      : { difference: inUnit(difference, '万元'), atStake: Math.abs(difference) }),
    trace: `${placeOf(other.row, 'value').cell} ${shown(other)} ${minus} ${placeOf(one.row, 'value').cell} ${shown(one)}`,
  });
}

/** Whether two amounts differ by what the last digit of the coarser one hides: 2486.19 万元 and 0.25 亿元. */
function isLastDigit(one: Fact, other: Fact): boolean {
  // Nothing is no rounding of a small amount.
  if (one.fen === null || other.fen === null || one.fen === 0 || other.fen === 0) return false;
  const unit = [one.unit, other.unit]
    .filter(isAmountUnit)
    .toSorted((left, right) => fenPerUnit[right] - fenPerUnit[left])[0];
  return unit !== undefined && agreement(one.fen, other.fen, 1, unit) === 'rounding';
}

function shown({ number, unit, row }: Fact): string {
  if (number !== null) return `${number} ${unit}`.trim();
  const { value } = row.values;
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : '';
}

/** Where in the report: `（三（一））`; '' when the sheet does not say. */
function sectionOf({ row }: Fact): string {
  const { section } = row.values;
  return typeof section === 'string' && section !== '' ? `（${section}）` : '';
}
