import type { ReadProblem } from '../model/submission.ts';
import type { Sheet } from '../model/workbook.ts';
import type { LookedAt } from './extract-sheets.ts';

/** Hidden sheets of a file that are no table of ours: lists of codes that templates carry along, or somebody's data. */
export function hiddenSheets(file: string, sheets: readonly LookedAt[]): readonly ReadProblem[] {
  return sheets
    .filter(
      ({ sheet, recognition }) =>
        sheet.visibility !== 'visible' && sheet.rowCount > 0 && recognition.taken.length === 0,
    )
    .map(({ sheet }) => ({
      kind: isCodeList(sheet) ? 'hidden-list' : 'hidden-data',
      place: { file, sheet: sheet.name, cell: null, label: null },
      raw: sheet.name,
      read: '',
      field: null,
      project: null,
    }));
}

/** Lists of codes say so in their name, or hold words alone. */
function isCodeList(sheet: Sheet): boolean {
  return /字典|代码|编码|码表|下拉|选项|枚举|科目|目录|参数/.test(sheet.name) || !holdsNumbers(sheet);
}

function holdsNumbers(sheet: Sheet): boolean {
  for (const row of Array.from(sheet.filledRows)) {
    for (const column of Array.from(sheet.filledColumns(row)))
      if (typeof sheet.value(row, column) === 'number') return true;
  }
  return false;
}
