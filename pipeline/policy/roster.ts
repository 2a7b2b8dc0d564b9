import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { isPassedOver, openSource, readWorkbook } from '../formats/index.ts';
import type { Roster } from '../model/dossier.ts';
import { isRefusal } from '../model/refusal.ts';
import { type RosterMistake, rosterFrom, rosterMistake } from './roster-from.ts';

export type { RosterMistake } from './roster-from.ts';

/** The bureau's units and what each owes, or every mistake that was found. */
export type LoadedRoster = { readonly roster: Roster } | { readonly mistakes: readonly RosterMistake[] };

/**
 * Loads the roster (名册) out of a CSV file or a workbook: 单位编码, 单位名称, 别名, 应报报表, 截止日 in any order, in
 * Chinese or English. Only the name is needed. Unlike what units hand in, a link is followed: whoever runs us wrote it.
 *
 * @throws the system's error when the file is there and cannot be read, e.g. a missing permission.
 */
export async function loadRoster(path: string): Promise<LoadedRoster> {
  const file = basename(path);
  const wrong = (zh: string, en: string) => ({
    mistakes: [rosterMistake({ file, sheet: null, row: null }, { zh, en })],
  });

  let target: string;
  try {
    target = await realpath(path);
  } catch (error) {
    if (isMissing(error)) return wrong('找不到这个文件。', 'there is no such file.');
    throw error;
  }
  const source = await openSource(target, file);
  if (isPassedOver(source)) return wrong(`${source.reason.zh}。`, `${source.reason.en}.`);
  if (isRefusal(source)) return wrong(source.message.zh, source.message.en);
  const workbook = await readWorkbook(source);
  if (isRefusal(workbook)) return wrong(workbook.message.zh, workbook.message.en);
  return rosterFrom(workbook, file);
}

function isMissing(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
