import { runBatch } from '../../pipeline/batch.ts';
import { returnedFiles } from '../../pipeline/commands/returned-files.ts';
import { inMemory, type RunReport } from '../../pipeline/model/report.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import { discover } from '../../pipeline/stages/discover.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { rules } from '../../rules/index.ts';

/** The report on a folder of files, as a run for June makes it, without roster and earlier runs. */
export async function reportOn(folder: string): Promise<RunReport> {
  const loaded = await loadPolicy({ file: null, profile: null, rules });
  if (!('policy' in loaded)) throw new Error('the settings do not load');
  const { report } = await runBatch({
    discovered: await discover([folder]),
    period: '2023-06',
    asOf: '2023-07-12',
    lang: 'zh',
    vocabulary: officialVocabulary,
    rules,
    policy: loaded.policy,
    roster: null,
    previous: null,
    passwords: [],
  });
  return inMemory(report);
}

/** The files of the folder that go back after such a report. */
export async function returnsFrom(folder: string, report: RunReport) {
  return await returnedFiles(
    report,
    { files: (await discover([folder])).files, passwords: [] },
    'zh',
    (bytes) => bytes,
  );
}
