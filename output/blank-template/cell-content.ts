import type { Field } from '../../pipeline/model/template.ts';
import type { CellContent } from './content.ts';
import type { Look } from './sheet-plan.ts';

/** A value as it stands in a cell of its field; null for a blank. */
export function cellValue(field: Field, value: CellContent | undefined): string | number | Date | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return value.text;
  if (typeof value === 'boolean') return field.ticked ? (value ? '√' : '□') : value ? '是' : '否';
  if (field.kind === 'date' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return new Date(`${value}T00:00:00Z`);
  return value;
}

/** The number format of a field's cells; yuan are grouped, since they run to many digits. */
export function formatOf(field: Field, unit: string): string {
  switch (field.kind) {
    case 'amount':
      return (field.unit ?? unit) === '元' ? '#,##0.00' : '0.00';
    case 'rate':
      return '0.00%';
    case 'number':
      return 'General';
    case 'sequence':
      return '0';
    case 'date':
      return 'yyyy-mm-dd';
    default:
      return '@';
  }
}

/** How the cells of a field look: figures to the right, sentences to the left, short words in the middle. */
export function lookOf({ kind }: Field): Look {
  if (kind === 'amount' || kind === 'rate' || kind === 'number') return 'figure';
  return kind === 'text' ? 'text' : 'centred';
}
