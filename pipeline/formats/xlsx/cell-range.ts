import type { Range } from '../../model/workbook.ts';

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** The range of a reference such as `B2:D5`, `A1`, `C:C` or `3:7`, corners in any order; null when it is none. */
export function parseRange(reference: string): Range | null {
  const match = /^([A-Za-z]{0,3})(\d{0,7})(?::([A-Za-z]{0,3})(\d{0,7}))?$/.exec(reference);
  if (match === null) return null;
  const [, letters = '', digits = '', otherLetters = letters, otherDigits = digits] = match;
  const pair = match[3] !== undefined;
  const whole = letters === '' || digits === '';
  if ((letters === '' && digits === '') || (whole && !pair)) return null;
  if ((letters === '') !== (otherLetters === '') || (digits === '') !== (otherDigits === '')) return null;

  const columns = letters === '' ? [1, lastColumn] : [columnOf(letters), columnOf(otherLetters)];
  const rows = digits === '' ? [1, lastRow] : [Number(digits), Number(otherDigits)];
  const range = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return range.top >= 1 && range.bottom <= lastRow && range.right <= lastColumn ? range : null;
}

/** The ranges of a list such as `A1:A9 C3`. What is none, as the `#REF!` that deleted cells leave, is left out. */
export function parseRanges(references: string): readonly Range[] {
  return references.split(/\s/).flatMap((reference) => parseRange(reference) ?? []);
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
