import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { labelsOf } from '../../output/labels.ts';
import { reportJson } from '../../output/report-json.ts';
import type { RunReport } from '../model/report.ts';
import type { OutputRequest } from './outputs.ts';

/**
 * The paths of a run folder's outputs when they are what writing them again would give: they were made of this very
 * report, and none has been changed, added or lost since. Null otherwise.
 */
export async function standingOutputs(
  folder: string,
  report: RunReport,
  request: OutputRequest,
): Promise<readonly string[] | null> {
  try {
    const { outputs }: Manifest = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'));
    const { json } = labelsOf(request.lang).fileNames;
    if (outputs.find(({ path }) => path === json)?.sha256 !== hashOf(reportJson(report))) return null;
    for (const { path, sha256 } of outputs)
      if (hashOf(await readFile(join(folder, path))) !== sha256) return null;
    return outputs.map(({ path }) => path);
  } catch {
    // No run, or one that somebody has been at: it is written anew.
    return null;
  }
}

interface Manifest {
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
