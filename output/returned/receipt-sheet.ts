import { keyFingerprint, receiptColumns, receiptMark, receiptRows } from '../../pipeline/model/receipt.ts';
import type { Finding } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { declaration } from './package.ts';
import { cell } from './review-sheet.ts';
import { mainNamespace } from './sheet-layout.ts';
import { returnWords } from './words.ts';

/** By which a returned workbook is known when it is handed in again. */
export interface Receipt {
  readonly period: string;
  readonly ruleSet: string;
  /** Of the file as handed in. */
  readonly sha256: string;
  readonly path: string;
  /** Name of the sheet that holds the review. */
  readonly review: string;
  /** As the review numbers them, from 1. */
  readonly findings: readonly Finding[];
}

/** _回执: the hidden sheet with batch, fingerprint of the original and keys of the findings; see `pipeline/model/receipt.ts`. */
export function receiptSheet(receipt: Receipt, language: Language): string {
  const rows = new Map<number, string[]>();
  const put = (row: number, column: number, text: string, value: number | null = null) => {
    const cells = rows.get(row) ?? [];
    cells.push(cell(row, column, 0, text, value, 'kept'));
    rows.set(row, cells);
  };
  put(1, 1, receiptMark);
  const facts = {
    period: receipt.period,
    ruleSet: receipt.ruleSet,
    sha256: receipt.sha256,
    file: receipt.path,
    review: receipt.review,
  };
  for (const [name, value] of Object.entries(facts)) {
    const row = receiptRows[name as keyof typeof facts]; // the keys of the object written out just above
    put(row, 1, name);
    put(row, 2, value);
  }
  const { reasons } = returnWords(language);
  for (let index = 0; index < Math.max(receipt.findings.length, reasons.length); index += 1) {
    const row = receiptRows.firstFinding + index;
    const finding = receipt.findings[index];
    if (finding !== undefined) {
      put(row, receiptColumns.number, '', index + 1);
      put(row, receiptColumns.fingerprint, keyFingerprint(finding.key));
      put(row, receiptColumns.key, finding.key);
    }
    const reason = reasons[index];
    if (reason !== undefined) put(row, receiptColumns.reasons, reason);
  }
  const data = [...rows].map(([number, cells]) => `<row r="${number}">${cells.join('')}</row>`).join('');
  return `${declaration}<worksheet xmlns="${mainNamespace}"><sheetData>${data}</sheetData></worksheet>`;
}
