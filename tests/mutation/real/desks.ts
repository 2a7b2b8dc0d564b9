import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillTemplate } from '../../../fixtures/fill.ts';
import { generateReferenceYear } from '../../../fixtures/generate-reference-year.ts';
import { goodRows } from '../../../fixtures/good-data.ts';
import { measured } from '../../../fixtures/measured.ts';
import { educationBureau } from '../../../fixtures/offices/education-bureau.ts';
import type { Office } from '../../../fixtures/offices/office.ts';
import { qingheTown } from '../../../fixtures/offices/qinghe-town.ts';
import { yunshanSubdistrict } from '../../../fixtures/offices/yunshan-subdistrict.ts';
import { writeWorkbook } from '../../../fixtures/write-workbook.ts';
import type { Period } from '../../../pipeline/model/period.ts';
import type { Submission } from '../../../pipeline/model/submission.ts';
import type { Template } from '../../../pipeline/model/template.ts';
import { loadPolicy } from '../../../pipeline/policy/load.ts';
import { officialVocabulary } from '../../../pipeline/stages/official-vocabulary.ts';
import { templateIds, templates } from '../../../pipeline/templates/index.ts';
import { validate } from '../../../pipeline/validate.ts';
import type { Desk } from '../hand-in.ts';

/** Sheets somebody laid out and filled in, not invented ones: what one unit handed in for one period. */
export interface RealDesk {
  readonly name: string;
  readonly desk: Desk;
  readonly submissions: readonly Submission[];
}

/** The units of the sample month without a mistake, the tests' good data in the issued forms, and the reference year. */
export const realDesks: Readonly<Record<string, () => Promise<RealDesk>>> = {
  'the sample month: 青禾镇': () => sampleDesk(qingheTown),
  'the sample month: 云杉街道': () => sampleDesk(yunshanSubdistrict),
  'the sample month: 教育局': () => sampleDesk(educationBureau),
  'good data': goodDesk,
  'the reference year': referenceDesk,
};

async function sampleDesk({ name, files }: Office): Promise<RealDesk> {
  const written: { path: string; bytes: Uint8Array }[] = [];
  for (const file of files)
    if ('sheets' in file) written.push({ path: file.path, bytes: await writeWorkbook(file.sheets) });
  return laidOut(name, written, '2023-06', '2023-07-04');
}

/** Rows enough for every item of a form, and for a list worth the name. */
const rowsOfGoodData = 6;

/** Rows of tables whose good data adds up to what the form around them states. */
const rowsOf: Readonly<Record<string, number>> = {
  'T05 costs': 2,
  'T06 indicators': 3,
  'T07 items': 4,
  'T12 items': 3,
  'T19 facts': 1,
};

/** What the report says of the projects that its table lists. */
const factOfGoodData = { value: measured(null, rowsOfGoodData, '个') };

async function goodDesk(): Promise<RealDesk> {
  const written: { path: string; bytes: Uint8Array }[] = [];
  for (const id of templateIds) {
    const layouts = Object.entries((templates[id] as Template).tables);
    const tables = Object.fromEntries(
      layouts.flatMap(([table, { fixedRows }]) =>
        goodRows[id]?.[table] === undefined
          ? []
          : [
              [
                table,
                Array.from({ length: rowsOf[`${id} ${table}`] ?? fixedRows?.length ?? rowsOfGoodData }, () =>
                  id === 'T19' ? factOfGoodData : {},
                ),
              ],
            ],
      ),
    );
    const bytes = await fillTemplate(id, { tables }, { unit: '青禾镇人民政府', period: '2023-06' });
    written.push({ path: `${id}.xlsx`, bytes });
  }
  return laidOut('青禾镇人民政府', written, '2023-06', '2023-07-10');
}

async function referenceDesk(): Promise<RealDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'budgetlint-reference-year-'));
  try {
    const written: { path: string; bytes: Uint8Array }[] = [];
    for (const path of await generateReferenceYear(folder))
      written.push({ path, bytes: new Uint8Array(await readFile(join(folder, path))) });
    return await laidOut('青禾镇人民政府', written, '2023-12', '2024-01-10');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function laidOut(name: string, files: Desk['files'], period: Period, asOf: string): Promise<RealDesk> {
  const loaded = await loadPolicy({ file: null, profile: null, rules: [] });
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.map(String).join('\n'));
  const submissions: Submission[] = [];
  for (const { path, bytes } of files) {
    const read = await validate(
      { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
      {
        vocabulary: officialVocabulary,
        rules: [],
        policy: loaded.policy,
        roster: null,
        period,
        asOf,
        previous: new Map(),
        passwords: [],
      },
    );
    submissions.push(...read.submissions);
  }
  return { name, desk: { files, period, asOf }, submissions };
}
