import { foldText } from '../model/label.ts';
import type { LookedAt } from './extract-sheets.ts';
import { isGuide } from './other-sheets.ts';
import { type Remark, surroundingsOf } from './surroundings.ts';
import { unitLine } from './unit-claim.ts';

/** A cover has no more rows than this. */
const coverRows = 40;

/**
 * What the cover of a workbook says: of the sheets that hold no table, the one called so, or the first one when it names
 * a unit. Empty when there is none.
 */
export function coverOf(sheets: readonly LookedAt[], file: string): readonly Remark[] {
  for (const { sheet, recognition } of sheets) {
    if (recognition.taken.length > 0 || sheet.visibility !== 'visible') continue;
    if (sheet.rowCount > coverRows || isGuide(sheet)) continue;
    const remarks = surroundingsOf(sheet, file, { first: 1, last: coverRows }, []);
    if (/封面|封皮|扉页|首页|单位信息|基本信息/.test(foldText(sheet.name))) return remarks;
    if (sheet === sheets[0]?.sheet && unitLine(remarks) !== null) return remarks;
  }
  return [];
}
