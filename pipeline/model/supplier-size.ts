import { foldText } from './label.ts';

/**
 * Sizes of suppliers that set-asides tell apart: micro stands for small and micro firms together, sme for a firm that is
 * one of those or medium, which is not said.
 */
export type SupplierSize = 'micro' | 'medium' | 'sme' | 'large';

/**
 * The size of a supplier by the words of a sheet (中型, 小型, 微型, 大型), or by the answer to 是否中小企业. Sole traders,
 * prison enterprises and welfare units count as small. Null for other words.
 */
export function supplierSizeOf(written: string): SupplierSize | null {
  const folded = foldText(written);
  if (/非中小|大型|特大|^(?:0-)?否$|^×$/.test(folded)) return 'large';
  if (/中型/.test(folded)) return 'medium';
  if (/小型|微型/.test(folded)) return 'micro';
  if (/中小|^(?:1-)?是$|^[√✓☑]$/.test(folded)) return 'sme';
  return /小微|个体|监狱企业|残疾人福利/.test(folded) ? 'micro' : null;
}
