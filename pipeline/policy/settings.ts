import { getDaysInMonth, parseISO } from 'date-fns';
import type { Rule } from '../../rules/rule.ts';
import { type Day, monthOf, type Period, periodOf, yearOf } from '../model/period.ts';
import { type CalendarDays, makeCalendar } from './calendar.ts';
import { curveOf, curveText, shareBy } from './curves.ts';
import { ownSettings, type Policy, type RuleSettings } from './policy.ts';
import type { Curve, Deadline, TimeProgressCurve } from './schema.ts';

/** The bureau's settings as plain data, everything resolved: what is handed to another process. */
export interface PolicySettings {
  readonly name: string;
  /** The shipped profile they rest on. */
  readonly profile: string;
  /** What the policy file says, as written; empty without one. */
  readonly overrides: Readonly<Record<string, unknown>>;
  readonly office: string | null;
  /** Working days in which a unit is to answer; null: not set. */
  readonly answerWithin: number | null;
  readonly timeProgress: TimeProgressCurve;
  /** Curves of their own for some kinds of money, the first that fits counts. */
  readonly curves: readonly Curve[];
  /** By template id; `default` holds for all others. */
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly calendar: readonly CalendarDays[];
  /** By rule id, options with defaults filled in. */
  readonly rules: Readonly<Record<string, RuleSettings>>;
}

/** The settings as the engine asks for them. */
export function policyFrom(settings: PolicySettings): Policy & { readonly settings: PolicySettings } {
  const calendar = makeCalendar(settings.calendar);
  // Asked for every row of a batch, and a year of working days takes a while to count.
  const known = new Map<TimeProgressCurve, Map<Period, number>>();
  const shareOf = (curve: TimeProgressCurve, period: Period): number => {
    const shares = known.get(curve) ?? new Map<Period, number>();
    known.set(curve, shares);
    const share = shares.get(period) ?? shareBy(curve, period, calendar);
    shares.set(period, share);
    return share;
  };
  return {
    name: settings.name,
    overrides: settings.overrides,
    office: settings.office,
    settings,

    ruleSettings: (rule: Rule) => settings.rules[rule.meta.id] ?? ownSettings(rule),

    timeProgress: (period) => shareOf(settings.timeProgress, period),

    timeProgressOf: (row, period) => {
      const own = curveOf(row, settings.curves);
      return {
        share: shareOf(own?.timeProgress ?? settings.timeProgress, period),
        curve: own?.name ?? null,
      };
    },

    curves: (period) =>
      [{ name: null, timeProgress: settings.timeProgress }, ...settings.curves].map((one) => ({
        name: one.name,
        basis: curveText(one.timeProgress),
        share: shareOf(one.timeProgress, period),
      })),

    dueDay: (template, period, dayOfMonth) => {
      const month = nextPeriod(period);
      // What the roster says of a unit is nearer than what the bureau says of a template.
      if (dayOfMonth !== null) return dayOf(month, dayOfMonth);
      const deadline = settings.deadlines[template] ?? settings.deadlines.default ?? fifthWorkingDay;
      return 'day' in deadline
        ? dayOf(month, deadline.day)
        : calendar.nthWorkingDay(month, deadline.workingDay);
    },

    answerBy: (found) =>
      settings.answerWithin === null ? null : calendar.workingDayAfter(found, settings.answerWithin),
  };
}

const fifthWorkingDay: Deadline = { workingDay: 5 };

function nextPeriod(period: Period): Period {
  return monthOf(period) === 12
    ? periodOf(yearOf(period) + 1, 1)
    : periodOf(yearOf(period), monthOf(period) + 1);
}

/** A day of a month; its last day where the month is shorter. */
function dayOf(month: Period, day: number): Day {
  const last = getDaysInMonth(parseISO(`${month}-01`));
  return `${month}-${String(Math.min(day, last)).padStart(2, '0')}`;
}
