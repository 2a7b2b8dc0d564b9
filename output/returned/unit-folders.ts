import type { WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { labelsOf } from '../labels.ts';
import { DistinctNames, safeName } from './safe-name.ts';

/** The folder of each unit under 「退回」, where everything lies that goes to it: `退回/<单位>`. */
export function unitFolders(report: WrittenReport, language: Language): ReadonlyMap<string, string> {
  const labels = labelsOf(language);
  const names = new DistinctNames();
  const folders = new Map<string, string>();
  for (const { unit } of [...report.units, ...report.submissions]) {
    if (folders.has(unit)) continue;
    const folder = names.take('', safeName(unit === '' ? labels.unknownUnit : unit));
    folders.set(unit, `${labels.fileNames.returned}/${folder}`);
  }
  return folders;
}
