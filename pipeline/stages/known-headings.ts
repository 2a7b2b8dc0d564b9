import type { ColumnPath } from './heading-band.ts';
import { type ColumnMatches, matchColumns } from './match-columns.ts';
import type { TableWords } from './vocabulary.ts';

/** More different headings than a district's offices have between them; a batch with more matches the rest each time. */
const limit = 200;

const known = new Map<string, readonly ColumnPath[]>();
const matched = new WeakMap<readonly ColumnPath[], Map<TableWords, ColumnMatches>>();

/** The same headings as they were met before, in this file or another: offices fill in one form, month after month. */
export function sameHeadings(paths: readonly ColumnPath[]): readonly ColumnPath[] {
  const key = paths.map(keyOf).join('\n');
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size < limit) {
    known.set(key, paths);
    matched.set(paths, new Map());
  }
  return paths;
}

/** All that matching looks at; labels that are plainly the same are the same. */
function keyOf({ column, holds, written, labels, isBeside }: ColumnPath): string {
  return [column, holds, isBeside ?? '', written, ...labels.map(({ plain }) => plain)].join('\t');
}

/** As `matchColumns`, once for headings that are known. */
export function matchKnown(paths: readonly ColumnPath[], table: TableWords): ColumnMatches {
  const before = matched.get(paths);
  const match = before?.get(table) ?? matchColumns(paths, table);
  before?.set(table, match);
  return match;
}
