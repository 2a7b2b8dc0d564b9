import { readWorkbook } from '../../pipeline/formats/index.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';
import type { Submission } from '../../pipeline/model/submission.ts';
import { extract } from '../../pipeline/stages/extract.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { recognise } from '../../pipeline/stages/recognise.ts';

/**
 * What the first sheet of a file was read as, without any check.
 *
 * @param content bytes, or the text of a CSV
 * @throws Error when it is refused or no template fits
 */
export async function submissionIn(path: string, content: string | Uint8Array): Promise<Submission> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = { path, bytes: new Uint8Array(bytes), sha256: '' };
  const workbook = await readWorkbook(source);
  if (isRefusal(workbook)) throw new Error(workbook.code);
  const sheet = workbook.sheets[0];
  const recognised = sheet === undefined ? undefined : recognise(sheet, path, officialVocabulary).taken[0];
  if (sheet === undefined || recognised === undefined) throw new Error('not recognised');
  return extract(sheet, recognised, { source, workbook, period: '2023-06', roster: null, cover: [] });
}
