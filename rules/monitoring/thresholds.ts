import { z } from 'zod';

/** Lamp limits that several rules on indicators read, each declared once: the same meaning and the same default. */
export const indicatorRed = z
  .number()
  .min(0)
  .default(0.6)
  .describe('share of the value due by now (target × month/12) below which an indicator is red');

export const indicatorYellow = z
  .number()
  .min(0)
  .default(0.8)
  .describe('share of the value due by now below which an indicator is yellow');

export const indicatorBlue = z
  .number()
  .min(0)
  .default(1.2)
  .describe('share of the value due by now from which an indicator is blue: far above target');
