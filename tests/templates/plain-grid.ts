import { cellValue } from '../../output/blank-template/cell-content.ts';
import type { Content, Values } from '../../output/blank-template/content.ts';
import { cellAddress } from '../../pipeline/model/address.ts';
import type { Fields, Template } from '../../pipeline/model/template.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { filledIn } from './as-read.ts';

/** A sheet as an office types it by itself: rows of plain cells, and where every value went. */
export interface PlainGrid {
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The cell of a form field, or of a field in a row of a table. */
  addressOf(field: string, table?: string, row?: number): string | null;
}

/**
 * The content of a form typed plainly: no title, no merges, one row of headings in other words than the official ones,
 * only the columns that hold something, everything from column A on.
 */
export function plainGrid(template: Template, content: Content): PlainGrid {
  const rows: (string | number | null)[][] = [
    ['填报单位：青禾镇人民政府', null, null, `单位：${template.amountUnit}`],
  ];
  const addresses = new Map<string, string>();
  const form = filledIn(content.form ?? {}, (field) => field in template.form);
  for (const [name, value] of Object.entries(form)) {
    const field = template.form[name];
    if (field === undefined) continue;
    rows.push([otherWord(template, null, name), plain(cellValue(field, value))]);
    addresses.set(name, cellAddress(rows.length, 2));
  }
  for (const [name, { rows: data }] of Object.entries(content.tables ?? {})) {
    const fields: Fields = template.tables[name]?.fields ?? {};
    const filled = data.map((values) => filledIn(values, (field) => field in fields));
    const columns = Object.keys(fields).filter((field) => filled.some((values) => field in values));
    rows.push(columns.map((field) => otherWord(template, name, field)));
    for (const [index, values] of filled.entries()) {
      rows.push(columns.map((field) => written(fields, values, field)));
      for (const [at, field] of columns.entries())
        addresses.set(`${name}/${index}/${field}`, cellAddress(rows.length, at + 1));
    }
    rows.push([]);
  }
  return {
    rows,
    addressOf: (field, table, row = 0) =>
      addresses.get(table === undefined ? field : `${table}/${row}/${field}`) ?? null,
  };
}

function written(fields: Fields, values: Values, name: string): string | number | null {
  const field = fields[name];
  return field === undefined ? null : plain(cellValue(field, values[name]));
}

/** Dates are typed as text. */
function plain(value: string | number | Date | null): string | number | null {
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

/** A heading other than the official one that means this field alone; the official one where there is none. */
function otherWord(template: Template, table: string | null, name: string): string {
  const fields = table === null ? template.form : (template.tables[table]?.fields ?? {});
  const field = fields[name];
  if (field === undefined) return name;
  const words = officialVocabulary.templates.find((one) => one.template === template);
  const known = words?.tables.find((one) => one.name === table)?.fields;
  const isOurs = (heading: string) =>
    known === undefined || [...(known.get(keyOf(heading)) ?? [])].every((one) => one.name === name);
  const [official = name, ...others] = field.headings.filter((heading) => !heading.includes('/'));
  const chosen = others.find(isOurs) ?? official;
  return chosen.replace('截至#月', '截至6月底').replace('#月', '1-6月');
}

function keyOf(heading: string): string {
  return heading.replace(/[“”()（）%]/g, '');
}
