import { isValid, parseISO } from 'date-fns';
import { z } from 'zod';
import type { TemplateId } from '../model/template.ts';
import type { Text } from '../model/text.ts';

/**
 * What a settings file may say; a shipped profile is written in the same language. Wherever a value could be described
 * better than by its type, `allowed` holds the words (see explain.ts).
 */
const templateIds = [
  'T01',
  'T02',
  'T03',
  'T04',
  'T05',
  'T06',
  'T07',
  'T08',
  'T09',
  'T10',
  'T11',
  'T12',
  'T13',
  'T14',
  'T15',
  'T16',
  'T17',
  'T18',
  'T19',
] as const satisfies readonly TemplateId[];

// A month out of range is said by itself, not also as a curve that falls.
const share = z.number().gt(0, { abort: true }).max(1, { abort: true });

/** An own curve of time progress: the share of the year's money due by the end of each month, never falling. */
const curve = z
  .strictObject({
    1: share,
    2: share,
    3: share,
    4: share,
    5: share,
    6: share,
    7: share,
    8: share,
    9: share,
    10: share,
    11: share,
    12: share,
  })
  .refine((months) => Object.values(months).every((value, index, all) => value >= (all[index - 1] ?? 0)), {
    params: {
      allowed: {
        zh: '逐月持平或上升的比例',
        en: 'shares that stay or rise from month to month',
      },
    },
  });

const timeProgress = z
  .union([z.enum(['month', 'day', 'workday']), curve])
  .meta(
    allowed(
      'month（按月）、day（按日）、workday（按工作日），或 1–12 月每月的累计比例',
      'month, day, workday, or the share reached by the end of each month, 1 to 12',
    ),
  );

const deadline = z
  .union([
    z.strictObject({ workingDay: z.number().int().min(1).max(23) }),
    z.strictObject({ day: z.number().int().min(1).max(31) }),
  ])
  .meta(
    allowed(
      '{ workingDay: 次月第几个工作日，1 到 23 } 或 { day: 次月几日，1 到 31 }',
      '{ workingDay: 1 to 23 } or { day: 1 to 31 } of the next month',
    ),
  );

const day = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isValid(parseISO(text)))
  .meta(allowed('日期，如 2027-02-05', 'a day, e.g. 2027-02-05'));

const off = z
  .union([z.literal(false), z.string().refine(isReason)])
  .meta(
    allowed(
      '停用原因（写成一句话，报告会印出）；不停用请删去 off',
      'the reason for switching it off, which the report prints; to leave it on, remove "off"',
    ),
  );

/** A word that says no more than "off" is no reason. */
function isReason(text: string): boolean {
  const word = text.trim().toLowerCase();
  return (
    word.length >= 2 &&
    !['yes', 'no', 'on', 'off', 'true', 'false', 'none', 'n/a', '停用', '关闭'].includes(word)
  );
}

/** The schema of a settings file. */
export const policyFileSchema = z.strictObject({
  name: z.string().min(1).optional(),
  profile: z.string().optional(),
  timeProgress: timeProgress.optional(),
  deadlines: z.partialRecord(z.enum(['default', ...templateIds]), deadline).optional(),
  calendar: z
    .strictObject({ holidays: z.array(day).optional(), workdays: z.array(day).optional() })
    .refine(({ holidays = [], workdays = [] }) => !holidays.some((day) => workdays.includes(day)), {
      params: {
        allowed: {
          zh: '互不重复的日期：同一天只能写在 holidays 或 workdays 之一',
          en: 'each day in one of holidays and workdays, not in both',
        },
      },
    })
    .optional(),
  rules: z
    .record(
      z.string(),
      z.looseObject({
        severity: z
          .enum(['error', 'warning', 'notice'])
          .meta(allowed('error（错误）、warning（需说明）或 notice（提示）', 'error, warning or notice'))
          .optional(),
        off: off.optional(),
      }),
    )
    .optional(),
});

export type PolicyFile = z.output<typeof policyFileSchema>;
export type TimeProgress = z.output<typeof timeProgress>;
export type Deadline = z.output<typeof deadline>;

function allowed(zh: string, en: string): { readonly allowed: Text } {
  return { allowed: { zh, en } };
}
