import type { Turn } from '../../pipeline/model/explanation.ts';
import type { Day } from '../../pipeline/model/period.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { labelsOf } from '../labels.ts';
import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';

/** What only the notices and the circular say, in one language; words they share with other reports are in the labels. */
export interface NoticeWords {
  /** A day in words; a blank to be filled in by hand where there is none. */
  readonly day: (day: Day | null) => string;
  /** Headings are numbered 一、 or 1. */
  readonly number: (position: number, heading: string) => string;
  readonly lead: (position: number, words: string) => string;
  readonly list: string;
  /** Between two sentences. */
  readonly space: string;
  readonly notice: {
    readonly titles: {
      readonly correct: (period: string) => string;
      readonly explain: (period: string) => string;
      readonly missing: (period: string) => string;
    };
    readonly addressee: (unit: string) => string;
    readonly intro: (period: string, day: string) => string;
    readonly introMissing: (period: string, day: string) => string;
    readonly headings: {
      readonly checked: string;
      readonly toCorrect: string;
      readonly toExplain: string;
      readonly todo: string;
    };
    readonly received: (files: number, tables: number, templates: string) => string;
    readonly found: (errors: number, warnings: number) => string;
    readonly explained: (count: number) => string;
    readonly undecidable: (count: number) => string;
    readonly progress: (
      period: string,
      rate: string,
      time: string,
      gap: string,
      side: 'behind' | 'ahead' | 'level',
    ) => string;
    /** Projects that the rate leaves out, the first of them by name. */
    readonly notInRate: (count: number, names: readonly string[]) => string;
    readonly classifiedProject: string;
    readonly missing: (templates: string) => string;
    readonly columns: {
      readonly number: string;
      readonly place: string;
      readonly problem: string;
      readonly remedy: string;
      readonly basis: string;
    };
    /** The basis of what rests on no document but a rule of the bureau. */
    readonly ownRule: (rule: string) => string;
    readonly classified: string;
    readonly more: (count: number, list: string) => string;
    readonly todo: {
      readonly correctLead: string;
      readonly correct: string;
      readonly correctAttached: string;
      readonly explainLead: string;
      readonly explain: string;
      readonly explainAttached: string;
      readonly financeLead: string;
      readonly finance: string;
      readonly handInLead: string;
      readonly handIn: string;
      readonly deadlineLead: string;
      readonly deadline: (day: string) => string;
    };
    readonly attachment: string;
    readonly marked: (name: string) => string;
  };
  readonly circular: {
    readonly title: (period: string) => string;
    readonly draft: string;
    readonly addressee: string;
    readonly intro: (day: string) => string;
    readonly headings: {
      readonly overall: string;
      readonly ranking: string;
      readonly behind: string;
      readonly missing: string;
      readonly projects: string;
      readonly todo: string;
      readonly sources: string;
    };
    readonly totals: (
      units: number,
      projects: number,
      budget: string,
      released: string,
      spent: string,
      releaseRate: string,
      allotmentRate: string,
    ) => string;
    readonly findings: (returned: number, errors: number, warnings: number) => string;
    readonly incomplete: (failures: number) => string;
    readonly rank: string;
    readonly againstTime: string;
    readonly noRate: (units: string) => string;
    readonly behind: (time: string, count: number, units: string) => string;
    readonly behindUnit: (unit: string, rate: string, gap: string) => string;
    readonly noneBehind: (time: string) => string;
    readonly missing: (count: number, units: string) => string;
    readonly missingUnit: (unit: string, templates: string) => string;
    readonly incompleteSets: (count: number, units: string) => string;
    readonly unread: (count: number, units: string) => string;
    readonly allIn: string;
    readonly noRoster: string;
    readonly topOf: (shown: number, all: number, workbook: string) => string;
    readonly lag: string;
    readonly notReleased: string;
    readonly turn: string;
    readonly turns: Readonly<Record<Turn | 'verify', string>>;
    readonly todo: {
      readonly financeLead: string;
      readonly finance: (projects: number, amount: string) => string;
      readonly unitsLead: string;
      readonly units: string;
      readonly deadlineLead: string;
      readonly deadline: (day: string) => string;
      readonly ownDeadline: string;
    };
    readonly sources: {
      readonly intro: (list: string) => string;
      readonly figure: string;
      readonly value: string;
      readonly source: string;
      readonly sumOf: (projects: number) => string;
      readonly quotient: (part: string, whole: string) => string;
      /** The same where some projects lack one of the two. */
      readonly quotientOfKnown: (part: string, whole: string) => string;
      readonly timeProgress: (policy: string) => string;
      readonly gap: string;
      readonly lag: string;
      readonly behind: string;
      readonly missing: string;
      readonly findings: string;
      readonly behindUnits: string;
      readonly missingUnits: string;
      readonly returnedUnits: string;
    };
  };
}

/** The words of notices and of the circular in a language. */
export function noticeWords(language: Language): NoticeWords {
  return language === 'zh' ? chinese : english;
}

/** The names of official templates, in the order given; one without a name by its id. */
export function templateNames(ids: readonly string[], language: Language): string {
  const { templates } = labelsOf(language);
  return ids.map((id) => templates[id] ?? id).join(noticeWords(language).list);
}
