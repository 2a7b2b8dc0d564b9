import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchBig } from './big.ts';
import { benchJob } from './job.ts';
import { benchMany } from './many.ts';
import { type BenchRow, benchRead } from './read.ts';
import { benchStart } from './start-up.ts';
import { tableOf } from './table.ts';

type Bench = (
  folder: string,
  options: { readonly quick: boolean },
) => Promise<readonly BenchRow[]> | readonly BenchRow[];

const benches: Readonly<Record<string, Bench>> = {
  read: (_, options) => benchRead(options),
  job: benchJob,
  big: benchBig,
  start: benchStart,
  many: benchMany,
};

/** Where the last full run stands in the page about the bench. */
const lastRun = { page: 'tests/bench/README.md', from: '<!-- last run -->', to: '<!-- end of last run -->' };

/** `npm run bench [-- read|job|big|start|many] [--quick]`: prints one table; a run of all parts is kept on the page. */
async function bench(args: readonly string[]): Promise<number> {
  const quick = args.includes('--quick');
  const named = args.filter((arg) => arg !== '--quick');
  const unknown = named.find((name) => benches[name] === undefined);
  if (unknown !== undefined) {
    process.stderr.write(`no bench "${unknown}"; there are ${Object.keys(benches).join(', ')} and --quick\n`);
    return 2;
  }
  // The compiler leaves data files behind.
  const profiles = fileURLToPath(new URL('../../pipeline/policy/profiles', import.meta.url));
  cpSync('pipeline/policy/profiles', profiles, { recursive: true });

  const folder = mkdtempSync(join(tmpdir(), 'budgetlint-bench-'));
  try {
    const rows: BenchRow[] = [];
    for (const [name, run] of Object.entries(benches)) {
      if (named.length > 0 && !named.includes(name)) continue;
      process.stderr.write(`${name} …\n`);
      rows.push(...(await run(folder, { quick })));
    }
    const result = `${machine(quick)}\n\n${tableOf(rows)}\n`;
    process.stdout.write(result);
    if (named.length === 0) keep(result, quick);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function machine(quick: boolean): string {
  const cores = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const words = [
    new Date().toISOString().slice(0, 10),
    `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown CPU'}`,
    memory,
    `Node ${process.versions.node}`,
    ...(quick ? ['--quick: shows that the bench works, not how fast we are'] : []),
  ];
  return words.join(' · ');
}

/** Writes a result onto the page. A quick one never takes the place of a full one. */
function keep(result: string, quick: boolean): void {
  const page = readFileSync(lastRun.page, 'utf8');
  const from = page.indexOf(lastRun.from) + lastRun.from.length;
  const to = page.indexOf(lastRun.to);
  const kept = page.slice(from, to);
  if (quick && kept.includes('| measure |') && !kept.includes('--quick')) return;
  writeFileSync(lastRun.page, `${page.slice(0, from)}\n\n${result}\n${page.slice(to)}`);
}

process.exitCode = await bench(process.argv.slice(2));
