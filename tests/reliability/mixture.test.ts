import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { runBatch } from '../../pipeline/batch.ts';
import { refusalCodes } from '../../pipeline/model/refusal.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import { discover } from '../../pipeline/stages/discover.ts';
import { officialVocabulary as vocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { rules } from '../../rules/index.ts';
import { writeSchedules } from '../bench/files.ts';
import { ownFolder } from '../support/command.ts';

const good = 'fixtures/sample-month/收件/教育局6月分月支出进度表.xlsx';
const bytes = readFileSync(good);
const text = (words: string) => new TextEncoder().encode(words);
/** The good workbook with its first sheet exchanged. */
const workbook = (sheet: Uint8Array) => zipSync({ ...unzipSync(bytes), 'xl/worksheets/sheet1.xml': sheet });

/** Files that cannot be read, and the codes that may say why. */
const bad: Readonly<Record<string, readonly [content: Uint8Array, codes: readonly string[]]>> = {
  empty: [new Uint8Array(0), ['EMPTY_FILE']],
  junk: [
    Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251),
    ['NOT_A_WORKBOOK', 'BAD_TEXT'],
  ],
  'cut short': [bytes.subarray(0, Math.floor(bytes.length / 2)), ['TRUNCATED', 'CORRUPT']],
  'one byte changed': [changed(bytes), ['BAD_CRC', 'CORRUPT', 'SIZE_LIES']],
  'a picture': [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
    ['NOT_A_WORKBOOK', 'UNSUPPORTED_FORMAT', 'BAD_TEXT'],
  ],
  'a zip of nothing': [zipSync({}), ['UNSUPPORTED_FORMAT', 'NOT_A_WORKBOOK']],
  'a definition': [workbook(text('<!DOCTYPE x [<!ENTITY e "x">]><worksheet/>')), ['DTD_NOT_ALLOWED']],
  'a bomb': [workbook(new Uint8Array(64 * 1024 * 1024)), ['RATIO', 'TOO_BIG']],
  'another table': [text('品名,数量\n铅笔,3\n'), ['UNKNOWN_TEMPLATE']],
};

const loaded = await loadPolicy({ file: null, profile: null, rules });
if (!('policy' in loaded)) throw new Error('the sample settings do not load');
const { policy } = loaded;

describe('a unit whose files come in far apart', () => {
  test('is judged by all of them, as if they had come in together', async () => {
    const others = ownFolder();
    await writeSchedules(others, 30);
    const [together, apart] = [ownFolder(), ownFolder()];
    const [first, last] = ['示例第1镇人民政府.xlsx', '示例第9镇人民政府.xlsx'];
    const own = join(others, '示例第5镇人民政府.xlsx');
    for (const name of readdirSync(others)) copyFileSync(join(others, name), join(apart, name));
    for (const folder of [together, apart]) {
      copyFileSync(own, join(folder, `0 ${first}`));
      copyFileSync(own, join(folder, `终 ${last}`));
    }
    rmSync(join(apart, '示例第5镇人民政府.xlsx'));
    const [alone, among] = [await run(together), await run(apart)];
    const unit = '示例第5镇人民政府';
    expect([...alone.findings].length).toBeGreaterThan(0);
    expect([...among.findings].filter((finding) => finding.unit === unit)).toEqual([...alone.findings]);
    const kept = ({ submissions }: typeof alone) => submissions.filter((one) => one.unit === unit);
    expect(kept(among)).toEqual(kept(alone));
    expect(kept(alone).map(({ status }) => status)).toEqual(['superseded', 'checked']);
    expect(among.failures).toEqual([]);
  }, 60_000);
});

describe('no file stops the others', () => {
  test.each(Object.entries(bad))(
    '%s between twenty good ones: twenty results and one refusal',
    async (_, one) => {
      const [content, codes] = one;
      const folder = ownFolder();
      for (let index = 0; index < 20; index += 1) copyFileSync(good, join(folder, `${index + 10}.xlsx`));
      writeFileSync(join(folder, '19-bad.xlsx'), content);
      const report = await run(folder);
      const refused = report.submissions.filter((each) => each.refusal !== null);
      expect(refused.map(({ file, status }) => [file, status])).toEqual([['19-bad.xlsx', 'refused']]);
      expect(codes).toContain(refused[0]?.refusal?.code);
      expect(new Set(report.submissions.map(({ file }) => file)).size).toBe(21);
      expect(report.failures).toEqual([]);
    },
    60_000,
  );

  test('any mixture: every file handed in ends as exactly one of read or refused', async () => {
    const kinds = ['good', ...Object.keys(bad)];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 12 }),
        async (mixture) => {
          const folder = ownFolder();
          for (const [index, kind] of mixture.entries())
            writeFileSync(join(folder, `${index}.xlsx`), bad[kind]?.[0] ?? bytes);
          const report = await run(folder);
          const codes = new Map(report.submissions.map(({ file, refusal }) => [file, refusal?.code ?? null]));
          expect(report.summary.files).toBe(mixture.length);
          expect(report.failures).toEqual([]);
          for (const [index, kind] of mixture.entries()) {
            const code = codes.get(`${index}.xlsx`);
            if (kind === 'good') expect(code).toBeNull();
            else expect(refusalCodes).toContain(code);
          }
        },
      ),
      { numRuns: Number(process.env.BUDGETLINT_FAULT_ROUNDS ?? 10) },
    );
  }, 600_000);
});

/** The middle of the file with one byte turned over: inside the compressed content of some part. */
function changed(original: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(original);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 0xff;
  return copy;
}

async function run(folder: string) {
  const { report } = await runBatch({
    discovered: await discover([folder]),
    period: '2023-06',
    asOf: '2023-07-12',
    lang: 'zh',
    vocabulary,
    rules,
    policy,
    roster: null,
    previous: null,
    passwords: [],
  });
  return report;
}
