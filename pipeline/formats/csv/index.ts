import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { Workbook } from '../../model/workbook.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { SheetGridBuilder } from '../sheet-grid.ts';
import { decodeText } from './decode.ts';
import { findDelimiter } from './delimiter.ts';
import { parseRows } from './parse.ts';
import { type CsvSyntax, findRows, unclosedQuote } from './preflight.ts';
import { RowTexts } from './row-texts.ts';
import { WidthWatch } from './widths.ts';

/**
 * Reads a CSV, or the tab-separated 「Unicode 文本」, as a workbook of one sheet named after the file.
 *
 * Every value is the text that is written there; an empty field is an empty cell. Rows are those a spreadsheet shows:
 * empty ones count, a `sep=` line does not.
 *
 * Refuses with EMPTY_FILE, BAD_TEXT, UNCLOSED_QUOTE, FIELD_TOO_LONG, TOO_MANY_COLUMNS (also a row wider than its
 * table) and TOO_BIG.
 */
export function readCsv(source: SourceFile, limits: Limits = defaultLimits): Workbook | Refusal {
  const decoded = decodeText(source.bytes);
  if (isRefusal(decoded)) return decoded;

  // Row ends are LF with whatever CR stands before it, or CR alone in texts from old systems.
  const newline: CsvSyntax['newline'] = decoded.text.includes('\n') ? '\n' : '\r';
  // The parser takes blanks behind a closing quote as such only when something follows them.
  const text = decoded.text.endsWith(newline) ? decoded.text : decoded.text + newline;
  const { delimiter, start } = findDelimiter(text);
  const syntax = { delimiter, newline };
  const rowStarts = findRows(text, start, syntax, limits);
  if (isRefusal(rowStarts)) return rowStarts;

  const texts = new RowTexts(text, rowStarts, syntax);
  const grid = new SheetGridBuilder({ sharedTexts: texts });
  const widths = new WidthWatch(delimiter);
  for (let row = 1; row < rowStarts.length; ) {
    const end = Math.min(row + rowsAtOnce, rowStarts.length);
    const rows = parseRows(text.slice(rowStarts[row - 1], rowStarts[end - 1]), syntax);
    // Two readings that do not agree where rows end leave no figure certain.
    if (rows === null || rows.length !== end - row) return unclosedQuote(row);
    for (const fields of rows) {
      let lastFilled = 0;
      for (let index = 0; index < fields.length; index += 1) {
        if (fields[index] === '') continue;
        lastFilled = index + 1;
        grid.addSharedText(row, lastFilled, texts.indexOf(row, lastFilled), 0);
      }
      widths.see(fields, lastFilled);
      row += 1;
    }
  }
  if (grid.cellCount === 0) return refuse('EMPTY_FILE', { zh: '没有任何内容', en: 'it has no content' });
  const tooWide = widths.verdict();
  if (tooWide !== null) return tooWide;

  const sheet = grid.finish({
    name: sheetName(source.path),
    visibility: 'visible',
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    validations: [],
  });
  if (sheet === null) throw new Error('a CSV gave one cell twice');
  return {
    format: 'csv',
    sheets: [sheet],
    definedNames: new Map(),
    hasMacros: false,
    hasExternalLinks: false,
    encoding: decoded.encoding,
  };
}

/** So many rows are parsed at a time that their fields can be forgotten before the next ones come. */
const rowsAtOnce = 1000;

/** The name of a file without its folder and extension. */
function sheetName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
