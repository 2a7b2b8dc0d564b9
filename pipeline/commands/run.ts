import { join } from 'node:path';
import { labelsOf } from '../../output/labels.ts';
import type { Dependencies } from '../cache/cache-key.ts';
import type { RunCache } from '../cache/run-cache.ts';
import { lastDay } from '../model/period.ts';
import type { Finding, StoredReport } from '../model/report.ts';
import type { Spool } from '../model/spool.ts';
import type { Language } from '../model/text.ts';
import { checkRunFolder, NotARunFolder, publish, recoverRunFolder, scratchBeside } from '../run-folder.ts';
import { openSpool } from '../spool.ts';
import { discover, PathNotFound } from '../stages/discover.ts';
import { commandLine } from './command-line.ts';
import { exitCodeOf, exitCodes, type FailOn } from './exit-codes.ts';
import { type Encoding, formatsFrom, needWholeReport } from './formats.ts';
import { dayFrom, passwordsFrom, periodFrom, policyFrom, previousFrom, rosterFrom } from './inputs.ts';
import { optimiseLate } from './optimise-late.ts';
import { type OutputRequest, outputsMark, writeOutputs } from './outputs.ts';
import { progressOn } from './progress.ts';
import { whyNotWritten } from './system-trouble.ts';
import { hasColours } from './terminal.ts';
import { UsageMistake } from './usage-mistake.ts';
import { keepHeapSmall, letHeapGrow, workersFrom } from './workers.ts';

export interface RunFlags {
  readonly period?: string;
  readonly out?: string;
  readonly policy?: string;
  readonly profile?: string;
  readonly roster?: string;
  readonly asOf?: string;
  readonly previous?: string;
  readonly passwordFile?: string;
  readonly formats: string;
  readonly encoding: Encoding;
  readonly lang: Language;
  readonly workers?: string;
  readonly secondsPerFile?: string;
  readonly failOn: FailOn;
  readonly quiet?: boolean;
  readonly json?: boolean;
  /** Whether what has not changed since the last run into the folder is not checked again. */
  readonly cache: boolean;
  readonly color: boolean;
  readonly debug?: boolean;
}

/** `run`: checks a batch of files and writes the run folder. Everything asked for is looked at before anything is read. */
export async function run(paths: readonly string[], flags: RunFlags): Promise<number> {
  optimiseLate();
  const { lang } = flags;
  const period = periodFrom(flags.period ?? missing('--period'));
  const asOf = flags.asOf === undefined ? lastDay(period) : dayFrom(flags.asOf, period);
  const formats = formatsFrom(flags.formats);
  await checkOut(flags);
  const roster = await rosterFrom(flags.roster);
  // An empty path would be the folder we stand in, with everything below it: a variable of a script was not set.
  if (paths.includes(''))
    throw new UsageMistake({ zh: '所给的文件夹名是空的。', en: 'The name of the folder is empty.' });
  const discovered = await discover(paths).catch((error: unknown) => {
    if (!(error instanceof PathNotFound)) throw error;
    throw new UsageMistake({
      zh: `找不到文件或文件夹：${error.path}`,
      en: `No such file or folder: ${error.path}`,
    });
  });

  const workers = workersFrom(flags, discovered.files.length);
  const isHeapSmall = await keepHeapSmall(discovered.files, workers !== null);
  const interrupt = new AbortController();
  const onInterrupt = () => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  const progress = progressOn(process.stderr, {
    lang,
    total: discovered.files.length,
    owed: roster === null ? 0 : roster.filter(({ owes }) => owes.length > 0).length,
    quiet: flags.quiet === true || flags.json === true,
  });
  const scratch = flags.out === undefined ? null : scratchBeside(flags.out);
  const spool = openSpool(scratch?.folder ?? null);
  let cache: RunCache | null = null;
  try {
    // What takes longer is loaded when the first line is out.
    const policy = await policyFrom(flags);
    const passwords = await passwordsFrom(flags.passwordFile);
    const previous = await previousFrom(flags.previous, period);
    const [{ runBatch }, { rules }, { officialVocabulary: vocabulary }] = await Promise.all([
      import('../batch.ts'),
      import('../../rules/index.ts'),
      import('../stages/official-vocabulary.ts'),
    ]);
    cache = await cacheFor(flags, spool, {
      rules,
      settings: policy.settings,
      roster,
      period,
      asOf,
      previous,
      passwords,
    });
    const { report } = await runBatch({
      discovered,
      period,
      asOf,
      lang,
      vocabulary,
      rules,
      policy,
      roster,
      previous,
      passwords,
      onFile: progress.step,
      signal: interrupt.signal,
      workers: workers === null ? null : { ...workers, settings: policy.settings },
      cache,
      spool,
    });
    progress.end();
    if (isHeapSmall && needWholeReport(formats)) letHeapGrow();
    const request: OutputRequest = {
      formats,
      encoding: flags.encoding,
      lang,
      failOn: flags.failOn,
      originals: { files: discovered.files, passwords },
      spool,
    };
    const mark = outputsMark(request);
    const standing =
      flags.out !== undefined && cache?.outputs === mark
        ? await (await import('./standing-outputs.ts')).standingOutputs(flags.out, report, request)
        : null;
    const written = standing === null ? await writeOutputs(report, request) : { files: standing, report };
    interrupt.signal.throwIfAborted();
    const kept = cache === null ? [] : [cache.content(mark)];
    // Where nothing at all has changed the folder is as this run would make it.
    if (flags.out !== undefined && !(standing !== null && cache?.isUnchanged()))
      await publish(flags.out, [...written.files, ...kept]).catch(explainFolder(flags.out));
    await answer(
      written.report,
      written.files.map(({ path }) => path),
      flags,
    );
    return exitCodeOf(written.report, flags.failOn);
  } catch (error) {
    progress.end();
    // What this run reads it reads with care; what the system refuses here is to write what does not fit into memory.
    if (!interrupt.signal.aborted) throw flags.out === undefined ? error : whyNotWritten(flags.out, error);
    process.stderr.write(lang === 'zh' ? '已中断，没有写出报告。\n' : 'Interrupted; nothing was written.\n');
    return exitCodes.interrupted;
  } finally {
    cache?.close();
    spool.close();
    await scratch?.remove();
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

/** The run folder's cache; null where there is no folder or `--no-cache` says so. */
async function cacheFor(flags: RunFlags, spool: Spool, dependencies: Dependencies): Promise<RunCache | null> {
  if (flags.out === undefined || !flags.cache) return null;
  const [{ cacheKey }, { openRunCache }] = await Promise.all([
    import('../cache/cache-key.ts'),
    import('../cache/run-cache.ts'),
  ]);
  const key = cacheKey(dependencies);
  return key === null ? null : openRunCache(flags.out, key, spool);
}

/** @throws UsageMistake always */
function missing(option: string): never {
  throw new UsageMistake({
    zh: `缺少选项 ${option}。用法见 ${commandLine('run', '--help')}`,
    en: `Option ${option} is missing. See ${commandLine('run', '--help')}`,
  });
}

async function checkOut(flags: RunFlags): Promise<void> {
  if (flags.out === undefined) {
    if (flags.json) return;
    missing('--out');
  }
  await recover(flags.out, flags.lang);
  await checkRunFolder(flags.out).catch(explainFolder(flags.out));
}

function explainFolder(out: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof NotARunFolder)) throw whyNotWritten(out, error);
    throw new UsageMistake({
      zh: `${error.folder} 已经存在，不是本工具的报告文件夹，未作改动。请另选一个文件夹。`,
      en: `${error.folder} exists and is no run folder of this program; nothing was changed. Choose another folder.`,
    });
  };
}

/** Clears away what a run that was killed left beside the folder, and says so. */
async function recover(out: string, lang: Language): Promise<void> {
  const { removed, isPutBack } = await recoverRunFolder(out).catch((error: unknown) => {
    throw whyNotWritten(out, error);
  });
  const names = removed.join(lang === 'zh' ? '、' : ', ');
  const zh = [
    ...(isPutBack ? [`上次运行中断，已恢复原有的报告：${out}`] : []),
    ...(removed.length > 0 ? [`已清理上次未完成的临时文件夹：${names}`] : []),
  ];
  const en = [
    ...(isPutBack ? [`An unfinished run had moved the earlier reports aside; they are back: ${out}`] : []),
    ...(removed.length > 0 ? [`Removed what an unfinished run left: ${names}`] : []),
  ];
  for (const line of lang === 'zh' ? zh : en) process.stderr.write(`${line}\n`);
}

/** The report on stdout for scripts, or the summary for people; refusals and failures always show. */
async function answer(report: StoredReport, outputs: readonly string[], flags: RunFlags): Promise<void> {
  if (flags.json) {
    const { reportJson } = await import('../../output/report-json.ts');
    // A pipe on Windows lets a piece wait, and the next would take its place.
    for (const piece of reportJson(report)) process.stdout.write(Buffer.from(piece));
    return;
  }
  if (flags.quiet) return;
  const { terminalSummary } = await import('../../output/terminal-summary.ts');
  const { stdout } = process;
  const names = labelsOf(flags.lang).fileNames;
  const inside = (path: string) => join(flags.out ?? '', path);
  const returned = outputs.filter((path) => path.startsWith(`${names.returned}/`));
  const notices = returned.filter((path) => path.endsWith(`/${names.notice}`)).length;
  const lines = terminalSummary(report, flags.lang, {
    report: inside(mainReport(flags)),
    returned:
      returned.length === 0
        ? null
        : { folder: inside(names.returned), workbooks: returned.length - notices, notices },
    circular: outputs.includes(names.circular) ? inside(names.circular) : null,
    next: nextCommand(report, flags.lang),
    colour: flags.color && hasColours(stdout),
    // A terminal that does not know its width says 0.
    ...(stdout.isTTY === true && stdout.columns > 0 ? { columns: stdout.columns } : {}),
  });
  stdout.write(`${lines.join('\n')}\n`);
}

/** The output to open first, of those that were asked for. */
function mainReport({ formats, lang }: RunFlags): string {
  const chosen = formatsFrom(formats);
  const { page, workbook, json } = labelsOf(lang).fileNames;
  return chosen.has('html') ? page : chosen.has('xlsx') ? workbook : json;
}

/** What a reader would want to know next: what a file was taken for, or what a rule asks. */
function nextCommand(report: StoredReport, lang: Language): string | null {
  const rule = firstRule(report.findings);
  return rule === undefined ? null : commandLine('rules', rule, ...(lang === 'en' ? ['--lang', 'en'] : []));
}

/** The rule of the first finding that is about what a file says. */
function firstRule(findings: Iterable<Finding>): string | undefined {
  for (const { status, rule } of findings) if (status === 'fail' && rule !== 'STR-01') return rule;
  return undefined;
}
