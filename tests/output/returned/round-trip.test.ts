import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { anomalyList } from '../../../output/anomaly-list.ts';
import { reportPage } from '../../../output/html/report-page.ts';
import { reportJson } from '../../../output/report-json.ts';
import { varianceWorkbook } from '../../../output/variance-workbook/variance-workbook.ts';
import type { RunReport } from '../../../pipeline/model/report.ts';
import { openSpool } from '../../../pipeline/spool.ts';
import { textOf } from '../../support/bytes-of.ts';
import { ownFolder } from '../../support/command.ts';
import { findOffice, savedByOffice } from '../../support/find-office.ts';
import { reportOn, returnsFrom } from '../../support/judged-folder.ts';
import { cellsOf, readBytes } from '../../support/xlsx-parts.ts';

const inbox = 'fixtures/sample-month/收件';
const office = findOffice();
const reason = '因天气原因工期顺延，预计8月支付。';

describe('a unit that gets its files back, explains and hands them in again', () => {
  const first = join(ownFolder(), '收件');
  const second = join(ownFolder(), '收件');
  let before: RunReport;
  let after: RunReport;
  let returned: Awaited<ReturnType<typeof returnsFrom>>['files'];

  beforeAll(async () => {
    cpSync(join(inbox, '柳溪镇'), join(first, '柳溪镇'), { recursive: true });
    cpSync(join(inbox, '民政局6月进度表.csv'), join(first, '民政局6月进度表.csv'));
    before = await reportOn(first);
    const written = await returnsFrom(first, before);
    expect(written.failures).toEqual([]);
    returned = written.files;
    for (const { path, content } of returned) {
      const file = join(second, path.split('/').slice(1).join('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await explained(content));
    }
    after = await reportOn(second);
  }, 60_000);

  test('finds its words beside the findings they are about, by key', () => {
    const explainedBefore = before.findings.filter(({ explanation }) => explanation?.includes(reason));
    expect(explainedBefore).toEqual([]);
    const explainedAfter = after.findings.filter(({ explanation }) => explanation?.includes(reason));
    expect(explainedAfter.length).toBe(returned.length);
    const keys = new Set(before.findings.map(({ key }) => key));
    for (const { key } of explainedAfter) expect(keys.has(key)).toBe(true);
  });

  test('prints them beside their findings in the workbook, the list, the page and the data', async () => {
    const list = textOf(await anomalyList(after, 'zh', openSpool(null)));
    expect(list.split(reason).length - 1).toBe(returned.length);
    expect((await reportPage(after, 'zh')).split(reason).length - 1).toBe(returned.length);
    expect(textOf(reportJson(after)).split(reason).length - 1).toBe(returned.length);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(await varianceWorkbook(after, 'zh')).buffer);
    const sheet = workbook.getWorksheet('异常');
    const said = sheet?.getColumn(10).values.filter((value) => String(value).includes(reason));
    expect(said).toHaveLength(returned.length);
    const row = sheet?.getColumn(10).values.findIndex((value) => String(value).includes(reason)) ?? 0;
    expect(sheet?.getCell(row, 11).value).toMatch(/^(待整改|已说明待核)$/);
  });

  (office === null ? test.skip : test)(
    'finds them too in a workbook that LibreOffice saved',
    async () => {
      const third = join(ownFolder(), '收件');
      const { path, content } = returned.find(({ path: one }) => one.includes('6月进度表 柳溪')) ?? {};
      if (path === undefined || content === undefined) throw new Error('not returned');
      mkdirSync(join(third, '柳溪镇'), { recursive: true });
      writeFileSync(
        join(third, '柳溪镇', '6月进度表 柳溪.xlsx'),
        savedByOffice(office ?? '', await explained(content)),
      );
      const report = await reportOn(third);
      const own = report.findings.filter(({ explanation }) => explanation?.includes(reason));
      expect(own).toHaveLength(1);
      expect(report.submissions.map(({ sheet }) => sheet)).not.toContain('核验意见');
    },
    90_000,
  );

  test('our own sheets are no data: the findings are those of before, and no sheet of ours is named', () => {
    // The copy of a csv file keeps its texts as texts, where a csv file has nothing but texts.
    const keys = (report: RunReport) =>
      report.findings
        .map(({ key }) => key)
        .filter((key) => !key.endsWith(' text-number'))
        .sort();
    expect(keys(after)).toEqual(keys(before));
    const sheets = after.submissions.map(({ sheet }) => sheet);
    expect(sheets).not.toContain('核验意见');
    expect(sheets).not.toContain('_回执');
  });

  test('returned again it has one review, with what was written in it', async () => {
    const again = (await returnsFrom(second, after)).files.find(({ path }) =>
      path.includes('6月进度表 柳溪'),
    );
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(again?.content ?? '').buffer);
    expect(workbook.worksheets.filter(({ name }) => name.startsWith('核验意见'))).toHaveLength(1);
    const answers = workbook.getWorksheet('核验意见')?.getColumn(7).values.map(String) ?? [];
    expect(answers.some((answer) => answer.includes(reason))).toBe(true);
  });

  test('a csv file comes back as a marked xlsx copy that says so and holds every value', async () => {
    const copy = returned.find(({ path }) => path.endsWith('民政局6月进度表.xlsx'));
    const read = await readBytes(Buffer.from(copy?.content ?? ''));
    if (typeof read === 'string') throw new Error(read);
    expect(read.sheets[0]?.value(4, 1)).toContain('「民政局6月进度表.csv」的 xlsx 副本');
    const { readCsv } = await import('../../../pipeline/formats/csv/index.ts');
    const { defaultLimits } = await import('../../../pipeline/formats/limits.ts');
    const bytes = readFileSync(join(first, '民政局6月进度表.csv'));
    const original = await readCsv({ path: 'a.csv', bytes, sha256: '' }, defaultLimits);
    if (!('sheets' in original)) throw new Error('not read');
    const values = (sheet: (typeof read.sheets)[number] | undefined) =>
      sheet === undefined
        ? []
        : Object.values(cellsOf(sheet)).map((cell) => (cell as { value: unknown }).value); // as cellsOf makes them
    expect(values(read.sheets[1])).toEqual(values(original.sheets[0]));
  });

  test('an original that changed after it was judged is a failure, and the others are returned', async () => {
    writeFileSync(join(first, '柳溪镇', '三保.xlsx'), 'something else');
    const { files, failures } = await returnsFrom(first, before);
    expect(failures).toEqual([
      {
        stage: 'write',
        rule: null,
        file: '柳溪镇/三保.xlsx',
        message: '文件在核验后被改动、移走或无法再读取，没有退回标注',
      },
    ]);
    expect(files.length).toBe(returned.length - 1);
  });
});

/** The workbook as saved by another program, with a reason written beside its first finding. */
async function explained(content: string | Uint8Array): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(content).buffer);
  const review = workbook.getWorksheet('核验意见');
  if (review === undefined) throw new Error('no review');
  review.getCell('G6').value = reason;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
