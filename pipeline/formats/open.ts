import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Text } from '../model/text.ts';
import { defaultLimits, type Limits } from './limits.ts';

/** Something handed in that is not a file to be read: a link, a folder, a pipe, a device. It is named, never followed. */
export interface PassedOver {
  /** Path relative to the folder that was handed in, with `/` between its parts. */
  readonly path: string;
  readonly reason: Text;
}

/** Whether opening ended in something that was passed over. */
export function isPassedOver(opened: SourceFile | Refusal | PassedOver): opened is PassedOver {
  return 'reason' in opened;
}

/**
 * Takes one private copy of a file's bytes, which is all that is judged afterwards.
 *
 * `reportPath` is how reports name the file. Neither links are followed nor does a pipe that nobody writes to
 * make us wait: the file is opened first and asked afterwards what it is, so nothing can be swapped in between.
 *
 * Refuses with TOO_BIG, and with CHANGED_WHILE_READ when the file moves, grows, shrinks or is locked meanwhile.
 *
 * @throws the system's error when the file cannot be read for any other reason, e.g. a missing permission.
 */
export async function openSource(
  absolutePath: string,
  reportPath: string,
  limits: Pick<Limits, 'fileBytes'> = defaultLimits,
): Promise<SourceFile | Refusal | PassedOver> {
  let handle: FileHandle;
  try {
    // Windows can neither refuse links nor open folders: there the name is looked at first.
    const before = openFlags.followsLinks ? await lstat(absolutePath, { bigint: true }) : null;
    if (before !== null && !before.isFile()) return { path: reportPath, reason: whatItIs(before) };
    handle = await open(absolutePath, openFlags.flags);
  } catch (error) {
    const code = systemErrorCode(error);
    const reason = unopenable.get(code);
    if (reason !== undefined) return { path: reportPath, reason };
    if (code === 'ENOENT')
      return refuse('CHANGED_WHILE_READ', { zh: '文件已被移走或改名', en: 'it was moved or renamed' });
    if (code === 'EBUSY')
      return refuse('CHANGED_WHILE_READ', { zh: '文件正被其他程序占用', en: 'another program holds it' });
    throw error;
  }
  try {
    return await readPrivateCopy(handle, reportPath, limits.fileBytes);
  } finally {
    await handle.close();
  }
}

/** Reads an open file once and checks that it stayed the same meanwhile. */
export async function readPrivateCopy(
  handle: Pick<FileHandle, 'read' | 'stat'>,
  reportPath: string,
  maximumBytes: number,
): Promise<SourceFile | Refusal | PassedOver> {
  const before = await handle.stat({ bigint: true });
  if (!before.isFile()) return { path: reportPath, reason: whatItIs(before) };
  if (before.size > maximumBytes) {
    const limit = Math.floor(maximumBytes / 1024 / 1024);
    return refuse('TOO_BIG', { zh: `超过 ${limit} MB`, en: `more than ${limit} MB` });
  }

  const size = Number(before.size);
  // Not from the shared pool: the copy is ours alone.
  const bytes = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }

  // One that grew says so by its size.
  const after = await handle.stat({ bigint: true });
  if (filled !== size || after.size !== before.size || after.mtimeNs !== before.mtimeNs) {
    return refuse('CHANGED_WHILE_READ');
  }
  return { path: reportPath, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const openFlags = {
  flags: constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  followsLinks: constants.O_NOFOLLOW === undefined,
};

const aLink: Text = { zh: '是链接，未读取', en: 'a link, not followed' };
const aFolder: Text = { zh: '是文件夹，不是文件', en: 'a folder, not a file' };
const aPipe: Text = { zh: '是管道或套接字，不是文件', en: 'a pipe or socket, not a file' };
const aDevice: Text = { zh: '是设备，不是文件', en: 'a device, not a file' };

/** What `open` answers when the name is not a regular file. */
const unopenable: ReadonlyMap<string, Text> = new Map([
  ['ELOOP', aLink],
  ['EMLINK', aLink],
  ['EISDIR', aFolder],
  ['ENXIO', aPipe],
  ['ENODEV', aDevice],
]);

function whatItIs(stats: BigIntStats): Text {
  if (stats.isSymbolicLink()) return aLink;
  if (stats.isDirectory()) return aFolder;
  if (stats.isFIFO() || stats.isSocket()) return aPipe;
  return aDevice;
}

function systemErrorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
