import type { Submission } from '../model/submission.ts';
import type { TemplateId } from '../model/template.ts';
import { monthlySpending } from './t01-monthly-spending.ts';
import { monitoringList } from './t03-monitoring-list.ts';
import { exAnteAssessment } from './t05-ex-ante-assessment.ts';
import { threeGuarantees } from './t08-three-guarantees.ts';

/** Every official template by its id. A new one is added here and nowhere else. */
export const templates = {
  T01: monthlySpending,
  T03: monitoringList,
  T05: exAnteAssessment,
  T08: threeGuarantees,
} as const;

/** The templates that are known by type; ids without a definition yet are not in here. */
export type KnownTemplateId = keyof typeof templates;

/** A submission of one template, typed by its fields. */
export type SubmissionOf<T extends KnownTemplateId> = T extends T ? Submission<(typeof templates)[T]> : never;

/** The known template ids in order. */
export const templateIds = Object.keys(templates) as readonly (TemplateId & KnownTemplateId)[]; // the keys of a literal
