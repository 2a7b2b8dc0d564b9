import { type Refusal, refuse } from '../../model/refusal.ts';
import type { Limits } from '../limits.ts';

/**
 * Walks a CSV once before it is parsed: are its quotes paired, and do its fields, columns and rows keep to the limits?
 *
 * The parser meets such faults too, but only after it has collected a field or a row of any size, or millions of errors.
 * Lengths are measured in characters of the decoded text, which must end with a row end.
 *
 * Gives the position at which each row begins and, last, the one at which the last row ends.
 */
export function findRows(
  text: string,
  start: number,
  { delimiter, newline }: CsvSyntax,
  limits: Pick<Limits, 'rows' | 'columns' | 'csvFieldBytes'>,
): readonly number[] | Refusal {
  const quoteCode = 0x22;
  const delimiterCode = delimiter.charCodeAt(0);
  const newlineCode = newline.charCodeAt(0);
  const starts = [start];
  let column = 1;
  let position = start;
  while (position < text.length) {
    const row = starts.length;
    const fieldStart = position;
    if (text.charCodeAt(position) === quoteCode) {
      const end = closingQuote(text, position);
      if (end === -1) return unclosedQuote(row);
      position = end + 1;
      while (isBlank(text, position, delimiterCode, newlineCode)) position += 1;
      const next = text.charCodeAt(position);
      if (next !== delimiterCode && next !== newlineCode) return unclosedQuote(row);
    } else {
      for (;;) {
        const code = text.charCodeAt(position);
        if (code === delimiterCode || code === newlineCode) break;
        position += 1;
      }
    }
    if (position - fieldStart > limits.csvFieldBytes) {
      return refuse('FIELD_TOO_LONG', {
        zh: `第 ${row} 行第 ${column} 列`,
        en: `row ${row}, column ${column}`,
      });
    }

    const endsRow = text.charCodeAt(position) === newlineCode;
    position += 1;
    if (endsRow) {
      starts.push(position);
      column = 1;
      if (row > limits.rows) {
        return refuse('TOO_BIG', { zh: `超过 ${limits.rows} 行`, en: `more than ${limits.rows} rows` });
      }
      continue;
    }
    column += 1;
    if (column > limits.columns) {
      const { columns } = limits;
      return refuse('TOO_MANY_COLUMNS', {
        zh: `第 ${row} 行超过 ${columns} 列`,
        en: `row ${row} has more than ${columns}`,
      });
    }
  }
  return starts;
}

/** How a CSV is written: what stands between its fields and what ends its rows (a CR before LF is no part of it). */
export interface CsvSyntax {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
}

/** The refusal of a CSV in which a quoted field of this row does not end where it should. */
export function unclosedQuote(row: number): Refusal {
  return refuse('UNCLOSED_QUOTE', { zh: `第 ${row} 行`, en: `row ${row}` });
}

/** Where the quoted field that opens at a position ends, or -1; a doubled quote is part of the field. */
function closingQuote(text: string, opening: number): number {
  for (let quote = text.indexOf('"', opening + 1); quote !== -1; quote = text.indexOf('"', quote + 2)) {
    if (text[quote + 1] !== '"') return quote;
  }
  return -1;
}

/** Blanks between a closing quote and what ends the field are tolerated, as the parser does. */
function isBlank(text: string, position: number, delimiterCode: number, newlineCode: number): boolean {
  const code = text.charCodeAt(position);
  return code !== delimiterCode && code !== newlineCode && text.charAt(position).trim() === '';
}
