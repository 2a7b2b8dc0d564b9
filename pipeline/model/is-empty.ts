import { gapOf, type Row } from './submission.ts';

/** Whether a cell holds nothing: blank, a sign for nothing, or no column. What could not be read is not nothing. */
export function isEmpty(row: Row, field: string): boolean {
  return isBlank(row, field) || (row.values[field] === null && gapOf(row, field) === 'absent');
}

/** Whether a cell that is on the sheet holds nothing: it was left blank, or has a sign for nothing. */
export function isBlank(row: Row, field: string): boolean {
  return row.values[field] === null && ['blank', 'placeholder'].includes(gapOf(row, field));
}

/** Whether a cell holds something that could not be read. */
export function isUnread(row: Row, field: string): boolean {
  return row.values[field] === null && !isEmpty(row, field);
}
