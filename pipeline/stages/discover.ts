import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { byCodeUnit } from '../model/order.ts';
import { runFolderMarker } from '../model/run-folder-marker.ts';
import type { Text } from '../model/text.ts';

/** The files of a batch, in the order of their names; what was not looked at, and why. */
export interface Discovered {
  readonly files: readonly FoundFile[];
  readonly passedOver: readonly { readonly path: string; readonly reason: Text }[];
}

export interface FoundFile {
  readonly absolute: string;
  /** Path as reports name it: relative to the folder handed in, `/` between its parts. */
  readonly path: string;
}

/** A path that was given and is not there. */
export class PathNotFound extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`no such file or folder: ${path}`);
    this.path = path;
  }
}

/**
 * Finds every file under the paths given. Office lock files (`~$…`), hidden files and links that lead out of the
 * folder are passed over and named. Run folders below it are ours and nobody handed them in: a clerk who keeps reports
 * beside what was handed in gets the same report again. The order does not depend on the file system or the locale.
 *
 * @throws PathNotFound when a path given does not exist
 */
export async function discover(paths: readonly string[]): Promise<Discovered> {
  const files: FoundFile[] = [];
  const passedOver: { path: string; reason: Text }[] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    const stats = await lstat(absolute).catch(() => null);
    if (stats === null) throw new PathNotFound(path);
    const real = await realpath(absolute);
    if ((await lstat(real)).isDirectory()) await walk(real, real, files, passedOver);
    else files.push({ absolute: real, path: basename(absolute) });
  }
  const inOrder = files.toSorted(
    (one, other) => byCodeUnit(one.path, other.path) || byCodeUnit(one.absolute, other.absolute),
  );
  return {
    files: withDistinctPaths(inOrder),
    passedOver: passedOver.toSorted((one, other) => byCodeUnit(one.path, other.path)),
  };
}

async function walk(
  root: string,
  folder: string,
  files: FoundFile[],
  passedOver: { path: string; reason: Text }[],
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (folder !== root && entries.some(({ name }) => name === runFolderMarker)) return;
  for (const entry of entries) {
    const absolute = join(folder, entry.name);
    const path = relative(root, absolute).split(sep).join('/');
    if (entry.name.startsWith('~$') || entry.name.startsWith('.~')) {
      passedOver.push({ path, reason: { zh: 'Office 临时锁文件', en: 'lock file of an open document' } });
    } else if (entry.name.startsWith('.') || entry.name === 'Thumbs.db' || entry.name === 'desktop.ini') {
      passedOver.push({ path, reason: { zh: '隐藏文件', en: 'hidden file' } });
    } else if (entry.isDirectory()) {
      await walk(root, absolute, files, passedOver);
    } else if (entry.isSymbolicLink()) {
      await followLink(root, absolute, path, files, passedOver);
    } else {
      files.push({ absolute, path });
    }
  }
}

/** A link to a file inside the folder counts as that file; any other is passed over. */
async function followLink(
  root: string,
  absolute: string,
  path: string,
  files: FoundFile[],
  passedOver: { path: string; reason: Text }[],
): Promise<void> {
  const target = await realpath(absolute).catch(() => null);
  const isInside = target?.startsWith(root + sep) === true && (await lstat(target)).isFile();
  if (isInside && target !== null) files.push({ absolute: target, path });
  else passedOver.push({ path, reason: { zh: '符号链接', en: 'symbolic link' } });
}

/** Two files of one name, given as separate paths, are told apart by their folder. */
function withDistinctPaths(files: readonly FoundFile[]): readonly FoundFile[] {
  const seen = new Map<string, string>();
  const distinct: FoundFile[] = [];
  for (const file of files) {
    const twin = seen.get(file.path);
    if (twin === file.absolute) continue;
    let path = file.path;
    for (let count = 2; seen.has(path); count += 1) path = file.path.replace(/(\.[^./]*)?$/, `(${count})$1`);
    seen.set(path, file.absolute);
    distinct.push({ ...file, path });
  }
  return distinct;
}
