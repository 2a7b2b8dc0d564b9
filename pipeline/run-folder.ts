import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** One file of a run folder: a relative path with `/` between its parts, and its whole content. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The output folder holds something that is no run of ours: it is not touched. */
export class NotARunFolder extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`not a run folder: ${folder}`);
    this.folder = folder;
  }
}

const marker = 'run.json';
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
  if (names.length > 0 && !names.includes(marker)) throw new NotARunFolder(folder);
}

/**
 * Writes a run folder, whole or not at all: into a temporary sibling first, `run.json` last, everything on disk before
 * it is renamed into place. An earlier run in its place is moved aside and removed only then.
 *
 * @returns leftovers of runs that died, which were removed, by name
 * @throws NotARunFolder when the place is taken by something else; the system's error when writing fails, with nothing changed
 */
export async function publish(folder: string, files: readonly OutputFile[]): Promise<readonly string[]> {
  const target = resolve(folder);
  await checkRunFolder(target);
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  const leftovers = await removeLeftovers(parent, basename(target));
  const tag = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const temporary = join(parent, `.${basename(target)}${partial}${tag}`);
  try {
    await mkdir(temporary);
    const last = files.filter((file) => file.path === marker);
    for (const file of [...files.filter((one) => one.path !== marker), ...last])
      await writeDurably(temporary, file);
    await syncFolder(temporary);
    await swapIn(temporary, target, join(parent, `.${basename(target)}${replaced}${tag}`));
    await syncFolder(parent);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  return leftovers;
}

async function writeDurably(folder: string, file: OutputFile): Promise<void> {
  const path = join(folder, ...file.path.split('/'));
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(file.content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename replaces only an empty folder, so an earlier run steps aside for the moment between two renames. */
async function swapIn(temporary: string, target: string, aside: string): Promise<void> {
  const isTaken = await stat(target).then(
    () => true,
    () => false,
  );
  if (!isTaken) {
    await rename(temporary, target);
    return;
  }
  await rename(target, aside);
  try {
    await rename(temporary, target);
  } catch (error) {
    await rename(aside, target);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/**
 * Removes what dead runs left beside the folder. A run that was killed between the two renames left the earlier run
 * aside: it is put back.
 */
async function removeLeftovers(parent: string, name: string): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const entry of await readdir(parent)) {
    const isAside = entry.startsWith(`.${name}${replaced}`);
    if (!isAside && !entry.startsWith(`.${name}${partial}`)) continue;
    if (isAlive(Number(/-(\d+)-[0-9a-f]{8}$/.exec(entry)?.[1] ?? 0))) continue;
    if (isAside && (await stat(join(parent, name)).catch(() => null)) === null) {
      await rename(join(parent, entry), join(parent, name));
      continue;
    }
    await rm(join(parent, entry), { recursive: true, force: true });
    removed.push(entry);
  }
  return removed;
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
  return error instanceof Error && 'code' in error && error.code === code;
}
