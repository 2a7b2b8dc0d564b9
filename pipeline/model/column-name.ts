import { fieldOf, placeOf, type Row } from './submission.ts';
import type { Text } from './text.ts';

/** What sentences call a field of a row: the heading or label as the sheet has it; in English the field's title. */
export function columnName(row: Row, field: string): Text {
  return { zh: placeOf(row, field).label ?? field, en: fieldOf(row, field)?.title.en ?? field };
}
