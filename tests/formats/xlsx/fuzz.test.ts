import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { meantWorkbook } from '../../support/xlsx-arbitrary.ts';
import { damagedFile, randomFrom, type XmlMutation, xmlMutations } from '../../support/xlsx-mutations.ts';
import { buildWorkbook, contentOf, readBytes, workbookParts } from '../../support/xlsx-parts.ts';
import { buildZip, type ZipPart } from '../../support/zip-builder.ts';

// `BUDGETLINT_FUZZ_SECONDS=600 npm run jest -- tests/formats/xlsx/fuzz` searches longer, from another seed each time;
// `BUDGETLINT_FUZZ_SEED` repeats a search.
const { BUDGETLINT_FUZZ_SECONDS, BUDGETLINT_FUZZ_SEED } = process.env;
const seconds = Number(BUDGETLINT_FUZZ_SECONDS ?? 60);
const seed = Number(
  BUDGETLINT_FUZZ_SEED ?? (BUDGETLINT_FUZZ_SECONDS === undefined ? 20231128 : Date.now() % 1e9),
);

const longestRead = 2000; // milliseconds
const patience = (seconds + 60) * 1000;

describe(`damaged workbooks (seed ${seed})`, () => {
  test(
    'are refused or read like whole ones when bytes of the file are damaged',
    async () => {
      const random = randomFrom(seed);
      const originals = await readable([everything(), ...generated(12)]);
      const outcomes = { refused: 0, equal: 0 };
      for (const end = performance.now() + seconds * 500; performance.now() < end; ) {
        const original = originals[random(originals.length)] ?? { bytes: Buffer.alloc(0), content: '' };
        const damaged = damagedFile(original.bytes, random);
        const result = await timedRead(damaged, random(2) === 0);
        if (typeof result === 'string') outcomes.refused++;
        else {
          expectSame(result, original.content, damaged);
          outcomes.equal++;
        }
      }
      expect(outcomes.refused).toBeGreaterThan(20);
    },
    patience,
  );

  test(
    'are refused when their XML is broken, and equal when only its notation changed',
    async () => {
      const random = randomFrom(seed + 1);
      const files = [everythingParts(), ...generatedParts(12)];
      const tried = new Set<string>();
      const end = performance.now() + seconds * 500;
      for (let round = 0; round < 10 * xmlMutations.length || performance.now() < end; round++) {
        const file = files[random(files.length)] ?? [];
        const mutation = xmlMutations[round % xmlMutations.length];
        const mutant = mutation && mutated(file, mutation, random);
        if (mutation === undefined || mutant === undefined) continue;
        const bytes = buildZip(mutant);
        const result = await timedRead(bytes, random(2) === 0);
        tried.add(mutation.name);
        if (mutation.verdict === 'refused' && typeof result !== 'string') {
          throw new Error(`${mutation.name} was not refused: ${bytes.toString('base64')}`);
        }
        if (mutation.verdict === 'equal')
          expectSame(result, await content(buildZip(file)), bytes, mutation.name);
      }
      expect([...tried].sort()).toEqual(xmlMutations.map(({ name }) => name).sort());
    },
    patience,
  );
});

/** A workbook with every part and element the reader knows. */
function everythingParts(): ZipPart[] {
  return workbookParts({
    strings:
      '<si><t>项目</t></si><si><r><t>1</t></r><r><t>月</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t xml:space="preserve"> a&amp;b </t></si>',
    styles:
      '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.0&quot;元&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>',
    sheet:
      '<sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="3" hidden="1"/></cols>' +
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
      '<row r="2" hidden="1"><c r="A2" s="2"><v>12.5</v></c><c r="B2" s="1"><v>45258</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" ref="A3:B3" si="0">A2*2</f><v>25</v></c><c r="B3"><f t="shared" si="0"/><v>9</v></c><c r="C3" t="str"><f>A1</f><v>项目</v></c><c r="D3"><f>E3</f></c><c r="E3" t="inlineStr"><is><t>行</t></is></c></row></sheetData>' +
      '<mergeCells count="1"><mergeCell ref="A5:C6"/></mergeCells>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="A7:A9"><formula1>"是,否"</formula1></dataValidation></dataValidations>',
    workbook:
      '<sheets><sheet name="支出" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="单位">支出!$A$1</definedName></definedNames>',
  });
}

function everything(): Buffer {
  return buildZip(everythingParts());
}

function generated(count: number): Buffer[] {
  return fc.sample(meantWorkbook, { numRuns: count, seed }).map(({ bytes }) => bytes);
}

/** Generated workbooks as parts; those that leave names or numbers out have fewer places for a mutation. */
function generatedParts(count: number): ZipPart[][] {
  return fc.sample(meantWorkbook, { numRuns: count, seed: seed + 1 }).map(({ parts }) => [...parts]);
}

function mutated(
  file: readonly ZipPart[],
  mutation: XmlMutation,
  random: (bound: number) => number,
): ZipPart[] | undefined {
  const index = random(file.length);
  const part = file[index];
  const data = part && mutation.change(String(part.data), random);
  if (part === undefined || data === null || data === undefined) return undefined;
  return file.with(index, { ...part, data });
}

async function timedRead(bytes: Buffer, inPieces: boolean): ReturnType<typeof readBytes> {
  const start = performance.now();
  const result = await readBytes(bytes, inPieces ? { streamFromBytes: 0 } : {});
  const taken = performance.now() - start;
  if (taken > longestRead) throw new Error(`read for ${Math.round(taken)} ms: ${bytes.toString('base64')}`);
  return result;
}

async function readable(files: readonly Buffer[]): Promise<{ bytes: Buffer; content: string }[]> {
  return Promise.all(files.map(async (bytes) => ({ bytes, content: await content(bytes) })));
}

async function content(bytes: Buffer): Promise<string> {
  const result = await readBytes(bytes);
  if (typeof result === 'string') throw new Error(`the original is refused: ${result}`);
  return JSON.stringify(contentOf(result));
}

function expectSame(
  result: Awaited<ReturnType<typeof readBytes>>,
  original: string,
  bytes: Buffer,
  mutation = 'damage',
): void {
  const found = typeof result === 'string' ? result : JSON.stringify(contentOf(result));
  if (found === original) return;
  throw new Error(
    `${mutation} changed what is read: ${found}\ninstead of ${original}\n${bytes.toString('base64')}`,
  );
}

test('the workbook with everything is read', async () => {
  expect(await readBytes(everything())).toMatchObject({ format: 'xlsx' });
  expect(await readBytes(buildWorkbook())).toMatchObject({ format: 'xlsx' });
});
