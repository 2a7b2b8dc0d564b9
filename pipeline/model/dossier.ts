import type { Period } from './period.ts';
import type { Submission } from './submission.ts';
import type { Template, TemplateId } from './template.ts';

/** All submissions of one unit for one period: the grain of the work. */
export interface Dossier {
  /** The unit's name in the roster, or as written; never empty. */
  readonly unit: string;
  readonly period: Period;
  /** In the order of template, file and sheet; of several for one template only the one that counts. */
  readonly submissions: readonly Submission[];
  /** Submissions set aside because another one of the same unit and template counts. */
  readonly superseded: readonly Submission[];
  /** Submissions of another period or of a unit nobody knows: handed in, but nothing is judged on them but that. */
  readonly unjudged: readonly Submission[];
  /** The same unit's previous period, out of the run given by `--previous`; null when not known. */
  readonly previous: PreviousUnit | null;
}

/** What a previous run knows of a unit: cumulative figures by project, and what its assets closed with. */
export interface PreviousUnit {
  readonly period: Period;
  readonly projects: readonly PreviousProject[];
  readonly balances: readonly PreviousBalance[];
}

/** What an item of the asset report closed with, in fen. */
export interface PreviousBalance {
  /** The item it means, or its plain name where it is none that rules know. */
  readonly item: string;
  readonly closing: number;
}

/** One project of the previous period; amounts in fen, null where that run had none. */
export interface PreviousProject {
  readonly code: string | null;
  readonly name: string | null;
  readonly budget: number | null;
  readonly released: number | null;
  readonly planned: number | null;
  readonly spent: number | null;
  readonly reason: string | null;
}

/** The submissions of a dossier that are of one template. */
export function submissionsOf<T extends Template>(dossier: Dossier, template: T): readonly Submission<T>[] {
  // A submission whose template has this id was extracted by this very template.
  return dossier.submissions.filter(
    (one) => one.template.id === template.id,
  ) as readonly Submission[] as readonly Submission<T>[];
}

/** A unit of the roster and what it owes. */
export interface RosterUnit {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly owes: readonly TemplateId[];
  /** Day of the month after the period by which it must hand in; null: the policy's deadline. */
  readonly dueDay: number | null;
}

/** The units that owe something, in the order of the list. */
export type Roster = readonly RosterUnit[];
