import { monthOf, type Period, yearOf } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import type { RuleSettings } from './policy.ts';

/**
 * Why a rule is not applied in a period: it is switched off, with the reason as the settings give it, or the period lies
 * outside the dates it holds for. Null when it is applied.
 */
export function whyNotApplied({ off, effective }: RuleSettings, period: Period): Text | null {
  if (off !== null) return { zh: off, en: off };
  const { from, to } = effective;
  if ((from === null || period >= from) && (to === null || period <= to)) return null;
  const { zh, en } = effectiveText(effective);
  return { zh: `${zh}，本期不适用`, en: `${en}, not to this period` };
}

/** The dates a rule holds for, as a sentence without an end: 适用于 2024年1月及以后. */
export function effectiveText({ from, to }: RuleSettings['effective']): Text {
  if (from === null && to === null) return { zh: '不限', en: 'any time' };
  if (to === null) return { zh: `适用于 ${monthText(from)}及以后`, en: `applies from ${from} on` };
  if (from === null) return { zh: `适用于 ${monthText(to)}及以前`, en: `applies until ${to}` };
  return { zh: `适用于 ${monthText(from)}至 ${monthText(to)}`, en: `applies from ${from} to ${to}` };
}

function monthText(period: Period | null): string {
  return period === null ? '' : `${yearOf(period)}年${monthOf(period)}月`;
}
