import { excerpt } from './excerpt.ts';
import { itemName } from './item-name.ts';
import { amountOf, type Row, type Submission } from './submission.ts';
import type { Text } from './text.ts';

/** The items of a balance sheet that rules speak of, whatever a sheet calls them. */
export const assetItems = {
  cash: { zh: '货币资金', en: 'cash' },
  otherReceivables: { zh: '其他应收款净额', en: 'other receivables' },
  currentAssets: { zh: '流动资产', en: 'current assets' },
  fixedCost: { zh: '固定资产原值', en: 'fixed assets at cost' },
  fixedDepreciation: { zh: '固定资产累计折旧', en: 'accumulated depreciation' },
  fixedNet: { zh: '固定资产净值', en: 'fixed assets, net' },
  construction: { zh: '在建工程', en: 'construction in progress' },
  intangibleCost: { zh: '无形资产原值', en: 'intangible assets at cost' },
  intangibleAmortisation: { zh: '无形资产累计摊销', en: 'accumulated amortisation' },
  intangibleNet: { zh: '无形资产净值', en: 'intangible assets, net' },
  infrastructureCost: { zh: '公共基础设施原值', en: 'public infrastructure at cost' },
  infrastructureDepreciation: { zh: '公共基础设施累计折旧', en: 'depreciation of infrastructure' },
  infrastructureNet: { zh: '公共基础设施净值', en: 'public infrastructure, net' },
  nonCurrentAssets: { zh: '非流动资产', en: 'non-current assets' },
  assets: { zh: '资产总计', en: 'total assets' },
  currentLiabilities: { zh: '流动负债', en: 'current liabilities' },
  liabilities: { zh: '负债合计', en: 'total liabilities' },
  netAssets: { zh: '净资产合计', en: 'net assets' },
} as const satisfies Record<string, Text>;

export type AssetItem = keyof typeof assetItems;

/**
 * Which item a name means, e.g. `（一）固定资产净值`, `减：累计折旧`; null for others.
 *
 * @param family the assets that a bare 原值, 累计折旧 or 净值 belongs to: those of the rows above it
 */
export function assetItemOf(written: string, family: AssetFamily | null = null): AssetItem | null {
  const name = plainName(written);
  const own =
    familyOf(name) ?? (/^(?:账面)?(?:原值|净值|价值)|^累计(?:折旧|摊销)/.test(name) ? family : null);
  if (own !== null) {
    const { cost, wornOff, net } = families[own];
    if (/累计(?:折旧|摊销)|^(?:折旧|摊销)/.test(name)) return wornOff;
    if (/原值|原价|账面余额|成本/.test(name)) return cost;
    return /净值|净额|账面价值|^(?:账面)?价值$/.test(name) || isWholeFamily(name) ? net : null;
  }
  for (const [item, pattern] of patterns) if (pattern.test(name)) return item;
  return null;
}

/** Whether an item is what wore off, which is taken from the cost: some sheets write it below zero. */
export function isWornOff(item: AssetItem | null): boolean {
  return item !== null && /(?:Depreciation|Amortisation)$/.test(item);
}

/** Assets that are given at cost, as worn off, and net. */
export type AssetFamily = 'fixed' | 'intangible' | 'infrastructure';

const families: Readonly<
  Record<AssetFamily, { readonly cost: AssetItem; readonly wornOff: AssetItem; readonly net: AssetItem }>
> = {
  fixed: { cost: 'fixedCost', wornOff: 'fixedDepreciation', net: 'fixedNet' },
  intangible: { cost: 'intangibleCost', wornOff: 'intangibleAmortisation', net: 'intangibleNet' },
  infrastructure: {
    cost: 'infrastructureCost',
    wornOff: 'infrastructureDepreciation',
    net: 'infrastructureNet',
  },
};

function familyOf(name: string): AssetFamily | null {
  if (/^固定资产(?!清理)/.test(name)) return 'fixed';
  if (/^无形资产/.test(name)) return 'intangible';
  return /^公共基础设施(?!在建)/.test(name) ? 'infrastructure' : null;
}

/** 固定资产 without a further word is what the balance sheet counts: its net value. */
function isWholeFamily(name: string): boolean {
  return /^(?:固定资产|无形资产|公共基础设施)(?:合计|小计|总额)?$/.test(name);
}

function plainName(written: string): string {
  return itemName(written)
    .name.replace(/^(?:减|加|减少)[:：]?(?=累计|固定|无形|公共)/, '')
    .replace(/万元|元$/, '');
}

const patterns: readonly (readonly [AssetItem, RegExp])[] = [
  ['cash', /^(?:货币资金|银行存款及现金)$/],
  ['otherReceivables', /^其他应收款(?:净额)?$/],
  ['nonCurrentAssets', /^非流动资产(?:合计|小计)?$/],
  ['currentAssets', /^流动资产(?:合计|小计|总额)?$/],
  ['construction', /^在建工程$/],
  ['assets', /^(?:资产(?:总计|合计|总额|总值)|总资产)$/],
  ['currentLiabilities', /^流动负债(?:合计|小计|总额)?$/],
  ['liabilities', /^(?:负债(?:总计|合计|总额)?|总负债)$/],
  ['netAssets', /^净资产(?:合计|总计|总额)?$/],
];

/** A row of the asset report and which item it is; null for items that rules do not speak of. */
export interface AssetRow {
  readonly row: Row;
  readonly item: AssetItem | null;
  /** Its name as written, without numbering and 其中. */
  readonly name: string;
  /** Whether it is a part of the row above it (其中). */
  readonly isOfWhich: boolean;
}

/** The rows of an asset report (T11) in the order of the sheet, classified ones left out. */
export function assetRowsOf(submission: Submission): readonly AssetRow[] {
  const { rows = [], totals = [], subtotals = [], ofWhich = [] } = submission.tables.items ?? {};
  let family: AssetFamily | null = null;
  return [...rows, ...totals, ...subtotals, ...ofWhich]
    .filter((row) => !row.classified)
    .toSorted((one, other) => one.number - other.number)
    .map((row) => {
      const written = typeof row.values.item === 'string' ? row.values.item : row.label;
      const { name, isOfWhich } = itemName(written);
      family =
        familyOf(plainName(written)) ??
        (/^(?:减|加)?[:：]?(?:账面)?(?:原值|净值|价值|累计)/.test(name) ? family : null);
      return { row, item: assetItemOf(written, family), name, isOfWhich: isOfWhich || ofWhich.includes(row) };
    });
}

/** What sentences call a row: its own words; in English the item, else its place. */
export function nameOf({ row, item, name }: AssetRow): Text {
  return { zh: excerpt(name), en: item === null ? `Row ${row.number}` : assetItems[item].en };
}

/**
 * The row of an item; null when the sheet has none. Of several the first that holds amounts and is no part of another:
 * a bare 固定资产 may only head its 原值 and 净值.
 */
export function assetRow(rows: readonly AssetRow[], item: AssetItem): Row | null {
  const found = rows.filter((one) => one.item === item);
  const filled = found.filter(
    ({ row }) => amountOf(row, 'closing') !== null || amountOf(row, 'opening') !== null,
  );
  const best = filled.length > 0 ? filled : found;
  return (best.find(({ isOfWhich }) => !isOfWhich) ?? best[0])?.row ?? null;
}

/** Orders items as the balance sheet does, whatever order a sheet lists them in; items without a name of ours last. */
export function compareItems(one: AssetItem | null, other: AssetItem | null): number {
  return rank(one) - rank(other);
}

function rank(item: AssetItem | null): number {
  const names = Object.keys(assetItems);
  return item === null ? names.length : names.indexOf(item);
}
