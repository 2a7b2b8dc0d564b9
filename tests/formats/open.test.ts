import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isPassedOver, openSource, readPrivateCopy } from '../../pipeline/formats/open.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const onUnix = process.platform === 'win32' ? test.skip : test;

describe('a regular file', () => {
  test('is copied whole and hashed', async () => {
    writeFileSync(join(folder, '甲镇.xlsx'), 'abc');
    expect(await openSource(join(folder, '甲镇.xlsx'), '收件/甲镇.xlsx')).toEqual({
      path: '收件/甲镇.xlsx',
      bytes: Buffer.from('abc'),
      sha256: createHash('sha256').update('abc').digest('hex'),
    });
  });

  test('may be empty', async () => {
    writeFileSync(join(folder, '空.xlsx'), '');
    expect(await openSource(join(folder, '空.xlsx'), '空.xlsx')).toMatchObject({ bytes: Buffer.alloc(0) });
  });

  test('is not changed by later writes once it is read', async () => {
    const path = join(folder, '甲镇.xlsx');
    writeFileSync(path, 'abc');
    const opened = await openSource(path, '甲镇.xlsx');
    writeFileSync(path, 'xyz');
    expect(opened).toMatchObject({ bytes: Buffer.from('abc') });
  });

  test('of exactly the limit is read, of one byte more is refused unread', async () => {
    const path = join(folder, '大.xlsx');
    writeFileSync(path, Buffer.alloc(1024));
    expect(await openSource(path, '大.xlsx', { fileBytes: 1024 })).toMatchObject({ path: '大.xlsx' });
    expect(await openSource(path, '大.xlsx', { fileBytes: 1023 })).toMatchObject({ code: 'TOO_BIG' });
  });

  test('of 101 MB is refused by default', async () => {
    const path = join(folder, '大.xlsx');
    writeFileSync(path, '');
    truncateSync(path, 101 * 1024 * 1024);
    expect(await openSource(path, '大.xlsx')).toMatchObject({
      code: 'TOO_BIG',
      message: { zh: '文件超过大小限制（超过 100 MB）。请删除多余的行列、图片后重新报送。' },
    });
  });
});

describe('what is not a regular file is passed over and named', () => {
  onUnix('a link, even to a good file', async () => {
    writeFileSync(join(folder, '真.xlsx'), 'abc');
    symlinkSync(join(folder, '真.xlsx'), join(folder, '链接.xlsx'));
    expect(await openSource(join(folder, '链接.xlsx'), '链接.xlsx')).toEqual({
      path: '链接.xlsx',
      reason: { zh: '是链接，未读取', en: 'a link, not followed' },
    });
  });

  test('a folder named like a workbook', async () => {
    mkdirSync(join(folder, '夹.xlsx'));
    const opened = await openSource(join(folder, '夹.xlsx'), '夹.xlsx');
    expect(isPassedOver(opened)).toBe(true);
    expect(opened).toMatchObject({ reason: { zh: '是文件夹，不是文件' } });
  });

  onUnix('a pipe, without waiting for a writer', async () => {
    execFileSync('mkfifo', [join(folder, '管.xlsx')]);
    expect(await openSource(join(folder, '管.xlsx'), '管.xlsx')).toMatchObject({
      reason: { zh: '是管道或套接字，不是文件' },
    });
  });

  onUnix('a socket', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, 's.xlsx'), resolve));
    try {
      expect(await openSource(join(folder, 's.xlsx'), 's.xlsx')).toMatchObject({
        reason: { zh: '是管道或套接字，不是文件' },
      });
    } finally {
      server.close();
    }
  });

  onUnix('a device that would never end', async () => {
    expect(await openSource('/dev/zero', 'zero.xlsx')).toMatchObject({ reason: { zh: '是设备，不是文件' } });
  });
});

describe('a file that moves under our hands is refused', () => {
  /** Opens a file of 3 bytes and does something to it after the first read. */
  async function readWhile(change: (path: string) => void) {
    const path = join(folder, '甲镇.xlsx');
    writeFileSync(path, 'abc');
    const handle = await open(path);
    let reads = 0;
    const meddler = {
      stat: handle.stat.bind(handle),
      read: async (...parameters: unknown[]) => {
        // The arguments are passed through unread; their type is that of the read they stand in for.
        const result = await Reflect.apply(handle.read, handle, parameters);
        reads += 1;
        if (reads === 1) change(path);
        return result;
      },
    };
    try {
      // The stand-in forwards every call, so it is a handle as far as reading and asking go.
      return await readPrivateCopy(meddler as Pick<typeof handle, 'read' | 'stat'>, '甲镇.xlsx', 1000);
    } finally {
      await handle.close();
    }
  }

  test('when nothing happens it is read: the meddling itself is not what is refused', async () => {
    expect(await readWhile(() => undefined)).toMatchObject({ bytes: Buffer.from('abc') });
  });

  test('when it grows', async () => {
    expect(await readWhile((path) => appendFileSync(path, 'd'))).toMatchObject({
      code: 'CHANGED_WHILE_READ',
    });
  });

  test('when it shrinks', async () => {
    expect(await readWhile((path) => truncateSync(path, 1))).toMatchObject({ code: 'CHANGED_WHILE_READ' });
  });

  test('when it is rewritten at the same length', async () => {
    expect(
      await readWhile((path) => {
        // The clock of the file system may tick only every few milliseconds.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
        writeFileSync(path, 'xyz');
      }),
    ).toMatchObject({ code: 'CHANGED_WHILE_READ' });
  });

  test('when it is gone before it is opened', async () => {
    expect(await openSource(join(folder, '没有.xlsx'), '没有.xlsx')).toMatchObject({
      code: 'CHANGED_WHILE_READ',
      message: {
        en: 'The file changed while it was read (it was moved or renamed). Close it and check again.',
      },
    });
  });
});
