import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isValid, parseISO } from 'date-fns';
import type { PreviousRun } from '../batch.ts';
import type { PreviousBalance, PreviousProject, Roster } from '../model/dossier.ts';
import { type Day, isPeriod, type Period } from '../model/period.ts';
import type { runReportSchema, TrendPoint } from '../model/report.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicySettings } from '../policy/settings.ts';
import { bytesIn } from '../spool.ts';
import { partsOf } from './report-parts.ts';
import { UsageMistake } from './usage-mistake.ts';

/* What settings and reports are checked with is loaded when there is something to check: a command answers at once. */

/** @throws UsageMistake unless the text is a month such as 2023-06 */
export function periodFrom(text: string): Period {
  if (isPeriod(text)) return text;
  throw new UsageMistake({
    zh: `--period ${text} 不是月份，应写成 2023-06 这样。`,
    en: `--period ${text} is no month; write it like 2023-06.`,
  });
}

/** @throws UsageMistake unless the text is a day such as 2023-07-10, and not before the month that is judged */
export function dayFrom(text: string, period: Period): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isValid(parseISO(text)))
    throw new UsageMistake({
      zh: `--as-of ${text} 不是日期，应写成 2023-07-10 这样。`,
      en: `--as-of ${text} is no date; write it like 2023-07-10.`,
    });
  if (text.slice(0, period.length) < period)
    throw new UsageMistake({
      zh: `--as-of ${text} 早于所属月份 ${period}，请核对年月。`,
      en: `--as-of ${text} is before the month ${period} itself; check both.`,
    });
  return text;
}

/** The bureau's settings. @throws UsageMistake with every mistake in them */
export async function policyFrom(flags: {
  readonly policy?: string;
  readonly profile?: string;
}): Promise<Policy & { readonly settings: PolicySettings }> {
  const [{ loadPolicy }, { rules }] = await Promise.all([
    import('../policy/load.ts'),
    import('../../rules/index.ts'),
  ]);
  const loaded = await loadPolicy({ file: flags.policy ?? null, profile: flags.profile ?? null, rules });
  if ('mistakes' in loaded) throw new UsageMistake(...loaded.mistakes.map((mistake) => mistake.message));
  return loaded.policy;
}

/** The roster, null when none was given. @throws UsageMistake with every mistake in it */
export async function rosterFrom(path: string | undefined): Promise<Roster | null> {
  if (path === undefined) return null;
  const { loadRoster } = await import('../policy/roster.ts');
  const loaded = await loadRoster(path);
  if ('mistakes' in loaded) throw new UsageMistake(...loaded.mistakes.map((mistake) => mistake.message));
  return loaded.roster;
}

/** Passwords, one a line. @throws UsageMistake when the file is not there */
export async function passwordsFrom(path: string | undefined): Promise<readonly string[]> {
  if (path === undefined) return [];
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageMistake({ zh: `读不到密码文件 ${path}。`, en: `Cannot read the password file ${path}.` });
  });
  return text.split(/\r?\n/).filter((line) => line !== '');
}

/**
 * What the previous run knows, out of its report.
 *
 * @param period the month it is to be earlier than
 * @throws UsageMistake when the folder is no run, or none of an earlier month
 */
export async function previousFrom(
  folder: string | undefined,
  period: Period | null,
): Promise<PreviousRun | null> {
  if (folder === undefined) return null;
  const wrong = (zh: string, en: string) =>
    new UsageMistake({ zh: `--previous ${folder}：${zh}`, en: `--previous ${folder}: ${en}` });
  const path = join(folder, 'report.json');
  await access(path, constants.R_OK).catch(() => {
    throw wrong(
      '没有找到 report.json，应是上月的报告文件夹。',
      "no report.json; give last month's run folder.",
    );
  });
  const { runReportSchema } = await import('../model/report.ts');
  const earlier = await earlierRun(path, runReportSchema.shape).catch(() => null);
  if (earlier === null)
    throw wrong('report.json 不是本工具写出的报告。', 'its report.json is not a report of this program.');
  if (period !== null && earlier.period >= period)
    throw wrong(
      `是 ${earlier.period} 的报告，应早于本次的 ${period}。`,
      `is a report on ${earlier.period}, which is not before ${period}.`,
    );
  return earlier;
}

/** Reads the report thing by thing: that of a province is longer than a string can be. @throws when it is none */
async function earlierRun(path: string, schema: typeof runReportSchema.shape): Promise<PreviousRun | null> {
  const units = new Map<
    string,
    { period: Period; projects: PreviousProject[]; balances: PreviousBalance[] }
  >();
  const trend: TrendPoint[] = [];
  let period: Period | null = null;
  const unitOf = (name: string) => {
    const unit = units.get(name) ?? { period: period ?? '', projects: [], balances: [] };
    units.set(name, unit);
    return unit;
  };
  let isReport = false;
  const wanted = new Set(['schema', 'run', 'progress', 'balances', 'trend']);
  for (const { name, text } of partsOf(bytesIn(path), wanted)) {
    const value: unknown = JSON.parse(text);
    if (name === 'schema') {
      isReport = schema.schema.safeParse(value).success;
    } else if (name === 'run') {
      period = schema.run.parse(value).period;
    } else if (name === 'progress') {
      const row = schema.progress.element.parse(value);
      const { budget, released, planned, spent, reason } = row;
      unitOf(row.unit).projects.push({ ...row.project, budget, released, planned, spent, reason });
    } else if (name === 'balances') {
      const { unit, item, closing } = schema.balances.unwrap().element.parse(value);
      unitOf(unit).balances.push({ item, closing });
    } else {
      trend.push(schema.trend.unwrap().element.parse(value));
    }
  }
  return isReport && period !== null ? { period, trend, units } : null;
}
