import type { StoredReport } from '../model/report.ts';

/** What the process tells whoever started it. The highest applies: an unread file must not look like some errors. */
export const exitCodes = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Did not run: usage, settings, roster. */
  usage: 2,
  /** Ran, but a file could not be read or recognised. */
  unread: 3,
  /** Ran, but a rule or writer of ours failed, or the disk did. */
  failure: 4,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** The severity from which findings end a run with 1. */
export type FailOn = 'error' | 'warning' | 'notice' | 'never';

/** What the exit codes of a run that came to its end mean. */
export const exitMeanings = {
  [exitCodes.clean]: {
    zh: '没有达到所设级别的问题',
    en: 'nothing at or above the level asked for',
  },
  [exitCodes.findings]: { zh: '有须处理的问题', en: 'findings at or above the level asked for' },
  [exitCodes.unread]: { zh: '有文件未能读取或识别', en: 'a file could not be read or recognised' },
  [exitCodes.failure]: {
    zh: '程序有故障，结论不完整',
    en: 'the program failed somewhere; results are incomplete',
  },
} as const;

/** What a run that came to its end exits with. */
export function exitCodeOf(
  { summary }: Pick<StoredReport, 'summary'>,
  failOn: FailOn,
): keyof typeof exitMeanings {
  if (summary.failures > 0) return exitCodes.failure;
  if (summary.refused > 0) return exitCodes.unread;
  const { error, warning, notice } = summary.findings;
  const counted = { error, warning: error + warning, notice: error + warning + notice, never: 0 }[failOn];
  return counted > 0 ? exitCodes.findings : exitCodes.clean;
}
