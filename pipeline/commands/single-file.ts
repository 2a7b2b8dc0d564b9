import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageMistake } from './usage-mistake.ts';

/**
 * A path that an option names for a workbook to be written to.
 *
 * @throws UsageMistake when it is no .xlsx, or would replace something without `--force`
 */
export async function workbookPath(option: string, path: string, force: boolean): Promise<string> {
  if (!path.toLowerCase().endsWith('.xlsx'))
    throw new UsageMistake({
      zh: `${option} ${path} 应以 .xlsx 结尾。`,
      en: `${option} ${path} must end in .xlsx.`,
    });
  const existing = await stat(path).catch(() => null);
  if (existing !== null && (!force || !existing.isFile()))
    throw new UsageMistake({
      zh: `${path} 已存在，未作改动。要覆盖请加 --force。`,
      en: `${path} exists; nothing was changed. Add --force to replace it.`,
    });
  return path;
}

/** A file that is whole or absent: written beside its place and renamed. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const target = resolve(path);
  await mkdir(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target)}.partial-${randomBytes(4).toString('hex')}`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
