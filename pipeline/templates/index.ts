import type { Submission } from '../model/submission.ts';
import type { TemplateId } from '../model/template.ts';
import { monthlySpending } from './t01-monthly-spending.ts';
import { projectMonitoring } from './t02-project-monitoring.ts';
import { monitoringList } from './t03-monitoring-list.ts';
import { departmentMonitoring } from './t04-department-monitoring.ts';
import { exAnteAssessment } from './t05-ex-ante-assessment.ts';
import { projectSelfEvaluation } from './t06-project-self-evaluation.ts';
import { departmentSelfEvaluation } from './t07-department-self-evaluation.ts';
import { threeGuarantees } from './t08-three-guarantees.ts';
import { threePublicExpenses } from './t09-three-public-expenses.ts';
import { directFunds } from './t10-direct-funds.ts';
import { assetReport } from './t11-asset-report.ts';
import { nonTaxRevenue } from './t12-non-tax-revenue.ts';
import { budgetBalance } from './t13-budget-balance.ts';
import { cashPlan } from './t14-cash-plan.ts';
import { procurement } from './t15-procurement.ts';
import { carryOver } from './t16-carry-over.ts';
import { goalAttainment } from './t17-goal-attainment.ts';
import { functionsAndActivities } from './t18-functions-and-activities.ts';
import { reportFacts } from './t19-report-facts.ts';

/** Every official template by its id. A new one is added here; CONTRIBUTING says what goes with it. */
export const templates = {
  T01: monthlySpending,
  T02: projectMonitoring,
  T03: monitoringList,
  T04: departmentMonitoring,
  T05: exAnteAssessment,
  T06: projectSelfEvaluation,
  T07: departmentSelfEvaluation,
  T08: threeGuarantees,
  T09: threePublicExpenses,
  T10: directFunds,
  T11: assetReport,
  T12: nonTaxRevenue,
  T13: budgetBalance,
  T14: cashPlan,
  T15: procurement,
  T16: carryOver,
  T17: goalAttainment,
  T18: functionsAndActivities,
  T19: reportFacts,
} as const;

/** The templates that are known by type; ids without a definition yet are not in here. */
export type KnownTemplateId = keyof typeof templates;

/** A submission of one template, typed by its fields. */
export type SubmissionOf<T extends KnownTemplateId> = T extends T ? Submission<(typeof templates)[T]> : never;

/** The known template ids in order. */
export const templateIds = Object.keys(templates) as readonly (TemplateId & KnownTemplateId)[]; // the keys of a literal
