import { z } from 'zod';
import { meaning } from '../option.ts';

/** Lamp limits that several rules on indicators read, each declared once: the same meaning and the same default. */
export const indicatorRed = z.number().min(0).default(0.6).register(meaning, {
  unit: 'share',
  zh: '指标完成占当前应完成（年度指标值×月份÷12）低于此值，为红灯',
  en: 'share of the value due by now (target × month/12) below which an indicator is red',
});

export const indicatorYellow = z.number().min(0).default(0.8).register(meaning, {
  unit: 'share',
  zh: '指标完成占当前应完成低于此值，为黄灯',
  en: 'share of the value due by now below which an indicator is yellow',
});

export const indicatorBlue = z.number().min(0).default(1.2).register(meaning, {
  unit: 'share',
  zh: '指标完成占当前应完成达到此值，为蓝灯（远超目标）',
  en: 'share of the value due by now from which an indicator is blue: far above target',
});
