import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputFile } from '../run-folder.ts';
import type { FileOutcome, UnitOrder, UnitOutcome } from '../workers/workplace.ts';
import { fileOutcomeFrom, isWorthKeeping, textOfFile, textOfUnit, unitOutcomeFrom } from './outcome-text.ts';

/**
 * What became of files and units, by their content: kept in the run folder, so that the next run into it checks again
 * only what has changed. Never part of a result: a run without it gives the same bytes, only later.
 */
export interface RunCache {
  /** Whether it knows a file of this path, so that looking at the file's content is worth while. */
  knowsPath(path: string): boolean;
  file(path: string, sha256: string): FileOutcome | null;
  unit(order: UnitOrder): UnitOutcome | null;
  keepFile(outcome: FileOutcome): void;
  keepUnit(order: UnitOrder, outcome: UnitOutcome): void;
  /** Which outputs were made of which report, the last time; '' when that is not known. */
  readonly outputs: string;
  /** The cache of this run as a file of the run folder: everything asked for and kept, nothing else. */
  content(outputs: string): OutputFile;
}

const fileName = '.cache';

/**
 * Opens the cache of the run folder.
 *
 * @param key tells everything else that results depend on; a cache with another key is passed over
 * @param isHarmless whether a text may be kept: no numbers of persons in it
 */
export async function openRunCache(
  folder: string,
  key: string,
  isHarmless: (text: string) => boolean,
): Promise<RunCache> {
  const earlier = await readEarlier(folder, key);
  const paths = new Set([...earlier.entries.keys()].flatMap((id) => pathIn(id) ?? []));
  const kept = new Map<string, Buffer>();
  const found = (id: string): string | null => {
    const line = earlier.entries.get(id);
    if (line === undefined) return null;
    kept.set(id, line);
    return line.toString('utf8', line.indexOf(tab) + 1);
  };
  const keep = (id: string, text: string) => {
    // The folder is passed on: numbers of persons have no place in it, and such a file is simply checked again.
    if (isHarmless(text)) kept.set(id, Buffer.from(`${id}\t${text}\n`));
  };
  return {
    outputs: earlier.outputs,
    knowsPath: (path) => paths.has(path),
    file(path, sha256) {
      const text = found(fileId(path, sha256));
      return text === null ? null : fileOutcomeFrom(text);
    },
    unit(order) {
      const text = found(unitId(order));
      return text === null ? null : unitOutcomeFrom(text);
    },
    keepFile(outcome) {
      if (outcome.result !== null && isWorthKeeping(outcome.result))
        keep(fileId(outcome.result.file, outcome.result.sha256), textOfFile(outcome));
    },
    keepUnit(order, outcome) {
      if (outcome.failure === null) keep(unitId(order), textOfUnit(outcome));
    },
    content(outputs) {
      const ids = [...kept.keys()].sort();
      const lines = Buffer.concat(ids.flatMap((id) => kept.get(id) ?? []));
      const head = Buffer.from(`${key} ${outputs} ${hashOf(lines)}\n`);
      return { path: fileName, content: Buffer.concat([head, lines]) };
    },
  };
}

const tab = 9;
const lineFeed = 10;

interface Earlier {
  readonly outputs: string;
  /** Whole lines by what stands before the tab. */
  readonly entries: ReadonlyMap<string, Buffer>;
}

async function readEarlier(folder: string, key: string): Promise<Earlier> {
  const entries = new Map<string, Buffer>();
  const content = await readFile(join(folder, fileName)).catch(() => null);
  if (content === null) return { outputs: '', entries };
  const end = content.indexOf(lineFeed);
  const [stated, outputs = '', hash] = content.toString('utf8', 0, Math.max(0, end)).split(' ');
  // Of another run, or damaged: as good as none.
  if (stated !== key || hash !== hashOf(content.subarray(end + 1))) return { outputs: '', entries };
  for (let start = end + 1; start < content.length; ) {
    const next = content.indexOf(lineFeed, start) + 1;
    const line = content.subarray(start, next);
    entries.set(line.toString('utf8', 0, line.indexOf(tab)), line);
    start = next;
  }
  return { outputs, entries };
}

function fileId(path: string, sha256: string): string {
  return `file ${sha256} ${JSON.stringify(path)}`;
}

function pathIn(id: string): string | null {
  const match = /^file \S+ (.*)$/.exec(id);
  return match?.[1] === undefined ? null : JSON.parse(match[1]);
}

/** The unit, the files its submissions are in and which of them count. */
function unitId({ unit, files, submissions, superseded, unjudged }: UnitOrder): string {
  const members = files.map(({ path, sha256 }) => [path, sha256]);
  const described = JSON.stringify([unit, members, submissions, superseded, unjudged]);
  return `unit ${hashOf(described)}`;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
