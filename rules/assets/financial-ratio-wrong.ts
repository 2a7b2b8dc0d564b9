import { z } from 'zod';
import { assetClaimsOf } from '../../pipeline/model/asset-claims.ts';
import { type AssetItem, assetItems, assetRow, assetRowsOf } from '../../pipeline/model/asset-items.ts';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { factFigure } from '../../pipeline/model/fact-term.ts';
import { type Fact, factsOf } from '../../pipeline/model/facts.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { agreement, type Fen, inUnit, percentOf, points } from '../../pipeline/model/money.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { amountOf, placeOf } from '../../pipeline/model/submission.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { failAt, notApplicable, pass, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** ZA-06: the ratios of the report follow from its balances. */
export const financialRatioWrong = defineRule({
  meta: {
    id: 'ZA-06',
    name: 'financial-ratio-wrong',
    title: { zh: '财务比率计算错误', en: 'Financial ratio wrong' },
    group: 'assets',
    scope: 'unit',
    needs: ['T19'],
    severity: 'warning',
    basis: {
      source: '年度绩效管理自评报告中资产负债率、流动比率、现金比率等的计算关系',
      why: {
        zh: '比率由资产负债数算出，与所列数不符说明其中有数填错。',
        en: 'Ratios follow from the balances beside them; one that does not shows a wrong figure.',
      },
    },
    options: z.object({
      tolerance: z.number().min(0).default(0.005).register(meaning, {
        unit: 'percentPoint',
        zh: '填报的比率与计算值允许的差',
        en: 'difference allowed between the stated and the computed ratio',
      }),
    }),
    messages: {
      wrong: {
        zh: '{year}年{ratio}应为 {due}（{part} {partAmount} ÷ {whole} {wholeAmount} 万元），填报 {stated}。',
        en: 'The {ratio} for {year} is {due} ({part} {partAmount} ÷ {whole} {wholeAmount}, in 10,000 yuan), but {stated} is stated.',
        clears: {
          zh: '将{ratio}改为 {due}，或更正{part}、{whole}。',
          en: 'Change it to {due}, or correct {part} or {whole}.',
        },
      },
    },
  },

  *check({ dossier, options }) {
    const balances = balancesOf(dossier);
    for (const fact of factsOf(dossier)) {
      const written = foldText(fact.written);
      const ratio = ratios.find(({ pattern }) => pattern.test(written));
      if (ratio === undefined) continue;
      if (/增|减|升|降|变动|提高|[比较](?:上|去)年/.test(written)) {
        // How far a ratio moved is no ratio.
        yield notApplicable;
        continue;
      }
      yield judge(fact, ratio, balances, options.tolerance);
    }
  },
});

interface Ratio {
  readonly name: Text;
  readonly pattern: RegExp;
  readonly part: 'liabilities' | 'currentAssets' | 'cash' | 'fixedNet';
  readonly whole: 'assets' | 'currentLiabilities' | 'fixedCost';
}

const ratios: readonly Ratio[] = [
  {
    name: { zh: '资产负债率', en: 'debt-to-asset ratio' },
    pattern: /资产负债率/,
    part: 'liabilities',
    whole: 'assets',
  },
  {
    name: { zh: '流动比率', en: 'current ratio' },
    pattern: /流动比率/,
    part: 'currentAssets',
    whole: 'currentLiabilities',
  },
  {
    name: { zh: '现金比率', en: 'cash ratio' },
    pattern: /现金比率/,
    part: 'cash',
    whole: 'currentLiabilities',
  },
  {
    name: { zh: '固定资产成新率', en: 'newness ratio' },
    pattern: /成新率/,
    part: 'fixedNet',
    whole: 'fixedCost',
  },
];

/** A balance and whether it is certain: a sum of items that may leave one out is not. */
interface Balance {
  readonly fen: Fen;
  readonly places: readonly Place[];
  readonly isCertain: boolean;
}

type Balances = (item: AssetItem, year: number) => Balance | null;

/** Balances at the end of a year: of the report, else of the asset report for December. */
function balancesOf(dossier: Dossier): Balances {
  const claims = assetClaimsOf(dossier);
  const sheets = dossier.submissions.filter(({ template }) => template.id === 'T11');
  const one: Balances = (item, year) => {
    const claim = claims.of(item, year);
    if (claim !== null)
      return { fen: claim.fen, places: [placeOf(claim.fact.row, 'value')], isCertain: true };
    const sheet = sheets.find(({ period }) => period.period === `${year}-12`);
    const row = sheet === undefined ? null : assetRow(assetRowsOf(sheet), item);
    const fen = row === null ? null : amountOf(row, 'closing');
    return row === null || fen === null ? null : { fen, places: [placeOf(row, 'closing')], isCertain: true };
  };
  return (item, year) => one(item, year) ?? derived(one, item, year);
}

/** What a report leaves to be added up: current assets, and current liabilities where there are no others. */
function derived(one: Balances, item: AssetItem, year: number): Balance | null {
  if (item === 'currentLiabilities') {
    const all = one('liabilities', year);
    return all === null ? null : { ...all, isCertain: false };
  }
  if (item !== 'currentAssets') return null;
  const named = (items: readonly AssetItem[]) => items.flatMap((name) => one(name, year) ?? []);
  const current = named(['cash', 'otherReceivables']);
  if (current.length < 2) return null;
  const rest = named(['fixedNet', 'construction', 'intangibleNet', 'infrastructureNet']);
  const sum = (balances: readonly Balance[]) => balances.reduce((all, { fen }) => all + fen, 0);
  const total = one('assets', year);
  // All items named make the total: nothing current is left out.
  const isCertain =
    total !== null &&
    agreement(sum(current) + sum(rest), total.fen, current.length + rest.length, '万元') !== 'wrong';
  return { fen: sum(current), places: current.flatMap(({ places }) => places), isCertain };
}

function judge(fact: Fact, { name, part, whole }: Ratio, balances: Balances, tolerance: number): Verdict {
  const [upper, lower] = [balances(part, fact.year), balances(whole, fact.year)];
  if (fact.number === null || upper === null || lower === null || lower.fen === 0) return notApplicable;
  const due = (upper.fen / lower.fen) * 100;
  const { stated, slack, written } = statedRatio(fact, fact.number, due, tolerance);
  if (Math.abs(stated - due) <= slack + 1e-9) return pass;
  // A sum that may leave something out proves nothing.
  if (!upper.isCertain || !lower.isCertain) return notApplicable;
  return failAt([placeOf(fact.row, 'value'), ...upper.places, ...lower.places], {
    message: 'wrong',
    args: {
      year: fact.year,
      ratio: name,
      due: percentOf(upper.fen, lower.fen),
      part: assetItems[part],
      whole: assetItems[whole],
      partAmount: inUnit(upper.fen, '万元'),
      wholeAmount: inUnit(lower.fen, '万元'),
      stated: written,
    },
    measure: name.en,
    value: written,
    expected: percentOf(upper.fen, lower.fen),
    difference: `${points((stated - due) / 100)}%`,
    tolerance: `${slack}%`,
    trace: `${upper.places.map(({ cell }) => cell ?? '').join('+')} ${inUnit(upper.fen, '万元')} ÷ ${lower.places.map(({ cell }) => cell ?? '').join('+')} ${inUnit(lower.fen, '万元')} = ${percentOf(upper.fen, lower.fen)}`,
  });
}

/**
 * A ratio as typed, in percent: one in 倍 is a quotient, one without a unit may be where that alone fits. A quotient of two
 * decimals is due to its last one: 1.01 stands for 100.62 %.
 */
function statedRatio(fact: Fact, number: number, due: number, tolerance: number) {
  const { unit } = fact;
  const isQuotient =
    unit.startsWith('倍') || (unit === '' && Math.abs(number * 100 - due) < Math.abs(number - due));
  if (!isQuotient) return { stated: number, slack: tolerance, written: `${points(number / 100)}%` };
  const isShort = Math.abs(number * 100 - Math.round(number * 100)) < 1e-6;
  return { stated: number * 100, slack: isShort ? tolerance * 100 : tolerance, written: factFigure(fact) };
}
