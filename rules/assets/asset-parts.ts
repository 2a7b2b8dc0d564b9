import { type AssetItem, type AssetRow, assetRow, compareItems } from '../../pipeline/model/asset-items.ts';
import { amountOf, type Row } from '../../pipeline/model/submission.ts';

/** One addend of total assets: what wore off counts against them. */
export interface AssetPart {
  readonly row: Row;
  readonly sign: 1 | -1;
}

/** What total assets are made of on a sheet. */
export interface AssetParts {
  /** Each asset once: a group's sum or its members, the net value or cost less depreciation. */
  readonly parts: readonly AssetPart[];
  /** Further rows above the total that may be assets of their own or details of others. */
  readonly doubtful: readonly AssetPart[];
  /** Whether the sheet is a full list: current assets and fixed assets are on it. */
  readonly isFull: boolean;
}

/** Finds the parts of 资产总计 by their names. */
export function assetParts(rows: readonly AssetRow[]): AssetParts {
  const taken = new Set<Row>();
  const parts: AssetPart[] = [];
  const add = (row: Row | null, sign: 1 | -1 = 1): boolean => {
    if (row === null || taken.has(row)) return false;
    taken.add(row);
    parts.push({ row, sign });
    return true;
  };
  const of = (item: AssetItem) => assetRow(rows, item);

  const hasCurrentSum = add(of('currentAssets'));
  const hasNonCurrentSum = add(of('nonCurrentAssets'));
  let hasFixed = hasNonCurrentSum;
  for (const [net, cost, wornOff] of families) {
    if (hasNonCurrentSum) break;
    const isNet = add(of(net));
    const isCost = !isNet && add(of(cost));
    if (isCost) add(of(wornOff), -1);
    if (net === 'fixedNet') hasFixed = isNet || isCost;
  }
  const doubtful: AssetPart[] = [];
  let above: { readonly level: number } | null = null;
  for (const { row, item, name, isOfWhich } of rows) {
    const isDetail = isOfWhich || (above !== null && row.level > above.level);
    if (item !== null) above = row;
    if (taken.has(row) || notAssets.test(name) || isTotal(item)) continue;
    if (hasCurrentSum && (isCurrent(item, name) || isDetail)) continue;
    if (isWornOrCost(item, name) || isDetail || (hasNonCurrentSum && !isCurrent(item, name))) continue;
    if (isCurrent(item, name) || item === 'construction' || longTerm.test(name)) add(row);
    else if (item === null) doubtful.push({ row, sign: 1 });
  }
  const itemOf = ({ row }: AssetPart) => rows.find((one) => one.row === row)?.item ?? null;
  parts.sort((one, other) => compareItems(itemOf(one), itemOf(other)));
  return { parts, doubtful, isFull: hasFixed && (hasCurrentSum || of('cash') !== null) };
}

/** The sum of parts in one column, blanks being nothing. */
export function sumOfParts(parts: readonly AssetPart[], field: string): number {
  return parts.reduce((sum, part) => sum + signIn(part, field) * (amountOf(part.row, field) ?? 0), 0);
}

/** How a part counts in one column: what wore off is taken away, and added where the sheet writes it below zero. */
export function signIn({ row, sign }: AssetPart, field: string): 1 | -1 {
  return (amountOf(row, field) ?? 0) < 0 ? 1 : sign;
}

const families = [
  ['fixedNet', 'fixedCost', 'fixedDepreciation'],
  ['intangibleNet', 'intangibleCost', 'intangibleAmortisation'],
  ['infrastructureNet', 'infrastructureCost', 'infrastructureDepreciation'],
] as const satisfies readonly (readonly AssetItem[])[];

function isCurrent(item: AssetItem | null, name: string): boolean {
  return (
    item === 'cash' ||
    item === 'otherReceivables' ||
    /^(?:短期投资|财政应返还额度|应收|预付|存货|库存物品|待摊费用|一年内到期的非流动资产|其他流动资产)/.test(
      name,
    )
  );
}

function isWornOrCost(item: AssetItem | null, name: string): boolean {
  return (
    (item !== null && /(?:Cost|Depreciation|Amortisation)$/.test(item)) || /原值|累计折旧|累计摊销/.test(name)
  );
}

function isTotal(item: AssetItem | null): boolean {
  return item === 'assets' || item === 'liabilities' || item === 'currentLiabilities' || item === 'netAssets';
}

const longTerm =
  /^(?:长期|工程物资|研发支出|政府储备物资|文物(?:资源|文化资产)|文化文物资产|保障性住房|PPP|受托代理资产|待处理财产|固定资产清理|其他非流动资产|公共基础设施在建)/;

const notAssets = /应付|借款|应缴|预收|预提|负债|净资产|盈余|专用基金|权益|合计$|总计$/;
