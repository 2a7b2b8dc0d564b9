import { isUnread } from './is-empty.ts';
import type { Row } from './submission.ts';

/** The causes of deviation a monitoring form offers to tick (偏差原因分析). */
export const causeFields = [
  'causeFunds',
  'causeRules',
  'causeStaff',
  'causeEquipment',
  'causeOther',
] as const;

/** Whether the target can still be met (完成目标可能性): three ticks, exactly one of them set. */
export const possibilityFields = ['certain', 'possible', 'impossible'] as const;

/** Which of some columns are on the sheet. */
export function columnsOf<F extends string>(row: Row, fields: readonly F[]): readonly F[] {
  return fields.filter((field) => row.source.columns.has(field));
}

/** Which of some columns are ticked. */
export function ticksOf<F extends string>(row: Row, fields: readonly F[]): readonly F[] {
  return fields.filter((field) => row.values[field] === true);
}

/** The first of some columns whose tick cannot be read; null when all can. */
export function unreadableTick<F extends string>(row: Row, fields: readonly F[]): F | null {
  return fields.find((field) => isUnread(row, field)) ?? null;
}
