import { type AssetItem, assetItemOf } from './asset-items.ts';
import type { Dossier } from './dossier.ts';
import { type Fact, factsOf } from './facts.ts';
import { factsInOddUnit } from './facts-in-odd-unit.ts';
import { foldText } from './label.ts';
import { type AmountUnit, type Fen, isAmountUnit, toFen } from './money.ts';
import type { Row } from './submission.ts';

/** What the report says of an item at the end of a year. */
export interface AssetClaim {
  readonly fact: Fact;
  readonly item: AssetItem;
  readonly year: number;
  readonly fen: Fen;
  /** The unit it is meant in: that of the other claims where its own is plainly mistyped (DQ-14 says so). */
  readonly unit: AmountUnit;
}

/** What the report says of how an item changed in a year: below zero where it fell. */
export interface AssetChange extends AssetClaim {
  /** The item at the end of the year and a year earlier; null where the report does not say, or says two things. */
  readonly current: AssetClaim | null;
  readonly prior: AssetClaim | null;
}

/** The claims about assets and liabilities in a unit's report data. */
export interface AssetClaims {
  /** The claim about an item at the end of a year; null when there is none, or two that differ. */
  of(item: AssetItem, year: number): AssetClaim | null;
  readonly all: readonly AssetClaim[];
  readonly changes: readonly AssetChange[];
}

/** Reads what the report says of assets, by the names of items (`固定资产净值`, `固定资产净值减少额`). */
export function assetClaimsOf(dossier: Dossier): AssetClaims {
  const facts = factsOf(dossier);
  const odd = new Map(
    factsInOddUnit(facts.map(({ row }) => row)).map(({ row, usual }): [Row, AmountUnit] => [row, usual]),
  );
  const all: AssetClaim[] = [];
  const changed: AssetClaim[] = [];
  for (const fact of facts) {
    const unit = odd.get(fact.row) ?? fact.unit;
    if (fact.number === null || !isAmountUnit(unit)) continue;
    const change = changeIn(fact);
    const item = change?.item ?? assetItemOf(withoutYear(fact.written));
    if (item === null) continue;
    const fen = toFen(fact.number, unit);
    // 减少额 -5.37 is a fall of 5.37 with its sign written as well.
    const isFall = change?.sign === -1;
    if (change === null) all.push({ fact, item, year: fact.year, fen, unit });
    else changed.push({ fact, item, year: change.year, fen: isFall ? -Math.abs(fen) : fen, unit });
  }
  const of = (item: AssetItem, year: number): AssetClaim | null => {
    const found = all.filter((claim) => claim.item === item && claim.year === year);
    return found.every(({ fen }) => fen === found[0]?.fen) ? (found[0] ?? null) : null;
  };
  const changes = changed.map((claim) => ({
    ...claim,
    current: of(claim.item, claim.year),
    prior: of(claim.item, claim.year - 1),
  }));
  return { of, all, changes };
}

function withoutYear(written: string): string {
  return foldText(written).replace(/(?:19|20)\d\d年(?:度|末|底)?|(?:本|上|去)年(?:度|末|底)?/g, '');
}

/** `负债比上年同期增加额`: the item and which way; null for a name that is no change. */
function changeIn(
  fact: Fact,
): { readonly item: AssetItem; readonly sign: 1 | -1; readonly year: number } | null {
  const match = /^(.+?)(?:比|较)?(?:上年|去年)?(?:同期|末|底)?(增加|减少|增减|变动)(?:额|数|了|金额)?$/.exec(
    foldText(fact.written).replace(/(?:19|20)\d\d年度?/g, ''),
  );
  const item = match?.[1] === undefined ? null : assetItemOf(itemWords(match[1]));
  if (match === null || item === null) return null;
  const isFall = match[2] === '减少' || (match[2] !== '增加' && fact.word === 'less');
  // 上年 in the name is what it is compared with; it is about the year of the column, else the report's own.
  const { year } = fact.row.values;
  const isRead = typeof year !== 'number' && /上年|去年/.test(fact.written) && fact.code === null;
  return {
    item,
    sign: isFall ? -1 : 1,
    year: typeof year === 'number' ? year : fact.year + (isRead ? 1 : 0),
  };
}

/** 资产增加额 is that of all assets. */
function itemWords(words: string): string {
  return words === '资产' ? '资产总计' : words;
}
