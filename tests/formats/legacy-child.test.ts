import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import XLSX from '@e965/xlsx';
import { describe, expect, jest, test } from '@jest/globals';
import { readOle } from '../../pipeline/formats/legacy/index.ts';
import { defaultLimits } from '../../pipeline/formats/limits.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';

jest.setTimeout(120_000);

const book = XLSX.utils.book_new();
const rows = Array.from({ length: 2000 }, (_, row) =>
  Array.from({ length: 12 }, (__, column) => row * column),
);
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '大表');
const xls: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'biff8' });
const mebibyte = 1024 * 1024;

async function read(limits: { cpuMilliseconds: number; memoryBytes: number } | null) {
  const options = { limits: defaultLimits, passwords: [], ...(limits && { jobLimits: limits }) };
  const result = await readOle({ path: '甲镇.xls', bytes: xls, sha256: '' }, options, () => {
    throw new Error('not encrypted');
  });
  return isRefusal(result) ? result : result.sheets[0]?.rowCount;
}

describe('the child process', () => {
  test('is killed when it computes for longer than allowed, and the next file is read', async () => {
    expect(await read({ cpuMilliseconds: 1, memoryBytes: 1024 * mebibyte })).toMatchObject({
      code: 'TIMEOUT',
      message: { zh: '读取超过规定时间（1 秒），已停止。请用 WPS 或 Excel 另存为 .xlsx 后重新报送。' },
    });
    expect(await read(null)).toBe(2000);
  });

  test('is killed when it takes more memory than allowed, and the next file is read', async () => {
    expect(await read({ cpuMilliseconds: 60_000, memoryBytes: 64 * mebibyte })).toMatchObject({
      code: 'TOO_BIG',
      message: { zh: '文件超过大小限制（读取所需内存超过 64 MB）。请删除多余的行列、图片后重新报送。' },
    });
    expect(await read(null)).toBe(2000);
  });

  test('refuses only the file that is at fault among others asked for at the same time', async () => {
    const generous = null;
    const results = await Promise.all([
      read(generous),
      read({ cpuMilliseconds: 1, memoryBytes: 1024 * mebibyte }),
      read(generous),
    ]);
    expect(results).toEqual([2000, expect.objectContaining({ code: 'TIMEOUT' }), 2000]);
  });

  test('does not keep the program alive that used it, nor outlive it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'child-'));
    const file = join(folder, '甲镇.xls');
    writeFileSync(file, xls);
    const formats = pathToFileURL(join(import.meta.dirname, '../../dist/pipeline/formats/index.js'));
    const script = `
      import childProcess from 'node:child_process';
      import { readFileSync } from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { fork } = childProcess;
      let child;
      childProcess.fork = (...parameters) => (child = fork(...parameters));
      syncBuiltinESMExports();
      const { readWorkbook } = await import(${JSON.stringify(formats)});
      const { sheets } = await readWorkbook({ path: 'a.xls', bytes: readFileSync(${JSON.stringify(file)}), sha256: '' });
      console.log(sheets[0].rowCount, child.pid, child.exitCode);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 60_000,
    });
    rmSync(folder, { recursive: true });
    const [count, pid, exitCode] = stdout.trim().split(' ');
    expect([count, exitCode]).toEqual(['2000', 'null']);
    expect(await isGone(Number(pid))).toBe(true);
  });
});

/** Whether a process ends within five seconds. */
async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
