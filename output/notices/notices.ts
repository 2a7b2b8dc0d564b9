import { groupBy } from '../../pipeline/model/group-by.ts';
import type { WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { classifiedIn } from '../classified.ts';
import { labelsOf } from '../labels.ts';
import { unitFolders } from '../returned/unit-folders.ts';
import { circular } from './circular.ts';
import { unitsToAnswer } from './to-answer.ts';
import { unitNotice } from './unit-notice.ts';

/** A document to be written. */
export interface Notice {
  /** Where it stands in the run folder. */
  readonly path: string;
  readonly write: () => Promise<Uint8Array>;
}

/**
 * The documents of a batch: the draft circular, and a notice in the folder of each unit that has something to answer, so
 * that the folder can be sent as it is.
 *
 * @param returned paths of the marked workbooks in the run folder, which become attachments
 */
export function noticesOf(
  report: WrittenReport,
  language: Language,
  returned: readonly string[],
): readonly Notice[] {
  const { fileNames } = labelsOf(language);
  const folders = unitFolders(report, language);
  const isClassified = classifiedIn(report);
  const inFolder = groupBy(returned, (path) => path.slice(0, path.lastIndexOf('/')));
  const notices = unitsToAnswer(report).flatMap((asked): readonly Notice[] => {
    const folder = folders.get(asked.unit.unit);
    if (folder === undefined || asked.unit.unit === '') return [];
    const marked = (inFolder.get(folder) ?? []).map((path) => path.slice(folder.length + 1));
    return [
      {
        path: `${folder}/${fileNames.notice}`,
        write: () => unitNotice(report, asked, marked, isClassified, language),
      },
    ];
  });
  return [{ path: fileNames.circular, write: () => circular(report, language) }, ...notices];
}
