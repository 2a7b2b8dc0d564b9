import { isValid, parseISO } from 'date-fns';
import { z } from 'zod';
import { isPeriod } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import { templateIds } from '../templates/index.ts';

/** The percentage of the year's money due by the end of each month, January to December, never falling. */
const monthlyPercentages = z
  .array(z.number().gt(0, { abort: true }).max(100, { abort: true }))
  .refine(
    (months) =>
      months.length === 12 &&
      months.every((value, index, all) => value >= (all[index - 1] ?? 0)) &&
      (months[11] ?? 0) > 1,
    {
      params: {
        allowed: {
          zh: '1 月到 12 月共 12 个逐月持平或上升的百分数，如 [8, 16, 25, 33, 42, 50, 58, 67, 75, 83, 92, 100]',
          en: 'twelve percentages, January to December, that stay or rise, e.g. [8, 16, 25, 33, 42, 50, 58, 67, 75, 83, 92, 100]',
        },
      },
    },
  );

const timeProgress = z
  .union([z.enum(['month', 'day', 'workday']), monthlyPercentages])
  .meta(
    allowed(
      'month（按月）、day（按日）、workday（按工作日），或 [ … ] 中 1 至 12 月底应达到的 12 个百分数',
      'month, day, workday, or [ … ] with the percentages due by the end of each of the twelve months',
    ),
  );

const words = z.array(z.string().min(1)).min(1);

/** A curve of its own for some kind of money, and which rows it is meant for: any one of the signs is enough. */
const curve = z
  .strictObject({
    name: z.string().min(1),
    templates: z.array(z.enum(templateIds)).min(1).optional(),
    funds: words.optional(),
    projectNames: words.optional(),
    projectCode: z
      .string()
      .refine(isPattern)
      .meta(allowed('正则表达式，如 ^Z13', 'a regular expression, e.g. ^Z13'))
      .optional(),
    timeProgress,
  })
  .refine(
    ({ templates, funds, projectNames, projectCode }) =>
      [templates, funds, projectNames, projectCode].some((sign) => sign !== undefined),
    {
      params: {
        allowed: {
          zh: '至少写明用于哪些项目的一组设置：templates、funds、projectNames、projectCode 之一',
          en: 'a group that says what it is meant for: one of templates, funds, projectNames, projectCode',
        },
      },
    },
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

const period = z.string().refine(isPeriod).meta(allowed('月份，如 2024-01', 'a month, e.g. 2024-01'));

const effective = z
  .strictObject({ from: period.optional(), to: period.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    params: { allowed: { zh: '先后相连的月份：from 不晚于 to', en: 'months in order: from not after to' } },
  });

/** A word that says no more than "off" is no reason. */
function isReason(text: string): boolean {
  const word = text.trim().toLowerCase();
  return (
    word.length >= 2 &&
    !['yes', 'no', 'on', 'off', 'true', 'false', 'none', 'n/a', '停用', '关闭'].includes(word)
  );
}

/**
 * What a settings file may say; a shipped profile is written in the same language. Wherever a value could be described
 * better than by its type, `allowed` holds the words (see explain.ts).
 */
export const policyFileSchema = z.strictObject({
  name: z.string().min(1).optional(),
  profile: z.string().optional(),
  office: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .meta(allowed('发文单位的名称', 'the name of an office'))
    .optional(),
  answerWithin: z
    .number()
    .int()
    .min(1)
    .max(60)
    .meta(allowed('工作日天数，1 到 60', 'a number of working days, 1 to 60'))
    .optional(),
  timeProgress: timeProgress.optional(),
  curves: z.array(curve).optional(),
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
        effective: effective.optional(),
      }),
    )
    .optional(),
});

export type PolicyFile = z.output<typeof policyFileSchema>;
export type TimeProgressCurve = z.output<typeof timeProgress>;
export type Curve = z.output<typeof curve>;
export type Deadline = z.output<typeof deadline>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function allowed(zh: string, en: string): { readonly allowed: Text } {
  return { allowed: { zh, en } };
}
