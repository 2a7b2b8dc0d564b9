import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Workbook } from '../../../pipeline/model/workbook.ts';
import { earlierReturn } from '../../../pipeline/stages/read-returned.ts';
import { ownFolder } from '../../support/command.ts';
import { reportOn, returnsFrom } from '../../support/judged-folder.ts';
import { lintWorkbook } from '../../support/sheet-lint.ts';
import { cellsOf, readBytes } from '../../support/xlsx-parts.ts';

const original = readFileSync('fixtures/sample-month/收件/柳溪镇/6月进度表 柳溪.xlsx');
const copyWords = /^本文件是「.*」的 xlsx 副本，只保留数值和合并单元格/;

/** What comes back of a file handed in under a name, and what it was called. */
async function returnOf(name: string, bytes: Uint8Array): Promise<{ path: string; workbook: Workbook }> {
  const folder = join(ownFolder(), '收件');
  mkdirSync(join(folder, '柳溪镇'), { recursive: true });
  writeFileSync(join(folder, '柳溪镇', name), bytes);
  const report = await reportOn(folder);
  const { files, failures, returned } = await returnsFrom(folder, report);
  expect(failures).toEqual([]);
  const [file] = files;
  if (file === undefined) throw new Error('nothing came back');
  expect([...returned.values()].map(({ path }) => path)).toEqual([file.path]);
  const content = Buffer.from(file.content);
  expect(lintWorkbook(content)).toEqual([]);
  const workbook = await readBytes(content);
  if (typeof workbook === 'string') throw new Error(workbook);
  return { path: file.path, workbook };
}

/** Values by cell, without formulas and formats, which a copy does not keep. */
function valuesIn(workbook: Workbook, sheet: string): Record<string, unknown> {
  const found = workbook.sheets.find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`${sheet} is missing`);
  return Object.fromEntries(
    Object.entries(cellsOf(found)).flatMap(([cell, content]) => {
      const { value } = content as { value: unknown }; // as cellsOf makes them
      return value === null || value === '' ? [] : [[cell, value]];
    }),
  );
}

function changed(name: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(original);
  return zipSync({ ...parts, [name]: strToU8(edit(strFromU8(parts[name] ?? new Uint8Array()))) });
}

const strict = () => {
  const parts = unzipSync(original);
  const strictly = (bytes: Uint8Array) =>
    strToU8(
      strFromU8(bytes)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    );
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [
        name,
        /\.(xml|rels)$/.test(name) ? strictly(bytes) : bytes,
      ]),
    ),
  );
};

describe('a workbook that is not patched comes back as a marked copy that says so', () => {
  test.each([
    ['in Strict OOXML', '支出.xlsx', strict],
    [
      'in the old format',
      '支出.xls',
      () => XLSX.write(XLSX.read(original), { type: 'buffer', bookType: 'biff8' }),
    ],
  ])(
    '%s',
    async (_, name, make) => {
      const { path, workbook } = await returnOf(name, make());
      expect(path).toBe('退回/柳溪镇人民政府/支出.xlsx');
      expect(workbook.sheets.map(({ name: sheet }) => sheet)).toEqual([
        '核验意见',
        '项目分月支出进度表',
        '_回执',
      ]);
      expect(workbook.sheets[0]?.value(4, 1)).toMatch(copyWords);
      const before = await readBytes(original);
      if (typeof before === 'string') throw new Error(before);
      expect(valuesIn(workbook, '项目分月支出进度表')).toEqual(valuesIn(before, '项目分月支出进度表'));
    },
    60_000,
  );

  test('one with macros that is not patched loses them, and the ending that promises them', async () => {
    const { path, workbook } = await returnOf('支出.xlsm', strict());
    expect(path).toBe('退回/柳溪镇人民政府/支出.xlsx');
    expect(workbook.sheets[0]?.value(4, 1)).toMatch(copyWords);
  });
});

describe('a workbook that can be patched', () => {
  test('with macros comes back with its ending', async () => {
    const bytes = changed('[Content_Types].xml', (xml) =>
      xml.replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
    );
    const { path, workbook } = await returnOf('支出.xlsm', bytes);
    expect(path).toBe('退回/柳溪镇人民政府/支出.xlsm');
    expect(workbook.sheets[0]?.value(4, 1)).not.toMatch(copyWords);
  });

  test('with a sheet of its own called 核验意见 keeps it, and ours are known again by the receipt', async () => {
    const parts = unzipSync(original);
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const bytes = zipSync({
      ...parts,
      'xl/worksheets/sheet9.xml': strToU8(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>科室核验意见：同意</t></is></c></row></sheetData></worksheet>',
      ),
      'xl/workbook.xml': strToU8(
        text('xl/workbook.xml').replace(
          '</sheets>',
          '<sheet name="核验意见" sheetId="90" r:id="rId90"/></sheets>',
        ),
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        text('xl/_rels/workbook.xml.rels').replace(
          '</Relationships>',
          '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
        ),
      ),
      '[Content_Types].xml': strToU8(
        text('[Content_Types].xml').replace(
          '</Types>',
          '<Override PartName="/xl/worksheets/sheet9.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        ),
      ),
    });
    const names = ['核验意见(2)', '项目分月支出进度表', '核验意见', '_回执'];
    const folder = join(ownFolder(), '收件');
    mkdirSync(folder);
    writeFileSync(join(folder, '支出.xlsx'), bytes);
    let content: Uint8Array = bytes;
    // Handed in again and again, it stays as it is.
    for (let round = 0; round < 2; round += 1) {
      const { files } = await returnsFrom(folder, await reportOn(folder));
      content = Buffer.from(files[0]?.content ?? '');
      writeFileSync(join(folder, '支出.xlsx'), content);
      const workbook = await readBytes(content);
      if (typeof workbook === 'string') throw new Error(workbook);
      expect(workbook.sheets.map(({ name }) => name)).toEqual(names);
      expect(earlierReturn(workbook)).toEqual({ review: '核验意见(2)', receipt: '_回执' });
      expect(workbook.sheets[2]?.value(1, 1)).toBe('科室核验意见：同意');
    }
    expect(lintWorkbook(content)).toEqual([]);
  });
});
