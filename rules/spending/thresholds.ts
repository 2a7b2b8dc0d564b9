import { z } from 'zod';

/** Thresholds that more than one rule on spending reads, each declared once: the same meaning and the same default. */
export const behindWarnAbove = z
  .number()
  .min(0)
  .default(0.1)
  .describe('fraction of the budget behind time progress above which a person looks (0.1 = 10 points)');

export const lampRed = z
  .number()
  .min(0)
  .default(0.6)
  .describe('execution rate over time progress below which the lamp is red');

export const lampYellow = z
  .number()
  .min(0)
  .default(0.8)
  .describe('execution rate over time progress below which the lamp is yellow');

export const milestones = z
  .record(z.string().regex(/^([1-9]|1[0-2])$/), z.number().min(0).max(1))
  .default({ 3: 0.25, 6: 0.5, 9: 0.75, 11: 0.9, 12: 1 })
  .describe(
    'month (1 to 12): share of the budget that must be spent by its end; other months have no milestone',
  );

export const varianceWarnAbove = z
  .number()
  .min(0)
  .default(0.2)
  .describe('variance rate above which a person looks');

export const varianceFloor = z
  .number()
  .int()
  .min(0)
  .default(1_000_000)
  .describe('fen; smaller differences are noise');

export const spentOfReleased = z
  .number()
  .min(0)
  .max(1)
  .default(0.9)
  .describe(
    'share of the released money that, once spent, makes it the turn of the finance side while the budget is not fully released',
  );
