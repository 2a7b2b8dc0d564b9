import { dirname } from 'node:path/posix';
import type { Finding } from '../../pipeline/model/report.ts';
import type { Returned } from '../returned/returns.ts';
import { sheetLocation } from '../xlsx-finisher.ts';
import type { Page } from './page.ts';
import type { CellPlan, FileLink } from './sheet-plan.ts';

type Place = Finding['where'][number];

/** The way to the first of some places that is in a file which goes back; null when none is. */
export function linkToReturned(returned: Returned, places: readonly Place[]): FileLink | null {
  for (const place of places) {
    const file = returned.get(place.file);
    if (file === undefined) continue;
    const { path, sheetNames } = file;
    if (place.sheet === null) return { path, location: null };
    // A row stands for its first cell, a sheet for its corner.
    const address = place.cell?.replace(/^(\d{1,7}):\d{1,7}$/, 'A$1') ?? 'A1';
    return { path, location: sheetLocation(sheetNames.get(place.sheet) ?? place.sheet, address) };
  }
  return null;
}

/** What goes back to a unit. */
export interface UnitReturns {
  readonly files: number;
  /** To the one file, or to the folder of several. */
  readonly link: FileLink;
}

/** What goes back, by unit. */
export function returnsByUnit({ report, beside }: Page): ReadonlyMap<string, UnitReturns> {
  const paths = new Map<string, Set<string>>();
  for (const { unit, file } of report.submissions) {
    const path = beside.returned.get(file)?.path;
    if (path === undefined) continue;
    paths.set(unit, (paths.get(unit) ?? new Set()).add(path));
  }
  const units = new Map<string, UnitReturns>();
  for (const [unit, [first = '', ...others]] of paths) {
    const path = others.length === 0 ? first : `${dirname(first)}/`;
    units.set(unit, { files: others.length + 1, link: { path, location: null } });
  }
  return units;
}

/** A cell that names a place, and leads there where its file goes back. */
export function placeCell({ beside }: Page, place: Place): CellPlan {
  const value = `${place.file} ${place.sheet ?? ''}!${place.cell ?? ''}`;
  const link = linkToReturned(beside.returned, [place]);
  return link === null ? { value, style: 'text' } : { value, style: 'link', link };
}
