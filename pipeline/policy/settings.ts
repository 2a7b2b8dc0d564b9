import { format, getDaysInMonth, getDaysInYear, parseISO } from 'date-fns';
import type { Rule } from '../../rules/rule.ts';
import { type Day, lastDay, monthOf, type Period, periodOf, yearOf } from '../model/period.ts';
import { type CalendarDays, makeCalendar } from './calendar.ts';
import type { Policy, RuleSettings } from './policy.ts';
import type { Deadline, TimeProgress } from './schema.ts';

/** The bureau's settings as plain data, everything resolved: what is handed to another thread. */
export interface PolicySettings {
  readonly name: string;
  /** The shipped profile they rest on. */
  readonly profile: string;
  /** What the policy file says, as written; empty without one. */
  readonly overrides: Readonly<Record<string, unknown>>;
  readonly timeProgress: TimeProgress;
  /** By template id; `default` holds for all others. */
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly calendar: readonly CalendarDays[];
  /** By rule id, options with defaults filled in. */
  readonly rules: Readonly<Record<string, RuleSettings>>;
}

/** The settings as the engine asks for them. */
export function policyFrom(settings: PolicySettings): Policy & { readonly settings: PolicySettings } {
  const calendar = makeCalendar(settings.calendar);
  return {
    name: settings.name,
    overrides: settings.overrides,
    settings,

    ruleSettings: (rule: Rule) =>
      settings.rules[rule.meta.id] ?? { options: rule.meta.options.parse({}), severity: null, off: null },

    timeProgress: (period) => {
      const curve = settings.timeProgress;
      const month = monthOf(period);
      if (typeof curve === 'object') return new Map(Object.entries(curve)).get(String(month)) ?? month / 12;
      const year = yearOf(period);
      if (curve === 'day') {
        return (
          Number(format(parseISO(lastDay(period)), 'D', { useAdditionalDayOfYearTokens: true })) /
          getDaysInYear(new Date(year, 0))
        );
      }
      if (curve === 'workday') {
        const passed = calendar.workingDays(`${year}-01-01`, lastDay(period));
        return passed / calendar.workingDays(`${year}-01-01`, `${year}-12-31`);
      }
      return month / 12;
    },

    dueDay: (template, period, dayOfMonth) => {
      const month = nextPeriod(period);
      // What the roster says of a unit is nearer than what the bureau says of a template.
      if (dayOfMonth !== null) return dayOf(month, dayOfMonth);
      const deadline = settings.deadlines[template] ?? settings.deadlines.default ?? fifthWorkingDay;
      return 'day' in deadline
        ? dayOf(month, deadline.day)
        : calendar.nthWorkingDay(month, deadline.workingDay);
    },
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
