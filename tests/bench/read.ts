import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import type ExcelJS from 'exceljs';
import { defaultLimits } from '../../pipeline/formats/limits.ts';
import { readXlsx } from '../../pipeline/formats/xlsx/index.ts';
import { readZipDirectory } from '../../pipeline/formats/xlsx/zip-directory.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';
import { peakMegabytes } from './peak-memory.ts';

/** One line of the bench's table. */
export interface BenchRow {
  readonly measure: string;
  readonly figure: string;
  readonly goal: string;
  readonly note: string;
}

/**
 * Times reading against inflating alone and against exceljs and SheetJS: small files as units hand them in, and one
 * sheet of 100,000 rows. Each reader runs in processes of its own, in turn with the others; files are read from disk,
 * libraries are loaded before the clock starts. The large file is read once a process, the median is told. Small
 * files are read five times over in one process, as a month's batch would be: the median pass is told, and beside it
 * the first, which pays for compiling.
 *
 * @param options.quick fewer and smaller files and one round: shows that the bench works, not how fast we are
 */
export async function benchRead(options: { readonly quick: boolean }): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'budgetlint-bench-'));
  try {
    const small = options.quick ? 10 : 200;
    const rows = options.quick ? 5_000 : 100_000;
    const rounds = options.quick ? 1 : 3;
    await writeSmallFiles(join(folder, 'small-'), small);
    await writeLargeFile(join(folder, 'large.xlsx'), rows);
    const onSmall = timeAll(folder, 'small-', rounds, 5);
    const onLarge = timeAll(folder, 'large', rounds, 1);
    const each = (seconds: number) => `${((1000 * seconds) / small).toFixed(2)} ms a file`;
    const all = (seconds: number) => `${seconds.toFixed(2)} s`;
    return [
      ...comparison(`read, ${small} small files`, onSmall, each, { inflate: 2, exceljs: 15, sheetjs: 6 }),
      ...comparison(`read, ${rows} rows`, onLarge, all, { inflate: 1.6, exceljs: 12 }),
      {
        measure: `read, ${rows} rows: peak memory`,
        figure: `${Math.round(onLarge.ours.megabytes)} MB`,
        goal: '≤ 110 MB',
        note: `inflate ${Math.round(onLarge.inflate.megabytes)}, exceljs ${Math.round(onLarge.exceljs.megabytes)}, SheetJS ${Math.round(onLarge.sheetjs.megabytes)} MB`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Timing {
  /** The median pass over all files. */
  readonly seconds: number;
  readonly firstSeconds: number;
  readonly megabytes: number;
}

const readers = ['inflate', 'ours', 'exceljs', 'sheetjs'] as const;
type Reader = (typeof readers)[number];
type Timings = Readonly<Record<Reader, Timing>>;

function comparison(
  measure: string,
  timings: Timings,
  show: (seconds: number) => string,
  goals: { readonly inflate: number; readonly exceljs: number; readonly sheetjs?: number },
): BenchRow[] {
  const { inflate, ours, exceljs, sheetjs } = timings;
  const ratio = (one: Timing, other: Timing) => `${(one.seconds / other.seconds).toFixed(2)} ×`;
  const told = ({ seconds, firstSeconds }: Timing) =>
    show(seconds) + (firstSeconds === seconds ? '' : ` (first pass ${show(firstSeconds)})`);
  return [
    {
      measure: `${measure}: ours over inflate alone`,
      figure: ratio(ours, inflate),
      goal: `≤ ${goals.inflate} ×`,
      note: `${told(ours)}, inflate ${told(inflate)}`,
    },
    {
      measure: `${measure}: exceljs over ours`,
      figure: ratio(exceljs, ours),
      goal: `≥ ${goals.exceljs} ×`,
      note: told(exceljs),
    },
    {
      measure: `${measure}: SheetJS over ours`,
      figure: ratio(sheetjs, ours),
      goal: goals.sheetjs === undefined ? '' : `≥ ${goals.sheetjs} ×`,
      note: told(sheetjs),
    },
  ];
}

function timeAll(folder: string, prefix: string, rounds: number, passes: number): Timings {
  const samples: Record<Reader, Timing[]> = { inflate: [], ours: [], exceljs: [], sheetjs: [] };
  for (let round = 0; round < rounds; round++) {
    for (const reader of readers) samples[reader].push(timeInChild(reader, folder, prefix, passes));
  }
  return {
    inflate: medianOf(samples.inflate),
    ours: medianOf(samples.ours),
    exceljs: medianOf(samples.exceljs),
    sheetjs: medianOf(samples.sheetjs),
  };
}

function medianOf(timings: readonly Timing[]): Timing {
  return {
    seconds: median(timings.map(({ seconds }) => seconds)),
    firstSeconds: median(timings.map(({ firstSeconds }) => firstSeconds)),
    megabytes: median(timings.map(({ megabytes }) => megabytes)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const thisFile = fileURLToPath(import.meta.url);

function timeInChild(reader: Reader, folder: string, prefix: string, passes: number): Timing {
  const command = [thisFile, '--time', reader, folder, prefix, String(passes)];
  const child = spawnSync(process.execPath, command, { encoding: 'utf8' });
  const [seconds, firstSeconds, megabytes] = child.stdout.trim().split(' ').map(Number);
  if (child.status !== 0 || seconds === undefined || firstSeconds === undefined || megabytes === undefined) {
    throw new Error(`timing ${reader} failed: ${child.stderr}`);
  }
  return { seconds, firstSeconds, megabytes };
}

/** Reads the files of a folder several times over, and prints the seconds of a median and the first pass and peak megabytes. */
async function timeHere(reader: Reader, folder: string, prefix: string, passes: number): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.startsWith(prefix));
  const read = await readerOf(reader);
  const seconds: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    for (const file of files) await read(readFileSync(join(folder, file)));
    seconds.push((performance.now() - start) / 1000);
  }
  process.stdout.write(`${median(seconds)} ${seconds[0]} ${peakMegabytes()}\n`);
}

/** A reader with its library loaded: no process carries the libraries of the others. */
async function readerOf(reader: Reader): Promise<(bytes: Buffer) => unknown> {
  switch (reader) {
    case 'inflate':
      return (bytes) => {
        for (const { dataOffset, compressedSize, size } of readZipDirectory(bytes, defaultLimits).values()) {
          if (size > 0) zlib.inflateRawSync(bytes.subarray(dataOffset, dataOffset + compressedSize));
        }
      };
    case 'ours':
      return async (bytes) => {
        const result = await readXlsx({ path: '', bytes, sha256: '' });
        if (isRefusal(result)) throw new Error(result.message.en);
      };
    case 'exceljs': {
      const { default: library } = await import('exceljs');
      // The declaration asks for another Buffer than the one Node's types give since 20.
      return (bytes) => new library.Workbook().xlsx.load(bytes as unknown as ExcelJS.Buffer);
    }
    case 'sheetjs': {
      const { default: library } = await import('@e965/xlsx');
      return (bytes) => library.read(bytes, { dense: true, cellText: false, cellHTML: false });
    }
  }
}

/** Files of 25 to 75 projects in 33 columns, with a head, styles, merges and sums: what a unit hands in every month. */
async function writeSmallFiles(prefix: string, count: number): Promise<void> {
  const { default: library } = await import('exceljs');
  const random = randomFrom(20231128);
  for (let index = 0; index < count; index++) {
    const workbook = new library.Workbook();
    const sheet = workbook.addWorksheet('支出进度');
    const thin = { style: 'thin' } as const;
    const border = { top: thin, left: thin, bottom: thin, right: thin };
    sheet.getCell('A1').value = '项目分月支出进度表';
    sheet.mergeCells('A1:AG1');
    for (let column = 1; column <= 33; column++) {
      const head = sheet.getCell(3, column);
      head.value = `${Math.ceil(column / 3)}月栏${column}`;
      head.border = border;
    }
    sheet.mergeCells('D2:G2');
    const last = 3 + 25 + Math.floor(random() * 51);
    for (let row = 4; row <= last; row++) {
      for (let column = 1; column <= 33; column++)
        fillCell(sheet.getCell(row, column), row, column, random, border);
    }
    writeFileSync(`${prefix}${index}.xlsx`, Buffer.from(await workbook.xlsx.writeBuffer()));
  }
}

function fillCell(
  cell: ExcelJS.Cell,
  row: number,
  column: number,
  random: () => number,
  border: Partial<ExcelJS.Borders>,
): void {
  cell.border = border;
  if (column === 1) cell.value = row - 3;
  else if (column <= 3) cell.value = someText(random, 8 + Math.floor(random() * 16));
  else if (column === 4) cell.value = `2023${Math.floor(random() * 1e9)}`;
  else if (column === 33)
    cell.value = random() < 0.6 ? someText(random, 20 + Math.floor(random() * 30)) : null;
  else if (column === 18 || column === 31) {
    cell.value = { formula: `SUM(F${row}:Q${row})`, result: Math.round(random() * 1e7) / 100 };
    cell.numFmt = '#,##0.00';
  } else {
    cell.value = column === 32 ? random() : Math.round(random() * 1e7) / 1e4;
    cell.numFmt = column === 32 ? '0.00%' : '#,##0.00';
  }
}

async function writeLargeFile(path: string, rows: number): Promise<void> {
  const { default: library } = await import('exceljs');
  const random = randomFrom(1);
  const options = { filename: path, useStyles: true, useSharedStrings: true };
  const workbook = new library.stream.xlsx.WorkbookWriter(options);
  const sheet = workbook.addWorksheet('明细');
  for (let row = 1; row <= rows; row++) {
    const amounts = Array.from({ length: 8 }, () => Math.round(random() * 1e8) / 100);
    const names = [1, 2, 3].map((column) => `单位${row % 500}-${column}`);
    sheet.addRow([...names, new Date(Date.UTC(2023, 0, 1 + (row % 365))), ...amounts]).commit();
  }
  await workbook.commit();
}

const characters =
  '城乡居民医疗保险补助道路维修养护中小学校舍安全改造文化馆图书馆免费开放农田水利设施建设监测网络';

function someText(random: () => number, length: number): string {
  return Array.from({ length }, () => characters.charAt(Math.floor(random() * characters.length))).join('');
}

/** The same numbers from 0 to 1 on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
}

const [, script, mode, reader, folder, prefix, passes] = process.argv;
if (script === thisFile && mode === '--time' && folder !== undefined && prefix !== undefined) {
  const known = readers.find((each) => each === reader);
  if (known !== undefined) await timeHere(known, folder, prefix, Number(passes));
}
