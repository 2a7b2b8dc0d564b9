import type { Beside } from '../../output/beside.ts';
import { labelsOf } from '../../output/labels.ts';
import { returnsOf } from '../../output/returned/returns.ts';
import { unitFolders } from '../../output/returned/unit-folders.ts';
import type { RunReport } from '../../pipeline/model/report.ts';

/** What a run that writes everything puts beside an output of its report. */
export function besideIn(report: RunReport): Beside {
  const { workbook, list, page, circular, notice } = labelsOf('zh').fileNames;
  const notices = [...unitFolders(report, 'zh').values()].map((folder) => `${folder}/${notice}`);
  return {
    returned: new Map(
      returnsOf(report, 'zh').map(({ file, path }) => [file, { path, sheetNames: new Map() }]),
    ),
    outputs: new Set([workbook, list, page, circular, ...notices.slice(0, 3)]),
  };
}
