import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { runFolderMarker } from './model/run-folder-marker.ts';

/** One file of a run folder: a relative path with `/` between its parts, and its content, whole or piece by piece. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array | Iterable<Uint8Array>;
}

/** The pieces of a content, once. */
export function* piecesOf(content: OutputFile['content']): Generator<Uint8Array> {
  if (typeof content === 'string') yield Buffer.from(content);
  else if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** A folder beside the run folder for what does not outlive the run. It is made by whoever first needs it. */
export interface Scratch {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Names a temporary sibling of the run folder; the next run removes it where this one could not. */
export function scratchBeside(folder: string): Scratch {
  const { temporary, tag } = siblingOf(resolve(folder));
  underWay.add(tag);
  return {
    folder: temporary,
    async remove() {
      await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
      underWay.delete(tag);
    },
  };
}

/** The output folder holds something that is no run of ours: it is not touched. */
export class NotARunFolder extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`not a run folder: ${folder}`);
    this.folder = folder;
  }
}

const partial = '.partial-';
const replaced = '.replaced-';

/**
 * Whether a folder may become the run folder: it is not there, empty, or an earlier run.
 *
 * @throws NotARunFolder otherwise
 */
export async function checkRunFolder(folder: string): Promise<void> {
  const names: readonly string[] = await readdir(folder).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    if (isCode(error, 'ENOTDIR')) throw new NotARunFolder(folder);
    throw error;
  });
  if (names.length > 0 && !names.includes(runFolderMarker)) throw new NotARunFolder(folder);
}

/**
 * Writes a run folder, whole or not at all: into a temporary sibling first, `run.json` last, everything on disk before
 * it is renamed into place. An earlier run in its place is moved aside and removed only then. Of several runs that
 * write one folder at the same time the last one's result stands, whole; no lock is needed, for a rename either takes
 * the place or finds it taken.
 *
 * @throws NotARunFolder when the place is taken by something else; the system's error when writing fails, with nothing changed
 */
export async function publish(folder: string, files: readonly OutputFile[]): Promise<void> {
  const target = resolve(folder);
  await checkRunFolder(target);
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  const { temporary, tag } = siblingOf(target);
  underWay.add(tag);
  try {
    await mkdir(temporary);
    await writeDurably(
      temporary,
      files.filter((file) => file.path !== runFolderMarker),
    );
    await writeDurably(
      temporary,
      files.filter((file) => file.path === runFolderMarker),
    );
    await syncFolder(temporary);
    await swapIn(temporary, target, join(parent, `.${basename(target)}${replaced}${tag}`));
  } catch (error) {
    // What failed is what the reader is told; a temporary folder that will not go is removed by the next run.
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  } finally {
    underWay.delete(tag);
  }
  await syncFolder(parent);
}

function siblingOf(target: string): { readonly temporary: string; readonly tag: string } {
  const tag = `${process.pid}-${randomBytes(4).toString('hex')}`;
  return { temporary: join(dirname(target), `.${basename(target)}${partial}${tag}`), tag };
}

/** Tags of what this very process is writing: its number alone would also fit a dead run's. */
const underWay = new Set<string>();

/**
 * Writes files one after the other. While the next are written those before are brought to the disk, several at a time:
 * a disk takes many together in little more than the time of one.
 */
async function writeDurably(folder: string, files: readonly OutputFile[]): Promise<void> {
  let onTheWay: Promise<void>[] = [];
  try {
    for (const file of files) {
      const handle = await written(folder, file);
      const synced = handle.sync().finally(() => handle.close());
      // What went wrong is told when all are waited for, not while another is written.
      synced.catch(() => undefined);
      onTheWay.push(synced);
      if (onTheWay.length < filesOnTheWay) continue;
      await Promise.all(onTheWay);
      onTheWay = [];
    }
    await Promise.all(onTheWay);
  } finally {
    // Nothing of the folder may be open when it is removed.
    await Promise.allSettled(onTheWay);
  }
}

/** Files that are brought to the disk at one time. */
const filesOnTheWay = 16;

async function written(folder: string, file: OutputFile): Promise<FileHandle> {
  const path = join(folder, ...file.path.split('/'));
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'wx');
  try {
    if (typeof file.content === 'string' || file.content instanceof Uint8Array) {
      await handle.writeFile(file.content);
    } else {
      for (const some of gathered(file.content)) await handle.writeFile(some);
    }
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** So many bytes are written at once. */
const bytesAtOnce = 2 ** 20;

/** Small pieces put together, so that there are few calls to the system; what is given is there until the next. */
function* gathered(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  const room = new Uint8Array(bytesAtOnce);
  let used = 0;
  for (const piece of pieces) {
    if (used + piece.length > room.length) {
      yield room.subarray(0, used);
      used = 0;
    }
    if (piece.length > room.length) {
      yield piece;
      continue;
    }
    room.set(piece, used);
    used += piece.length;
  }
  yield room.subarray(0, used);
}

/**
 * A rename replaces only an empty folder, so an earlier run steps aside for the moment between two renames. Another run
 * may take the place in that moment: then its result steps aside in turn.
 */
async function swapIn(temporary: string, target: string, aside: string): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const place = `${aside}.${turn}`;
    const hasMoved = await moveAway(target, place);
    try {
      await rename(temporary, target);
    } catch (error) {
      if (isTaken(error) && turn < mostTurns) {
        if (hasMoved) await removeAside(place);
        continue;
      }
      if (hasMoved) await rename(place, target);
      throw error;
    }
    // The new result stands; an old one that will not go is removed by the next run.
    if (hasMoved) await removeAside(place).catch(() => undefined);
    return;
  }
}

/**
 * Removes an earlier run that stood aside. It is renamed to what is always removed first: killed halfway, it would lack
 * the mark by which it is known as a run of ours, and stay for good.
 */
async function removeAside(place: string): Promise<void> {
  const doomed = join(dirname(place), basename(place).replace(replaced, partial));
  await rename(place, doomed);
  await rm(doomed, { recursive: true, force: true });
}

/** Moves an earlier run away, if there is one. What came to stand there since the start is looked at once more. */
async function moveAway(target: string, place: string): Promise<boolean> {
  try {
    await rename(target, place);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
  try {
    await checkRunFolder(place);
  } catch (error) {
    await rename(place, target);
    throw error instanceof NotARunFolder ? new NotARunFolder(target) : error;
  }
  return true;
}

function isTaken(error: unknown): boolean {
  return isCode(error, 'ENOTEMPTY') || isCode(error, 'EEXIST');
}

/** Many more runs than ever write one folder at once. */
const mostTurns = 100;

/** What dead runs left beside a run folder, and what became of it. */
export interface Recovered {
  /** Removed, by name. */
  readonly removed: readonly string[];
  /** Whether the earlier run, which a killed one had moved aside, was put back. */
  readonly isPutBack: boolean;
}

/** Removes what dead runs left beside a run folder, and puts the earlier run back if one died while it stood aside. */
export async function recoverRunFolder(folder: string): Promise<Recovered> {
  const target = resolve(folder);
  const parent = dirname(target);
  const removed: string[] = [];
  let isPutBack = false;
  for (const entry of await readdir(parent).catch(() => [])) {
    const own = ownEntry(entry, basename(target));
    if (own === null || underWay.has(own.tag) || (own.pid !== process.pid && isAlive(own.pid))) continue;
    const path = join(parent, entry);
    if (!(await holdsOnlyOurs(path, own.isAside))) continue;
    if (own.isAside && (await stat(target).catch(() => null)) === null) {
      await rename(path, target);
      isPutBack = true;
      continue;
    }
    await (own.isAside ? removeAside(path) : rm(path, { recursive: true, force: true }));
    removed.push(entry);
  }
  return { removed, isPutBack };
}

/** What stood aside and is no run of ours is kept, whatever its name says. */
async function holdsOnlyOurs(path: string, isAside: boolean): Promise<boolean> {
  if (!isAside) return true;
  return checkRunFolder(path).then(
    () => true,
    () => false,
  );
}

/** Whose temporary folder an entry is; null when it is none of ours. Nothing else that a person put there is touched. */
function ownEntry(
  entry: string,
  name: string,
): { readonly tag: string; readonly pid: number; readonly isAside: boolean } | null {
  const isAside = entry.startsWith(`.${name}${replaced}`);
  if (!isAside && !entry.startsWith(`.${name}${partial}`)) return null;
  const match = /-((\d+)-[0-9a-f]{8})(?:\.\d+)?$/.exec(entry);
  const [, tag, pid] = match ?? [];
  return tag === undefined ? null : { tag, pid: Number(pid), isAside };
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** Makes the names in a folder last; where the system cannot open folders (Windows) there is nothing to do. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    if (!isCode(error, 'EPERM') && !isCode(error, 'EINVAL')) throw error;
  } finally {
    await handle.close();
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
