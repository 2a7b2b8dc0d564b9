import { columnLetters } from '../../model/address.ts';
import type { SharedFormula } from '../sheet-grid.ts';

const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * A formula that a file spells out for one cell and shares with others, whose relative references move along. Empty when
 * that cell is gone: programs that delete rows leave such cells behind, with values that are as good as any.
 */
export class MovingFormula implements SharedFormula {
  /** The text as written for the cell it is spelled out in; null until that cell has been read. */
  private text: string | null = null;
  private row = 0;
  private column = 0;

  get isKnown(): boolean {
    return this.text !== null;
  }

  define(text: string, row: number, column: number): void {
    this.text = text;
    this.row = row;
    this.column = column;
  }

  textAt(row: number, column: number): string {
    return moveReferences(this.text ?? '', row - this.row, column - this.column);
  }
}

/**
 * A formula as it reads when copied some rows down and columns right: relative references move, those with `$` stay,
 * and text, sheet names, table columns and function names are left alone. What leaves the sheet becomes `#REF!`.
 */
function moveReferences(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  let moved = '';
  let position = 0;
  while (position < formula.length) {
    const end = endOfPiece(formula, position);
    const piece = formula.slice(position, end);
    position = end;
    if (!isWordStart(piece)) {
      moved += piece;
      continue;
    }
    const next = formula.charAt(end);
    if (next === '(' || next === '!') {
      moved += piece;
      continue;
    }
    const cell = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/.exec(piece);
    if (cell !== null && columnNumber(cell[2] ?? '') <= lastColumn) {
      const [, columnFixed = '', letters = '', rowFixed = '', digits = ''] = cell;
      const column = movedColumn(columnFixed, letters, columns);
      const row = movedRow(rowFixed, digits, rows);
      moved += column === null || row === null ? '#REF!' : column + row;
      continue;
    }
    const other = next === ':' ? formula.slice(end + 1, endOfPiece(formula, end + 1)) : '';
    const wholeColumns = movedPair(piece, other, /^(\$?)([A-Za-z]{1,3})$/, columns, movedColumn);
    const pair = wholeColumns ?? movedPair(piece, other, /^(\$?)([1-9]\d{0,6})$/, rows, movedRow);
    if (pair === null) {
      moved += piece;
      continue;
    }
    moved += pair;
    position = end + 1 + other.length;
  }
  return moved;
}

/** Where the piece that begins at a position ends: a quoted text or sheet name, a bracket, a word, or one character. */
function endOfPiece(formula: string, start: number): number {
  const first = formula.charAt(start);
  if (first === '"' || first === "'") {
    const end = formula.indexOf(first, start + 1);
    return end < 0 ? formula.length : end + 1;
  }
  if (first === '[') {
    let depth = 0;
    for (let position = start; position < formula.length; position++) {
      if (formula.charAt(position) === '[') depth++;
      else if (formula.charAt(position) === ']' && --depth === 0) return position + 1;
    }
    return formula.length;
  }
  let end = start;
  while (end < formula.length && isWordCharacter(formula.charCodeAt(end))) end++;
  return Math.max(end, start + 1);
}

function isWordStart(piece: string): boolean {
  return isWordCharacter(piece.charCodeAt(0));
}

function isWordCharacter(code: number): boolean {
  if (code >= 48 && code <= 57) return true;
  if ((code | 32) >= 97 && (code | 32) <= 122) return true;
  return code >= 128 || code === 36 || code === 46 || code === 92 || code === 95 || code === 63;
}

/** `A:C` or `3:7`, moved; null when the two words around the colon are not both of that kind. */
function movedPair(
  first: string,
  second: string,
  kind: RegExp,
  by: number,
  move: (fixed: string, place: string, by: number) => string | null,
): string | null {
  const from = kind.exec(first);
  const to = kind.exec(second);
  if (from === null || to === null) return null;
  const moved = [from, to].map(([, fixed = '', place = '']) => move(fixed, place, by));
  return moved.includes(null) ? '#REF!' : moved.join(':');
}

function movedColumn(fixed: string, letters: string, by: number): string | null {
  if (fixed !== '') return fixed + letters;
  const column = columnNumber(letters) + by;
  return column >= 1 && column <= lastColumn ? columnLetters(column) : null;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function movedRow(fixed: string, digits: string, by: number): string | null {
  if (fixed !== '') return fixed + digits;
  const row = Number(digits) + by;
  return row >= 1 && row <= lastRow ? String(row) : null;
}
