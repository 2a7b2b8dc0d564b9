import { z } from 'zod';
import { assetClaimsOf } from '../../pipeline/model/asset-claims.ts';
import type { FactCode } from '../../pipeline/model/fact-indicators.ts';
import { type Fact, type FactWord, factsOf, indicatorOf, isOneBasis } from '../../pipeline/model/facts.ts';
import { foldText, labelOf } from '../../pipeline/model/label.ts';
import { inUnit } from '../../pipeline/model/money.ts';
import { placeOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { minus } from '../../pipeline/model/trace.ts';
import { failAt, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** BUD-12: where the report says more, less or the same as last year, its own figures of the two years say so too. */
export const wordingContradicted = defineRule({
  meta: {
    id: 'BUD-12',
    name: 'wording-contradicted',
    title: { zh: '文字方向与数值矛盾', en: 'Wording contradicts the figures' },
    group: 'budget',
    scope: 'unit',
    needs: ['T19'],
    severity: 'warning',
    basis: {
      source: '公开的预决算公开检查规则（“增加”“减少”“持平”应与数值一致）',
      why: {
        zh: '报告文字说增加、减少或持平，应与两年数值之差一致。',
        en: 'Words like more, less and the same must agree with the figures of both years.',
      },
    },
    options: z.object({
      sameUpTo: z.number().int().min(0).default(10_000).register(meaning, {
        unit: 'fen',
        zh: '相差不超过此数的，可以称“持平”',
        en: 'amounts that differ by no more than this may be called the same',
      }),
    }),
    messages: {
      differs: {
        zh: '「{written}」文字为“{word}”，但本年 {current}、上年 {before}，实际{direction} {difference}。',
        en: 'The report says "{word}", yet {current} this year against {before} last year is {difference} {direction}.',
        clears: {
          zh: '将文字改为“{right}”，或更正两年的数值。',
          en: 'Change the word to "{right}", or correct the figures.',
        },
      },
      unchanged: {
        zh: '「{written}」文字为“{word}”，但本年 {current}、上年 {before}，实际持平。',
        en: 'The report says "{word}", yet {current} this year is what it was last year.',
        clears: {
          zh: '将文字改为“{right}”，或更正两年的数值。',
          en: 'Change the word to "{right}", or correct the figures.',
        },
      },
      sign: {
        zh: '「{written}」数值为 {figure}，与文字“{word}”方向相反。',
        en: 'The figure {figure} contradicts the word "{word}".',
        clears: {
          zh: '更正数值的正负号或改写文字。',
          en: 'Correct the sign of the figure, or the word.',
        },
      },
    },
  },

  *check({ dossier, options }) {
    const facts = factsOf(dossier);
    const assetChanges = new Set(assetClaimsOf(dossier).changes.map(({ fact }) => fact.row));
    for (const claim of facts) yield judge(claim, facts, options.sameUpTo, assetChanges.has(claim.row));
  },
});

type Direction = Extract<FactWord, 'same' | 'more' | 'less'>;

/** @param isOfAssets whether the assets rules judge the figure of the claim: how large the change is */
function judge(claim: Fact, facts: readonly Fact[], sameUpTo: number, isOfAssets: boolean): Verdict {
  const direction = directionOf(claim);
  // 增加额 0 is nothing but a figure.
  if (direction === null || (claim.word === null && claim.number === 0)) return notApplicable;
  const isBelowZero = claim.number !== null && claim.number < 0 && direction === 'more';
  if (isBelowZero && claim.word !== null) return wrongSign(claim, direction);
  const code = stockOf(claim);
  const key = stem(claim.written);
  const stock = facts.filter(
    (fact) =>
      fact !== claim &&
      fact.number !== null &&
      directionOf(fact) === null &&
      (code === null
        ? fact.code === null && stem(fact.written) === key
        : fact.code === code && fact.kind === ''),
  );
  const pair = stock
    .filter(({ year }) => year === claim.year)
    .flatMap((now) =>
      stock
        .filter((then) => then.year === claim.year - 1 && isOneBasis(now.basis, then.basis))
        .map((then) => ({ now, then })),
    )
    .find(({ now, then }) => now.unit === then.unit || (now.fen !== null && then.fen !== null));
  if (pair === undefined) return isBelowZero ? wrongSign(claim, direction) : notApplicable;
  const isMoney = pair.now.fen !== null && pair.then.fen !== null;
  const difference = isMoney
    ? (pair.now.fen ?? 0) - (pair.then.fen ?? 0)
    : (pair.now.number ?? 0) - (pair.then.number ?? 0);
  const tolerance = isMoney ? sameUpTo : 1e-9;
  // 增加额 −5 is how a fixed item of the form gives a fall.
  if (isBelowZero) return difference < 0 ? pass : wrongSign(claim, direction);
  const actual: Direction = difference === 0 ? 'same' : difference > 0 ? 'more' : 'less';
  if (actual === direction || (direction === 'same' && Math.abs(difference) <= tolerance)) return pass;
  // A change of assets by another amount is no slip of wording: ZA-05 or ZA-07.
  if (isOfAssets && claim.word === null && Math.abs(difference) !== Math.abs(claim.fen ?? 0))
    return notApplicable;
  return contradiction(claim, pair, direction, actual, difference);
}

/** What a claim says of two years: in words, or as an increase given as a figure. */
function directionOf({ word, code, written, number }: Fact): Direction | null {
  if (word === 'same' || word === 'more' || word === 'less') return word;
  if (number === null) return null;
  const name = foldText(written);
  if (code === 'assetsIncrease' || code === 'liabilitiesIncrease' || /(?:增加|增长)额?$/.test(name))
    return 'more';
  return /(?:减少|下降)额?$/.test(name) ? 'less' : null;
}

/** The indicator whose two years a claim compares. */
function stockOf({ code, written }: Fact): FactCode | null {
  if (code === 'assetsIncrease') return 'assets';
  if (code === 'liabilitiesIncrease') return 'liabilities';
  return code ?? indicatorOf(stem(written))?.code ?? null;
}

/** The name without the words of a comparison: 三公经费较上年变化 is about 三公经费. */
function stem(written: string): string {
  return labelOf(written).key.replace(
    /(?:与|比|较)?(?:上年|去年|上年度|本年)(?:同期)?(?:相比|比较)?|同比|(?:增减|增加|减少|变动|变化|增长|下降)(?:情况|额|数)?$/g,
    '',
  );
}

const words: Readonly<Record<Direction, Text>> = {
  same: { zh: '持平', en: 'the same' },
  more: { zh: '增加', en: 'more' },
  less: { zh: '减少', en: 'less' },
};

function wrongSign(claim: Fact, direction: Direction): Verdict {
  const figure = `${claim.number} ${claim.unit}`.trim();
  return failAt([placeOf(claim.row, 'value')], {
    message: 'sign',
    args: { written: claim.written, figure, word: words[direction] },
    measure: `${claim.written} sign`,
    value: figure,
  });
}

function contradiction(
  claim: Fact,
  { now, then }: { readonly now: Fact; readonly then: Fact },
  direction: Direction,
  actual: Direction,
  difference: number,
): Verdict {
  const shown = (fact: Fact) =>
    `${fact.fen === null ? fact.number : inUnit(fact.fen, '万元')} ${nameOfUnit(now)}`.trim();
  // Two percentages differ by points; figures of the sheet have no noise of binary fractions.
  const size =
    now.fen === null ? `${Number(Math.abs(difference).toFixed(6))}` : inUnit(Math.abs(difference), '万元');
  const gap = `${size} ${now.unit === '%' ? '个百分点' : nameOfUnit(now)}`.trim();
  const [current, before] = [shown(now), shown(then)];
  return failAt([placeOf(claim.row, 'value'), placeOf(now.row, 'value'), placeOf(then.row, 'value')], {
    message: actual === 'same' ? 'unchanged' : 'differs',
    args: {
      written: claim.written,
      word: words[direction],
      right: words[actual],
      current,
      before,
      direction: words[actual],
      difference: gap,
    },
    measure: claim.written,
    value: words[direction].zh,
    expected: words[actual].zh,
    difference: gap,
    ...(now.fen === null ? {} : { atStake: Math.abs(difference) }),
    trace: `${placeOf(now.row, 'value').cell} ${current} ${minus} ${placeOf(then.row, 'value').cell} ${before}`,
  });
}

function nameOfUnit({ fen, unit }: Fact): string {
  return fen === null ? unit : '万元';
}
