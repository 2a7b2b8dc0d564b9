import type { RunReport } from '../pipeline/model/report.ts';
import type { Language } from '../pipeline/model/text.ts';
import { findingColumns, findingText } from './finding-columns.ts';
import { labelsOf } from './labels.ts';
import { rankedFindings } from './ranking.ts';
import { csvText } from './safe-text.ts';

export interface AnomalyListOptions {
  /** UTF-8 has a byte order mark, so that Excel reads it as such; GB18030 is for systems that know nothing else. */
  readonly encoding?: 'utf-8' | 'gb18030';
}

/**
 * 「异常清单.csv」: all findings with the columns of the sheet 异常, one line each (CRLF), as bytes. Text that a
 * spreadsheet would evaluate is prefixed with `'`.
 */
export async function anomalyList(
  report: RunReport,
  language: Language,
  { encoding = 'utf-8' }: AnomalyListOptions = {},
): Promise<Uint8Array> {
  const { default: papaparse } = await import('papaparse');
  const labels = labelsOf(language);
  const lines = [
    findingColumns.map((column) => labels.finding[column]),
    ...rankedFindings(report.findings).map((finding) =>
      findingColumns.map((column) => oneLine(findingText(finding, column, language, labels.semicolon))),
    ),
  ];
  // The guard against formulas is ours and the same for every format: papaparse's own knows fewer signs.
  const text = `${papaparse.unparse(lines, { newline: '\r\n', escapeFormulae: false })}\r\n`;
  if (encoding === 'utf-8') return new TextEncoder().encode(`\uFEFF${text}`);
  const { default: iconv } = await import('iconv-lite');
  return new Uint8Array(iconv.encode(text, 'gb18030'));
}

/** Old systems take a line break for the end of a record, whatever the quotes. The guard looks before it is gone. */
function oneLine(text: string): string {
  return csvText(text).replace(/\s*[\n\u2028\u2029]\s*/g, ' ');
}
