import type { Text } from '../model/text.ts';

/** The disk or the system did not let us write: said in the reader's language, with what to do. Nothing was lost. */
export class CannotWrite extends Error {
  readonly sentence: Text;

  constructor(folder: string, trouble: Text, cause: unknown) {
    super(`cannot write to ${folder}`, { cause });
    this.sentence = {
      zh: `没能写出报告到 ${folder}：${trouble.zh}原有的报告完好。`,
      en: `The reports could not be written to ${folder}: ${trouble.en} Earlier reports are intact.`,
    };
  }
}

/** Gives what a failed write is to be reported as: our own sentence for a system error, any other error as it is. */
export function whyNotWritten(folder: string, error: unknown): unknown {
  const trouble = systemTrouble(error);
  return trouble === null ? error : new CannotWrite(folder, trouble, error);
}

/** A system error in words, and what to do about it; null for an error that is not the system's. */
export function systemTrouble(error: unknown): Text | null {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return null;
  const code = String(error.code);
  return (
    troubles.get(code) ?? {
      zh: `系统报告错误 ${code}。请检查磁盘和文件夹后重新运行。`,
      en: `the system reports ${code}. Check the disk and the folder, then run again.`,
    }
  );
}

const full: Text = {
  zh: '磁盘已满。请腾出空间后重新运行。',
  en: 'the disk is full. Make room, then run again.',
};
const notAllowed: Text = {
  zh: '没有写入权限，或文件正被其他程序打开。请关闭已打开的报告，或换一个文件夹。',
  en: 'writing is not permitted, or another program holds a file. Close opened reports, or choose another folder.',
};
const noFolder: Text = {
  zh: '路径不存在，或其中一段不是文件夹。请换一个文件夹。',
  en: 'the path does not exist, or a part of it is no folder. Choose another folder.',
};

const troubles: ReadonlyMap<string, Text> = new Map([
  ['ENOSPC', full],
  [
    'EDQUOT',
    {
      zh: '磁盘配额已用完。请腾出空间后重新运行。',
      en: 'the disk quota is used up. Make room, then run again.',
    },
  ],
  ['EFBIG', { zh: '文件超过系统允许的大小。', en: 'a file exceeds the size the system allows.' }],
  [
    'EIO',
    {
      zh: '磁盘读写出错。请检查磁盘或网络盘后重新运行。',
      en: 'the disk failed. Check the disk or network drive, then run again.',
    },
  ],
  ['EACCES', notAllowed],
  ['EPERM', notAllowed],
  ['EBUSY', notAllowed],
  [
    'EROFS',
    { zh: '文件夹是只读的。请换一个文件夹。', en: 'the folder is read-only. Choose another folder.' },
  ],
  ['ENOENT', noFolder],
  ['ENOTDIR', noFolder],
  [
    'ENAMETOOLONG',
    { zh: '路径太长。请换一个较短的文件夹名。', en: 'the path is too long. Choose a shorter folder name.' },
  ],
  [
    'EMFILE',
    {
      zh: '打开的文件过多。请关闭其他程序后重新运行。',
      en: 'too many files are open. Close other programs, then run again.',
    },
  ],
]);
