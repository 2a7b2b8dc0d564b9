import { foldText } from './label.ts';

/** Sizes of suppliers that set-asides tell apart; micro stands for small and micro firms together. */
export type SupplierSize = 'micro' | 'medium' | 'large';

/**
 * The size of a supplier by the words of a sheet (中型, 小型, 微型, 大型). Sole traders, prison enterprises and welfare
 * units count as small; words that give no size of their own (中小企业) count as medium. Null for other words.
 */
export function supplierSizeOf(written: string): SupplierSize | null {
  const folded = foldText(written);
  if (/非中小|大型|特大/.test(folded)) return 'large';
  if (/中型|中小/.test(folded)) return 'medium';
  if (/小型|微型|小微|个体|监狱企业|残疾人福利/.test(folded)) return 'micro';
  return null;
}
