import type { RuleResult, WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import type { Beside } from '../beside.ts';
import { classifiedIn, type IsClassified } from '../classified.ts';
import { type Labels, labelsOf } from '../labels.ts';
import { type PageWords, wordsOf } from './words.ts';

/** What every section of the page is written from. */
export interface Page {
  readonly report: WrittenReport;
  readonly language: Language;
  /** Words all reports share. */
  readonly labels: Labels;
  /** Words of the page alone. */
  readonly words: PageWords;
  readonly classified: IsClassified;
  /** Every unit the report speaks of, and the number by which the page's script knows it: names are long. */
  readonly unitNumbers: ReadonlyMap<string, number>;
  readonly beside: Beside;
}

/**
 * Units that one list of the page has. A bureau has a few hundred; of a province's ten thousand the page would take half
 * a minute to open, and the workbook has them all.
 */
export const unitsListed = 1000;

/** Gets everything ready that the sections share. */
export function pageOf(report: WrittenReport, language: Language, beside: Beside): Page {
  const units = new Set(report.units.map(({ unit }) => unit));
  for (const { unit } of report.findings) units.add(unit);
  return {
    report,
    language,
    beside,
    unitNumbers: new Map([...units].map((unit, index) => [unit, index])),
    labels: labelsOf(language),
    words: wordsOf(language),
    classified: classifiedIn(report),
  };
}

/** What a rule checks, in the words of its title; its id where the report does not know the rule. */
export function ruleTitle({ report, language }: Page, id: string): string {
  return report.rules.find((rule) => rule.id === id)?.title[language] ?? id;
}

/** How many places rules looked at and passed: what “no findings” rests on. */
export function passedPlaces(rules: readonly RuleResult[]): number {
  return rules.reduce((sum, { pass }) => sum + pass, 0);
}

/** The number of a unit, for an attribute. */
export function unitNumber({ unitNumbers }: Page, unit: string): number {
  return unitNumbers.get(unit) ?? unitNumbers.size;
}
