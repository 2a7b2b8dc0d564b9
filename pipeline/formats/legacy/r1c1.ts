import { columnLetters } from '../../model/address.ts';

/**
 * A formula whose references count from its own cell, as the formulas of the other formats are written: in the cell B1
 * `RC[-1]*2` → `A1*2`, `R1C1` → `$A$1`. Texts, names of sheets in quotes and references to whole rows stay as they are.
 */
export function formulaFromR1c1(formula: string, row: number, column: number): string {
  return formula
    .split(/("[^"]*"|'[^']*')/)
    .map((piece, index) => (index % 2 === 1 ? piece : convert(piece, row, column)))
    .join('');
}

function convert(piece: string, row: number, column: number): string {
  return piece.replace(
    /(?<![\w.\u0080-\uffff])R(\[-?\d{1,7}\]|\d{1,7})?C(\[-?\d{1,5}\]|\d{1,5})?(?![\w(\u0080-\uffff])/g,
    (_, rowPart: string | undefined, columnPart: string | undefined) => {
      const toRow = place(rowPart, row);
      const toColumn = place(columnPart, column);
      if (toRow.number < 1 || toColumn.number < 1) return '#REF!';
      return `${toColumn.mark}${columnLetters(toColumn.number)}${toRow.mark}${toRow.number}`;
    },
  );
}

/** `[-1]` is one before, nothing is the same, `5` is the fifth wherever the formula stands. */
function place(part: string | undefined, own: number): { readonly number: number; readonly mark: string } {
  if (part === undefined) return { number: own, mark: '' };
  if (part.startsWith('[')) return { number: own + Number(part.slice(1, -1)), mark: '' };
  return { number: Number(part), mark: '$' };
}
