import { foldText, unitIn } from '../model/label.ts';
import type { AmountUnit } from '../model/money.ts';
import type { Place } from '../model/place.ts';
import type { AmountUnitClaim, TableColumn } from '../model/submission.ts';
import type { Remark } from './surroundings.ts';

/** What every claim is drawn from. */
export interface Evidence {
  /** Path as reports name it, folders included. */
  readonly file: string;
  readonly sheet: string;
  readonly remarks: readonly Remark[];
  /** Lines above the first table of the sheet, for a table further down: what it does not say itself they may say. */
  readonly shared: readonly Remark[];
  /** What the workbook's cover says: a sheet without tables that names unit and period for the others. */
  readonly cover: readonly Remark[];
  /** Row of the first heading: what stands above is title and unit line. */
  readonly headingRow: number;
  readonly columns: readonly (TableColumn & { readonly place: Place })[];
}

/** The unit of amounts: what the sheet says around the table, else what all its headings say, else the template's. */
export function amountUnitClaim(
  evidence: Evidence,
  amountColumns: readonly { readonly unit: AmountUnit | null; readonly place: Place }[],
  fallback: AmountUnit,
): AmountUnitClaim {
  const declared: { unit: AmountUnit; place: Place }[] = [];
  for (const remark of [...evidence.remarks, ...evidence.shared]) {
    if (remark.text.length > 120) continue;
    const unit =
      unitIn(foldText(remark.text)) ??
      (/单位[:：]?$/.test(foldText(remark.text)) ? unitIn(foldText(remark.right)) : null);
    if (unit !== null) declared.push({ unit, place: remark.place });
  }
  const inHeadings = amountColumns.filter(
    (column): column is { unit: AmountUnit; place: Place } => column.unit !== null,
  );
  const sheetWide = declared[0];
  const conflicts = declared.filter((one) => one.unit !== sheetWide?.unit);
  // A column may have a unit of its own; that all of them have another than the sheet's is a contradiction.
  if (
    sheetWide !== undefined &&
    inHeadings.length > 0 &&
    inHeadings.length === amountColumns.length &&
    inHeadings.every((column) => column.unit !== sheetWide.unit)
  ) {
    conflicts.push(...inHeadings.slice(0, 1));
  }
  const first = sheetWide ?? inHeadings[0];
  return {
    unit: first?.unit ?? fallback,
    declared: first !== undefined,
    place: first?.place ?? { file: evidence.file, sheet: evidence.sheet, cell: null, label: null },
    conflicts,
  };
}

const signatureLabel =
  /(单位负责人|部门负责人|主要负责人|分管负责人|分管领导|财务负责人|项目负责人|负责人|复核人|审核人|填表人|填报人|制表人|经办人|联系人|联系电话|填报日期|填表日期|报送日期|制表日期|报出日期)(?:[（(][^）)]{0,8}[）)])?\s*[:：]/g;

/** Who signed and when: every label of a signature line with what stands behind it, '' when left blank. */
export function signaturesIn(
  remarks: readonly Remark[],
): ReadonlyMap<string, { readonly text: string; readonly place: Place }> {
  const found = new Map<string, { readonly text: string; readonly place: Place }>();
  for (const remark of remarks) {
    const matches = [...remark.text.matchAll(signatureLabel)];
    for (const [index, match] of matches.entries()) {
      const name = match[1] ?? '';
      const start = match.index + match[0].length;
      const behind = remark.text
        .slice(start, matches[index + 1]?.index)
        .replace(/[\s\u3000_]+$/, '')
        .trim();
      const isLast = index === matches.length - 1;
      const text = behind === '' && isLast && !/[:：]/.test(remark.right) ? remark.right : behind;
      const known = found.get(name);
      if (known === undefined || known.text === '')
        found.set(name, { text, place: { ...remark.place, label: name } });
    }
  }
  return found;
}

/** The name of a file without its ending, and the folders it lies in, outermost first. */
export function pathParts(file: string): { readonly stem: string; readonly folders: readonly string[] } {
  const parts = file.split('/');
  const name = parts.at(-1) ?? '';
  return { stem: name.replace(/\.[^.]{1,5}$/, ''), folders: parts.slice(0, -1) };
}
