import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runBatch } from '../../pipeline/batch.ts';
import type { PreviousUnit, Roster } from '../../pipeline/model/dossier.ts';
import type { Day, Period } from '../../pipeline/model/period.ts';
import { inMemory, type RunReport } from '../../pipeline/model/report.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { rules } from '../../rules/index.ts';

/** What lies on the clerk's desk: files by path, and what the run is told. */
export interface Desk {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly period: Period;
  readonly asOf: Day;
  readonly roster?: Roster;
  readonly previous?: { readonly period: Period; readonly units: ReadonlyMap<string, PreviousUnit> };
}

/** Hands files in: they are written to a folder of their own and run as a batch, every rule with its default settings. */
export async function handIn({ files, period, asOf, roster, previous }: Desk): Promise<RunReport> {
  const loaded = await loadPolicy({ file: null, profile: null, rules });
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.map(String).join('\n'));
  const folder = await mkdtemp(join(tmpdir(), 'budgetlint-mutation-'));
  try {
    for (const { path, bytes } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const { report } = await runBatch({
      discovered: {
        files: files.map(({ path }) => ({ absolute: join(folder, path), path })),
        passedOver: [],
      },
      period,
      asOf,
      lang: 'zh',
      vocabulary: officialVocabulary,
      rules,
      policy: loaded.policy,
      roster: roster ?? null,
      previous: previous === undefined ? null : { ...previous, trend: [] },
      passwords: [],
    });
    return inMemory(report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
