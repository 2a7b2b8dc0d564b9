import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { countedIn } from './child.ts';
import { writeLedger } from './files.ts';
import type { BenchRow } from './read.ts';
import { type Cost, commandCost } from './start-up.ts';

/**
 * The command as it is installed, starting included, on one long ledger: how it grows from a tenth of the rows, and on as
 * many rows as a sheet may have.
 */
export async function benchBig(
  folder: string,
  { quick }: { readonly quick: boolean },
): Promise<readonly BenchRow[]> {
  const rows = quick ? 5_000 : 100_000;
  const ours = await timeLedger(folder, rows);
  const tenth = await timeLedger(folder, rows / 10);
  const million = quick ? [] : millionRows(await timeLedger(folder, 1_000_000), ours);
  const name = `whole job, ledger of ${rows} rows`;
  return [
    {
      measure: name,
      figure: `${ours.cpuSeconds.toFixed(2)} s`,
      goal: quick ? '' : '≤ 1.5 s',
      note: `${ours.seconds.toFixed(2)} s by the clock, ${ours.findings} findings`,
    },
    {
      measure: `${name}: peak memory`,
      figure: `${ours.megabytes.toFixed(0)} MB`,
      goal: '≤ 200 MB',
      note: `${tenth.megabytes.toFixed(0)} MB for a tenth`,
    },
    {
      measure: `${name}: time over ten times a tenth`,
      figure: `${(ours.cpuSeconds / (10 * tenth.cpuSeconds)).toFixed(2)} ×`,
      goal: '≤ 1.2 ×',
      note: `${rows / 10} rows: ${tenth.cpuSeconds.toFixed(2)} s`,
    },
    ...million,
  ];
}

function millionRows(all: Cost, tenth: Cost): readonly BenchRow[] {
  const name = 'whole job, 1,000,000 rows in one sheet';
  return [
    {
      measure: name,
      figure: `${all.cpuSeconds.toFixed(1)} s`,
      goal: '≤ 12 s',
      note: `${all.seconds.toFixed(1)} s by the clock`,
    },
    { measure: `${name}: peak memory`, figure: `${all.megabytes.toFixed(0)} MB`, goal: '≤ 400 MB', note: '' },
    {
      measure: `${name}: time over ten times a tenth`,
      figure: `${(all.cpuSeconds / (10 * tenth.cpuSeconds)).toFixed(2)} ×`,
      goal: '≤ 1.2 ×',
      note: '',
    },
  ];
}

async function timeLedger(folder: string, rows: number) {
  const inbox = join(folder, `ledger-${rows}`);
  mkdirSync(inbox);
  await writeLedger(join(inbox, '示例第1镇直达资金台账.xlsx'), rows);
  const out = `${inbox}-out`;
  const flags = ['--formats', 'csv', '--no-cache', '--workers', '0', '--fail-on', 'never', '--quiet'];
  const cost = commandCost(folder, ['run', inbox, '--period', '2023-06', '--out', out, ...flags]);
  const counted = countedIn(out);
  if (counted.rows !== rows) throw new Error(`${counted.rows} of ${rows} rows were read`);
  return { ...cost, findings: counted.findings };
}
