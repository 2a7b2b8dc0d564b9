import { z } from 'zod';
import { meaning } from '../option.ts';

/** Thresholds that more than one rule on spending reads, each declared once: the same meaning and the same default. */
export const behindWarnAbove = z.number().min(0).default(0.1).register(meaning, {
  unit: 'points',
  zh: '支出进度落后序时进度超过此值，须说明',
  en: 'gap to time progress above which a person looks',
});

export const lampRed = z.number().min(0).default(0.6).register(meaning, {
  unit: 'share',
  zh: '进度达成度（支出进度÷序时进度）低于此值，为红灯',
  en: 'execution rate over time progress below which the lamp is red',
});

export const lampYellow = z.number().min(0).default(0.8).register(meaning, {
  unit: 'share',
  zh: '进度达成度（支出进度÷序时进度）低于此值，为黄灯',
  en: 'execution rate over time progress below which the lamp is yellow',
});

export const milestones = z
  .record(z.string().regex(/^([1-9]|1[0-2])$/), z.number().min(0).max(1))
  .default({ 3: 0.25, 6: 0.5, 9: 0.75, 11: 0.9, 12: 1 })
  .register(meaning, {
    unit: 'shareByMonth',
    zh: '各节点月份的月底应达到的支出进度，未列的月份没有节点',
    en: 'share of the budget that must be spent by the end of each month listed; other months have no milestone',
  });

export const settledAt = z.number().min(0).max(1).default(0.99).register(meaning, {
  unit: 'share',
  zh: '支出进度达到此值的，余下视为据实结算的零头，不算未达节点',
  en: 'share of the budget from which what is left is what settling by actual cost leaves over, and misses no milestone',
});

export const varianceWarnAbove = z.number().min(0).default(0.2).register(meaning, {
  unit: 'share',
  zh: '与分月计划的差异率超过此值，须说明',
  en: 'variance rate above which a person looks',
});

export const varianceFloor = z.number().int().min(0).default(1_000_000).register(meaning, {
  unit: 'fen',
  zh: '与分月计划的差额小于此数的，不提出',
  en: 'smaller differences from plan are noise',
});

export const spentOfReleased = z.number().min(0).max(1).default(0.9).register(meaning, {
  unit: 'share',
  zh: '预算未全部下达时，已下达资金支出达到此比例的，视为等待财政端下达',
  en: 'share of the released money that, once spent, makes it the turn of the finance side while the budget is not fully released',
});
