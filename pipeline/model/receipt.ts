import { createHash } from 'node:crypto';

/** What the first cell of a receipt says: the hidden sheet by which a returned workbook is known again. */
export const receiptMark = 'budgetlint/receipt@1';

/** Names of the hidden sheet, one for each language. */
export const receiptSheetNames = { zh: '_回执', en: '_receipt' } as const;

/** Whether a sheet is called as a receipt is; with a number where a unit had a sheet of that name. */
export function isReceiptName(name: string): boolean {
  const names: readonly string[] = Object.values(receiptSheetNames);
  return names.includes(name.replace(/\(\d+\)$/, ''));
}

/** The sheets of ours in a workbook that was returned before, by name. */
export interface EarlierReturn {
  readonly review: string;
  readonly receipt: string;
}

/** Names of the first sheet of a returned workbook, where the unit writes its explanations. */
export const reviewSheetNames = { zh: '核验意见', en: 'Review' } as const;

/** Where things stand on a receipt: rows of facts (name in A, value in B), then a row for each finding. */
export const receiptRows = { period: 2, ruleSet: 3, sha256: 4, file: 5, review: 6, firstFinding: 9 } as const;

/** Columns of the findings of a receipt: number, fingerprint of the key, key; beside them the reasons to choose from. */
export const receiptColumns = { number: 1, fingerprint: 2, key: 3, reasons: 5 } as const;

/** Columns of the first sheet that are read back. */
export const reviewColumns = { number: 1, explanation: 7 } as const;

/** Stands for the key of a finding on a receipt: short, and the same whatever signs the key holds. */
export function keyFingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
