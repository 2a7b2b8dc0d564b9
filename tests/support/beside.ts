import type { Beside } from '../../output/beside.ts';
import { labelsOf } from '../../output/labels.ts';
import { returnsOf } from '../../output/returned/returns.ts';
import type { RunReport } from '../../pipeline/model/report.ts';

/** What a run that writes everything puts beside an output of its report. */
export function besideIn(report: RunReport): Beside {
  const { workbook, list, page } = labelsOf('zh').fileNames;
  return {
    returned: new Map(
      returnsOf(report, 'zh').map(({ file, path }) => [file, { path, sheetNames: new Map() }]),
    ),
    outputs: new Set([workbook, list, page]),
  };
}
