import type { Language } from '../model/text.ts';
import { exitCodes } from './exit-codes.ts';
import { explainFile, type FileExplained } from './explain-file.ts';
import { linesOf } from './explained-lines.ts';
import { passwordsFrom, periodFrom, rosterFrom } from './inputs.ts';

export interface IdentifyFlags {
  readonly period?: string;
  readonly roster?: string;
  readonly passwordFile?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

/** `identify`: which template each sheet was taken for, column by column, and why not where it was not. */
export async function identify(files: readonly string[], flags: IdentifyFlags): Promise<number> {
  const roster = await rosterFrom(flags.roster);
  const passwords = await passwordsFrom(flags.passwordFile);
  // Without a month the explanation is about layout alone; any month reads the same columns.
  const period = flags.period === undefined ? null : periodFrom(flags.period);
  const explained: FileExplained[] = [];
  for (const file of files) explained.push(await explainFile(file, period, roster, passwords));
  if (flags.json) process.stdout.write(`${JSON.stringify(explained, null, 2)}\n`);
  else process.stdout.write(`${explained.flatMap((one) => linesOf(one, flags.lang)).join('\n')}\n`);
  const isUnread = explained.some(
    (one) => one.refusal !== null || one.sheets.every((sheet) => sheet.template === null),
  );
  return isUnread ? exitCodes.unread : exitCodes.clean;
}
