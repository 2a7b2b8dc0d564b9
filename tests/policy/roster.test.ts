import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { loadRoster } from '../../pipeline/policy/roster.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const csv = '单位编码,单位名称,别名,应报报表,截止日\r\n001001,示例区教育局,"区教育局,教体局",T01、T03,8\r\n';
const roster = [
  { code: '001001', name: '示例区教育局', aliases: ['区教育局', '教体局'], owes: ['T01', 'T03'], dueDay: 8 },
];

describe('a roster file', () => {
  test('may be a CSV with its mark of UTF-8', async () => {
    expect(await loadRoster(await fileOf('名册.csv', `\ufeff${csv}`))).toEqual({ roster });
  });

  test('may be a CSV in GB18030, as Excel saves it', async () => {
    expect(await loadRoster(await fileOf('旧名册.csv', iconv.encode(csv, 'gb18030')))).toEqual({ roster });
  });

  test('may be a workbook', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('名册');
    sheet.addRow(['示例区预算单位名册']);
    sheet.addRow(['单位编码', '单位名称', '别名', '应报报表', '截止日']);
    sheet.addRow(['001001', '示例区教育局', '区教育局、教体局', 'T01、T03', 8]);
    const path = await fileOf('名册.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(await loadRoster(path)).toEqual({ roster });
  });

  test('may be reached through a link', async () => {
    const link = join(folder, 'link.csv');
    await symlink(await fileOf('linked.csv', csv), link);
    expect(await loadRoster(link)).toEqual({ roster });
  });
});

describe('a roster that cannot be read says why', () => {
  test('when it is not there', async () => {
    expect(await mistakesOf(join(folder, 'none.csv'))).toEqual(['名册 none.csv：找不到这个文件。']);
  });

  test('when it is a folder', async () => {
    const path = join(folder, 'folder.csv');
    await mkdir(path);
    expect(await mistakesOf(path)).toEqual(['名册 folder.csv：是文件夹，不是文件。']);
  });

  test('when it is empty', async () => {
    expect(await mistakesOf(await fileOf('empty.csv', ''))).toEqual([
      expect.stringMatching(/^名册 empty\.csv：文件是空的/),
    ]);
  });

  test('when a row of it is wrong', async () => {
    expect(await mistakesOf(await fileOf('wrong.csv', '单位名称,截止日\n示例区教育局,月底\n'))).toEqual([
      '名册 wrong.csv 第 2 行：截止日“月底”应为 1 到 31 的整数，即次月几日。',
    ]);
  });
});

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function mistakesOf(path: string): Promise<string[]> {
  const loaded = await loadRoster(path);
  return 'mistakes' in loaded ? loaded.mistakes.map(({ message }) => message.zh) : [];
}
