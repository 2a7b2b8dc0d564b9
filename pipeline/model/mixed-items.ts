import type { AssetChange, AssetClaim, AssetClaims } from './asset-claims.ts';
import { type AssetItem, compareItems } from './asset-items.ts';
import { agreement } from './money.ts';

/**
 * Which items of the year before add up to what a claim and its change imply, where that is not the item's own figure:
 * 固定资产净值 that counts 无形资产 too. Null when none do.
 */
export function mixedItems(claims: AssetClaims, change: AssetChange): readonly AssetClaim[] | null {
  const { current, prior, fen, unit, year } = change;
  if (current === null || prior === null || !single.has(change.item)) return null;
  const implied = current.fen - fen;
  if (agreement(implied, prior.fen, 2, unit) !== 'wrong') return null;
  const items = claims.all
    .filter((claim) => claim.year === year - 1 && single.has(claim.item) && claim.fen > 0)
    .toSorted((one, other) => compareItems(one.item, other.item));
  const combinations = [
    ...items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other])),
    ...items.flatMap((one, index) =>
      items
        .slice(index + 1)
        .flatMap((other, next) => items.slice(index + next + 2).map((third) => [one, other, third])),
    ),
  ];
  return (
    combinations.find((parts) => {
      const sum = parts.reduce((all, part) => all + part.fen, 0);
      return agreement(sum, implied, parts.length, unit) !== 'wrong';
    }) ?? null
  );
}

/** Items that are no sum of others. */
const single: ReadonlySet<AssetItem> = new Set<AssetItem>([
  'cash',
  'otherReceivables',
  'fixedNet',
  'construction',
  'intangibleNet',
  'infrastructureNet',
]);
