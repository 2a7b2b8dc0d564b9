import {
  type EarlierReturn,
  isReceiptName,
  keyFingerprint,
  receiptColumns,
  receiptMark,
  receiptRows,
  reviewColumns,
} from '../model/receipt.ts';
import type { Finding } from '../model/report.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';

/** What a unit wrote into a returned workbook: explanations by the fingerprint of the finding's key. */
export type Explanations = ReadonlyMap<string, string>;

/**
 * Takes our own two sheets out of a workbook that was returned once and is handed in again: what the unit wrote on them
 * is kept, and no later stage takes them for its data. Any other workbook stays as it is.
 */
export function withoutReview(workbook: Workbook): {
  readonly workbook: Workbook;
  readonly explanations: Explanations;
} {
  const receipt = workbook.sheets.find(isReceipt);
  if (receipt === undefined) return { workbook, explanations: new Map() };
  const reviewName = receipt.value(receiptRows.review, 2);
  const review = workbook.sheets.find(({ name }) => name === reviewName);
  return {
    workbook: {
      ...workbook,
      sheets: workbook.sheets.filter((sheet) => sheet !== receipt && sheet !== review),
    },
    explanations: review === undefined ? new Map() : explanationsOn(review, receipt),
  };
}

/** Our two sheets in a workbook that was returned before; null in one that was not, or that lost one of them. */
export function earlierReturn({ sheets }: Workbook): EarlierReturn | null {
  const receipt = sheets.find(isReceipt);
  const review = receipt?.value(receiptRows.review, 2);
  if (receipt === undefined || typeof review !== 'string') return null;
  return sheets.some(({ name }) => name === review) ? { review, receipt: receipt.name } : null;
}

/** Findings with what the unit wrote beside them; findings that are gone need no explanation. */
export function explained(findings: readonly Finding[], all: readonly Explanations[]): readonly Finding[] {
  if (all.every((explanations) => explanations.size === 0)) return findings;
  return findings.map((finding) => {
    const fingerprint = keyFingerprint(finding.key);
    const said = new Set(finding.explanation === null ? [] : [finding.explanation]);
    for (const explanations of all) {
      const text = explanations.get(fingerprint);
      if (text !== undefined) said.add(text);
    }
    return said.size === 0 ? finding : { ...finding, explanation: [...said].join('；') };
  });
}

function isReceipt(sheet: Sheet): boolean {
  return isReceiptName(sheet.name) && sheet.value(1, 1) === receiptMark;
}

/** Rows are matched by their number, which stays with them when a unit sorts or leaves out some. */
function explanationsOn(review: Sheet, receipt: Sheet): Explanations {
  const fingerprints = new Map<unknown, string>();
  for (let row = receiptRows.firstFinding; row <= receipt.rowCount; row += 1) {
    const fingerprint = receipt.value(row, receiptColumns.fingerprint);
    if (typeof fingerprint === 'string')
      fingerprints.set(receipt.value(row, receiptColumns.number), fingerprint);
  }
  const explanations = new Map<string, string>();
  for (const row of Array.from(review.filledRows)) {
    const fingerprint = fingerprints.get(review.value(row, reviewColumns.number));
    const text = review.value(row, reviewColumns.explanation);
    if (fingerprint === undefined || text === null || typeof text === 'object') continue;
    const words = String(text).trim();
    if (words !== '') explanations.set(fingerprint, words);
  }
  return explanations;
}
