import type { AmountUnit } from '../../pipeline/model/money.ts';
import { monthOf } from '../../pipeline/model/period.ts';
import type { Field } from '../../pipeline/model/template.ts';
import type { Issue } from './content.ts';

/** One cell of a heading: rows and columns counted from 0 within the heading and its fields, both ends included. */
export interface HeadingCell {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
  /** Indexes of the first and last field it stands over. */
  readonly first: number;
  readonly last: number;
}

/** How many rows the heading of some fields needs. */
export function headingDepth(fields: readonly Field[]): number {
  return Math.max(1, ...fields.map((field) => segmentsOf(field).length));
}

/**
 * The heading of a table out of the official paths of its fields: neighbours with the same parent share its cell, and
 * a heading with fewer rows than the others reaches down to the last.
 */
export function headingCells(fields: readonly Field[], depth: number, issue: Issue): readonly HeadingCell[] {
  const paths = fields.map((field) => segmentsOf(field));
  const cells: HeadingCell[] = [];
  for (const [index, path] of paths.entries()) {
    for (const [level, segment] of path.entries()) {
      const isLeaf = level === path.length - 1;
      const isShared = (other: readonly string[] | undefined) =>
        other !== undefined &&
        other.length > level + 1 &&
        path.slice(0, level + 1).every((word, at) => word === other[at]);
      if (!isLeaf && isShared(paths[index - 1])) continue;
      let last = index;
      while (!isLeaf && isShared(paths[last + 1])) last += 1;
      const field = fields[index];
      const text = isLeaf && field !== undefined ? withUnit(segment, field.unit) : segment;
      cells.push({
        text: printed(text, issue),
        top: level,
        bottom: isLeaf ? depth - 1 : level,
        first: index,
        last,
      });
    }
  }
  return cells;
}

/** A title or label as it is printed: full-width brackets, the month in place of X, units in brackets. */
export function labelText(field: Field, issue: Issue): string {
  return printed(withUnit(field.title.zh, field.unit), issue);
}

function segmentsOf(field: Field): readonly string[] {
  return (field.path ?? field.title.zh).split('/');
}

/** A column whose amounts are in another unit than the sheet's says so. */
function withUnit(text: string, unit: AmountUnit | undefined): string {
  return unit === undefined ? text : `${text}(${unit})`;
}

function printed(text: string, { period }: Issue): string {
  const month = period === null ? null : monthOf(period);
  return text
    .replace(/%$/, '')
    .replaceAll('截止', '截至')
    .replace('X月', month === null ? 'X月' : `${month}月`)
    .replace('截至本月', month === null ? '截至本月' : `截至${month}月底`)
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}
