import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { labelsOf } from '../../output/labels.ts';
import { reportJson } from '../../output/report-json.ts';
import type { StoredReport } from '../model/report.ts';
import type { OutputFile } from '../run-folder.ts';
import { bytesIn } from '../spool.ts';
import type { OutputRequest } from './outputs.ts';

/**
 * The files of a run folder when they are what writing them again would give: they were made of this very report, and
 * none has been changed or lost since. Null otherwise.
 */
export async function standingOutputs(
  folder: string,
  report: StoredReport,
  request: OutputRequest,
): Promise<readonly OutputFile[] | null> {
  try {
    const manifest = await readFile(join(folder, 'run.json'));
    const { outputs }: Manifest = JSON.parse(manifest.toString());
    const { json } = labelsOf(request.lang).fileNames;
    if (outputs.find(({ path }) => path === json)?.sha256 !== hashOf(reportJson(report))) return null;
    const files: OutputFile[] = [];
    for (const { path, sha256 } of outputs) {
      const place = join(folder, path);
      if (hashOf(bytesIn(place)) !== sha256) return null;
      files.push({ path, content: bytesIn(place) });
    }
    return [...files, { path: 'run.json', content: manifest }];
  } catch {
    // No run, or one that somebody has been at: it is written anew.
    return null;
  }
}

interface Manifest {
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
}

function hashOf(pieces: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
